"""Totals another agency supplies: numbers, a period and a document, nothing more."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import AgencyId, Code, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Totals of a subject over a span, with the document they come from (001-N4.2)."""

    id: RecordId
    subject: Code
    """Code in the catalogue `tally_subject`."""
    agency: AgencyId
    """Who supplied it."""
    first_day: dt.date
    last_day: dt.date
    detected: int
    handled: int
    total: int | None = None
    """All items on the subject in the same statistics (000-T3a)."""
    document_number: str
    document_date: dt.date
