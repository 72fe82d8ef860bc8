"""What a package tells entry by entry: rows of registers, and what they refer to."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.activity import Activity
from desktop.records.agency import Agency, Budget, SpokespersonCheck, UnitPlan
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import AgencyId, GoalId, PlanId, TargetId, TaskId
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited

EntryRecord = (
    Activity
    | Product
    | DataSource
    | Posting
    | Broadcast
    | OwnChannel
    | Headcount
    | Departure
    | Tally
    | SpokespersonCheck
    | Budget
    | UnitPlan
    | Achievement
    | Estimate
    | Inherited
    | UnlistedTotal
)
"""An entry of any register, or a total told without its entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPlan:
    """A plan as its sender knows it: enough to be recognised."""

    id: PlanId
    title: str
    number: str = ""
    issued_on: dt.date | None = None
    issuer: AgencyId
    first_day: dt.date
    last_day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SentTask:
    """A task as its sender knows it."""

    id: TaskId
    plan: PlanId
    code: str
    number: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentTarget:
    """A target, the version of it that was counted, and what its sender counted."""

    id: TargetId
    """Of the version in force on the closing day."""
    goal: GoalId
    code: str
    label: str
    unit: str
    decision: str = ""
    """Document that set the version; blank for the plan itself."""
    value: Decimal | None = None
    upper: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    reached: Decimal | None = None
    """In the period; those of the plan's years have `all_` before them."""
    all_numerator: Decimal | None = None
    all_denominator: Decimal | None = None
    all_reached: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentEvidence:
    """A file beside an entry, and the member of the package that holds it."""

    id: str
    place: str
    """Table of the entry."""
    row_id: str
    name: str
    media: str
    sha256: str
    """Of the content its office keeps; of a reduced one the member's differs."""
    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Entries of an office's days as they stood when its report was issued.

    Ids are the sender's own; each kind of row is sorted by its id.
    """

    agency: AgencyId
    """The sender."""
    plan: PlanId
    first_day: dt.date
    last_day: dt.date
    agencies: tuple[Agency, ...]
    plans: tuple[SentPlan, ...]
    tasks: tuple[SentTask, ...] = ()
    targets: tuple[SentTarget, ...] = ()
    """Of the plan, those counted; with them those that entries name."""
    catalogue: tuple[CatalogueItem, ...] = ()
    """Values that entries name, and those they stand under."""
    rows: tuple[EntryRecord, ...]
    """Entries of the days, register by register."""
    earlier: tuple[EntryRecord, ...] = ()
    """Entries of earlier days on which these or their figures rest: the product of a
    posting, channels still run, headcounts. Put where unknown, never removed, and no
    part of the control total."""
    evidence: tuple[SentEvidence, ...] = ()
    withheld: int = 0
    """Files beside the entries that stay with the sender."""
    left_out: int = 0
    """Files for which the package had no room."""
