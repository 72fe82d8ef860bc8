"""Staff groups and how many people they hold on a day."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import AgencyId, Code, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """People of a staff group in an agency on a day: a dated denominator."""

    id: RecordId
    agency: AgencyId
    group: Code
    tier: str = ""
    as_of: dt.date
    people: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """People already counted as trained who left their group: they are taken off."""

    id: RecordId
    agency: AgencyId
    group: Code
    tier: str = ""
    left_on: dt.date
    people: int
    note: str = ""
