"""Tasks: what a plan gives to whom, and how far it is in a year."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.identity import AgencyId, Code, PlanId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task, or a group of tasks, in the words of the annex (001-F6, 001-N*)."""

    id: TaskId
    plan: PlanId
    position: int
    code: str
    """Number such as `3.4`, unique in the plan."""
    number: str = ""
    """Number as printed where it is another, such as `a)` (000-F5); blank: the code."""
    parent: TaskId | None = None
    """The group it belongs to; None at the top."""
    text: str
    content_text: str = ""
    """What is to be done, in plans that set it apart from the heading (000-F4)."""
    form_text: str = ""
    """In which form, in plans that tell it (000-F4)."""
    lead_text: str = ""
    partner_text: str = ""
    """Leads and partners as the annex prints them."""
    leads: tuple[AgencyId, ...] = ()
    partners: tuple[AgencyId, ...] = ()
    time_text: str = ""
    """When, as printed, in plans whose annex has such a column (002-F3)."""
    bases: tuple[str, ...] = ()
    """Ids of legal bases the task names or is guided by (002-F2, 000-X2)."""
    figures: tuple[Code, ...] = ()
    """Figures computed for the row: codes in `data/figures.toml`."""


class TaskProgress(StrEnum):
    """How far a task is in a year."""

    NOT_STARTED = "not_started"
    NOT_CALLED = "not_called"
    """Due only when a superior calls for it, which it has not (000-N6)."""
    UNDER_WAY = "under_way"
    DONE = "done"
    ONGOING = "ongoing"
    """Done all the time, without an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskState:
    """What the office says of a task in one year."""

    id: str
    task: TaskId
    year: int
    progress: TaskProgress
    result_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much of a figure a task should reach in one year, and by which quarter."""

    id: str
    task: TaskId
    figure: Code
    year: int
    value: Decimal
    quarters: tuple[Decimal, ...] = ()
    """What falls to each of the four quarters; empty: nobody has split it."""
