"""What becomes of each row of a table, and what the user may settle about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.errors import Problem
from desktop.records.identity import AgencyId
from desktop.records.task import Task
from desktop.rules.task_table.lines import Line
from desktop.rules.task_table.parties import Party
from desktop.rules.task_table.words import Role
from desktop.rules.task_time import TaskTime


class Fate(StrEnum):
    """What importing does with a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    """The user does not want it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user settled in the preview."""

    left_out: frozenset[int] = frozenset()
    """Keys of rows not wanted."""
    parties: Mapping[tuple[int, Role, int], tuple[AgencyId, ...]] = field(
        default_factory=dict
    )
    """Agencies chosen for a part of a row's text: key of the row, column, place of the
    part from 0; none: the words stay words."""
    keep_unknown: bool = False
    """Whether names nobody knows stay words, instead of holding their row back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One task or group of the table, and what would become of it."""

    line: Line
    fate: Fate
    task: Task | None
    """As it would stand in the plan; None when it cannot stand there at all."""
    before: Task | None = None
    """As it stands now, where the plan has it."""
    parent: int | None = None
    """Key of the row it stands under in the table."""
    changes: tuple[str, ...] = ()
    """Fields of the task that would change; `position`: it moves."""
    leads: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    """Matches of the words that are new; empty where the plan has them already."""
    time: TaskTime | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> int:
        """Return the row's place in the table, counted from one."""
        return self.line.key

    @property
    def accepted(self) -> bool:
        """Tell whether importing stores the row."""
        return self.fate in (Fate.ADD, Fate.CHANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All that importing a table would do."""

    rows: tuple[PreviewRow, ...]
    absent: tuple[Task, ...] = ()
    """Tasks of the plan the table does not hold; they are kept."""
    notes: tuple[Problem, ...] = ()
    """What is to be known of the table as a whole."""
    sheet: str = ""

    @property
    def counts(self) -> dict[Fate, int]:
        """Return how many rows have each fate; their sum is the rows seen."""
        return {fate: sum(row.fate is fate for row in self.rows) for fate in Fate}

    @property
    def accepted(self) -> tuple[PreviewRow, ...]:
        """Return the rows that would be stored."""
        return tuple(row for row in self.rows if row.accepted)
