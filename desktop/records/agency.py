"""Agencies: who leads, takes part, reports and receives."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import AgencyId, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An organisation with its names and place among the others (001-R4, 001-F11)."""

    id: AgencyId
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    """Other spellings met in documents; search and import match them."""
    kind: str = ""
    """Code in the catalogue `agency_kind`."""
    tier: str = ""
    """Code of a level in `data/tiers.toml`."""
    parent: AgencyId | None = None
    code: str = ""
    """Official code of the territory or body, where one exists."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    """Last day on which it existed."""
    position: int = 0
    """Place in lists and in the rows of tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokespersonCheck:
    """One year's check of an agency's spokesperson mechanism (001-T1)."""

    id: RecordId
    agency: AgencyId
    year: int
    document_number: str = ""
    """Number of the document that assigns the spokesperson; blank when none."""
    document_date: dt.date | None = None
    made_public: bool = False
    """Whether the assignment was made public."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlan:
    """A unit's own plan to carry out the parent plan (001-R2)."""

    id: RecordId
    agency: AgencyId
    number: str = ""
    issued_on: dt.date
    year: int
    note: str = ""
