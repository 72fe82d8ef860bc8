"""Everything a report is laid out from, read as of one instant."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from desktop.records.agency import Agency
from desktop.records.figure import Figure
from desktop.records.identity import AgencyId, Code, TaskId
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.records.preferences import Preferences
from desktop.records.report import Table
from desktop.records.result import Result, TaskFigure
from desktop.records.task import Quantity, Task, TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendingLine:
    """Money of one source in the period, in đồng."""

    source: str
    code: str = ""
    """Of the source in its catalogue."""
    planned: int
    spent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCount:
    """Events several agencies held in the period, and their entries beside the one."""

    events: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReport:
    """The report of a unit on the period, which this one is put together from."""

    agency: Agency
    missing: bool
    """Whether it owes one and nothing of it is here."""
    day: dt.date | None = None
    """When what stands came in; None where its figures were entered here."""
    version: int = 0
    slip: int = 0
    entries: int = 0
    attendance: int = 0
    """Lượt người, as counted when it came in."""
    control: str = ""
    """Short code of its content, the same on its receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier period the figures are held against."""

    kind: str
    """`previous`, or `last_year` for the same period of the year before."""
    first_day: dt.date
    last_day: dt.date
    totals: Mapping[Code, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What shows that the results of a task were reached."""

    files: int = 0
    """Files of evidence with its entries in the period."""
    entries: int = 0
    """Entries that have such a file."""


class LateKind(StrEnum):
    """What became of an entry after the report of its period was issued."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntry:
    """An entry of a period whose report was out when it was recorded."""

    register: str
    """Name of the register."""
    place: str
    """Table and id of the record."""
    title: str
    agency: str
    """Name of the agency."""
    day: dt.date
    """Day that decides its period."""
    recorded_on: dt.date
    kind: LateKind
    report: "ReportIssued"
    """The report that was out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIssued:
    """A report as it was issued."""

    id: str
    first_day: dt.date
    last_day: dt.date
    issued_on: dt.date
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was counted, and the words an officer gave to it."""

    preferences: Preferences
    plan: Plan
    period: Period
    period_words: str
    """The period in words, such as a year."""
    computed_at: dt.datetime
    report_id: str
    number: str = ""
    dated: dt.date | None = None
    agencies: tuple[Agency, ...]
    figures: Mapping[Code, Figure]
    results: tuple[Result, ...]
    tasks: tuple[Task, ...]
    task_figures: Mapping[TaskId, tuple[TaskFigure, ...]]
    untasked: tuple[TaskFigure, ...] = ()
    """What units told without entries, of which no task tells."""
    task_states: Mapping[TaskId, TaskState]
    totals: Mapping[Code, Decimal]
    """Every figure a sentence names, over the period."""
    by_agency: Mapping[Code, Mapping[AgencyId, Decimal]]
    """Every figure a table names, over the period, for each agency that has any."""
    joined: Mapping[Code, frozenset[str]] = field(default_factory=dict)
    """Ids of the entries each of those figures leaves out of its total, because their
    event is counted in another agency's entry."""
    shared: SharedCount = SharedCount()
    by_month: Mapping[str, Decimal]
    """Activities by month, `2024-07`."""
    spending: tuple[SpendingLine, ...]
    earlier: tuple[Earlier, ...] = ()
    """Periods before that have anything to be held against."""
    by_year: Mapping[int, Mapping[Code, Decimal]] = field(default_factory=dict)
    """Figures of each year in the period; empty where they are not told."""
    inherited: frozenset[Code] = frozenset()
    """Figures of which an office before left numbers in those years, which they leave
    out."""
    proofs: Mapping[TaskId, Proof] = field(default_factory=dict)
    quantities: tuple[Quantity, ...] = ()
    """How much the plan asks of its tasks in the years of the period."""
    late: tuple[LateEntry, ...] = ()
    units: tuple[UnitReport, ...] = ()
    """Every unit that must report; nothing where no unit sends its reports."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What the officer wrote, by the section's key: `strengths`.

    It stands in the place of what is made from the records.
    """
    data: tuple[Table, ...] = ()

    def agency(self, agency: AgencyId | None) -> str:
        """Return the name of an agency, or blank."""
        return next((one.name for one in self.agencies if one.id == agency), "")
