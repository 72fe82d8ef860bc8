"""Agencies: who leads, takes part, reports and receives, under which name and when."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import AgencyId, Code, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An organisation with its names and place among the others (001-R4, 001-F11).

    Its fields say what it is called now, or was called last; what it was called
    before is kept as `FormerName`.
    """

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
class FormerName:
    """What an agency was called, and where it stood, until a day."""

    id: str
    agency: AgencyId
    name: str
    short_name: str = ""
    tier: str = ""
    parent: AgencyId | None = None
    code: str = ""
    last_day: dt.date
    """Last day of the name; its first is the day after the name before it."""


class SuccessionKind(StrEnum):
    """What happened to agencies on a day."""

    RENAMED = "renamed"
    MERGED = "merged"
    """Several became one."""
    SPLIT = "split"
    """One became several."""
    REPLACED = "replaced"
    """One took over from one."""
    DISSOLVED = "dissolved"
    """It ended, and nobody took over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Agencies that became others on a day, by a decision (domain, 5)."""

    id: str
    kind: SuccessionKind
    day: dt.date
    """First day of what came after."""
    predecessors: tuple[AgencyId, ...]
    successors: tuple[AgencyId, ...] = ()
    """Of a renamed agency, itself."""
    decision: str = ""
    """Number and symbol of the decision."""
    decided_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokespersonCheck:
    """One year's check of an agency's spokesperson mechanism (001-T1)."""

    id: RecordId
    agency: AgencyId
    year: int
    position: str = ""
    """Position of the spokesperson, never a name (002-N2)."""
    document_number: str = ""
    """Number of the document that assigns the spokesperson; blank when none."""
    document_date: dt.date | None = None
    made_public: bool = False
    """Whether the assignment was made public."""
    public_since: dt.date | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A unit's money of one year from one source, in đồng (000-B5, 002-B1)."""

    id: RecordId
    agency: AgencyId
    year: int
    source: Code
    """Code in the catalogue `funding_source`."""
    estimated: int = 0
    allocated: int = 0
    spent: int = 0
    procurement: Code | None = None
    """How the supplier is chosen; code in the catalogue `procurement`."""
    note: str = ""
