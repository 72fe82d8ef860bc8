"""What becomes of each row and cell of a table of entries, and what may be settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop.errors import Problem
from desktop.records.register import Register


class Fate(StrEnum):
    """What importing does with a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    KEPT = "kept"
    """It would change an entry, which stays as it is: nobody wanted the change."""
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    """The user does not want it."""


class Match(StrEnum):
    """How a column came to its field."""

    CHOSEN = "chosen"
    """In this preview, by hand."""
    REMEMBERED = "remembered"
    """As in an earlier import."""
    EXACT = "exact"
    """The heading is the field's label, its name, or a word known for it."""
    SIMILAR = "similar"
    """The heading looks like it: shown as a proposal."""
    POSITION = "position"
    """There are no headings: by its place among the columns shown."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """One column of the sheet and what it is taken for."""

    column: int
    """Counted from 0."""
    heading: str
    """As it is written, on one line."""
    field: str
    """Name of the field, with `#code` behind for one row of a small table, such as
    `audiences#women`; `id` for the entry itself; blank for a column left aside."""
    match: Match
    reading: str = ""
    """How doubtful cells are read: `dmy`, `mdy`, `decimal`, `grouped`."""
    asked: tuple[str, ...] = ()
    """Readings between which the column must be settled: nothing of it is certain
    until then, and rows with a doubtful cell are held back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFate:
    """One cell: what was found in it, and what it comes to."""

    column: int
    field: str
    found: str
    """As it stands in the file, in the letters of the file."""
    text: str
    """As it is read; other than `found` where letters were healed."""
    shown: str
    """What would be kept, as the table of the register shows it; blank: nothing."""
    before: str = ""
    """What is kept now, shown likewise, where the row changes an entry."""
    healed: str = ""
    """What its letters were: `tcvn3`, `vni`, `decomposed`, `mixed`; blank: nothing."""
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Tell whether the kept value would become another."""
        return self.shown != self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFate:
    """One row of the sheet, and what would become of it."""

    number: int
    """The number a person sees beside it."""
    fate: Fate
    cells: tuple[CellFate, ...]
    """Of the columns that have a field, in their order."""
    record: Any = None
    """As it would be kept; None when the row is refused."""
    before: Any = None
    """As it is kept now, where there is one."""
    problems: tuple[Problem, ...] = ()
    """What is wrong or doubtful with the row as a whole or with a field that has no
    column; those of a cell are in the cell."""
    twins: tuple[str, ...] = ()
    """Ids of kept entries it may be the same event as; `#12`: row 12 of the sheet."""
    hidden: bool = False
    """Whether the file hides it."""

    @property
    def accepted(self) -> bool:
        """Tell whether importing keeps the row."""
        return self.fate in (Fate.ADD, Fate.CHANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user settled in the preview; everything else is proposed."""

    sheet: str = ""
    """Name of the sheet; blank: the first in which headings are found."""
    headings: int = 0
    """Number of the row of headings; 0: found, -1: there is none."""
    columns: Mapping[int, str] = field(default_factory=dict)
    """Field of a column, as in `ColumnMatch.field`."""
    readings: Mapping[int, str] = field(default_factory=dict)
    """Reading of a column, as in `ColumnMatch.reading`."""
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Value of a field and a folded word nobody knew; blank: leave it blank."""
    keep_letters: frozenset[int] = frozenset()
    """Columns whose letters are right as they are: not healed."""
    left_out: frozenset[int] = frozenset()
    """Numbers of rows not wanted."""
    overwrite: frozenset[int] | None = frozenset()
    """Numbers of rows whose changes to kept entries are wanted; None: all of them.

    A sheet changes nothing that is kept until somebody says so.
    """
    fixed: Mapping[str, str] = field(default_factory=dict)
    """What rows that say nothing of a field are to have in it, by the field's name and
    as somebody would type it: sheets of others have no column for a pillar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All that importing a table of entries would do."""

    register: Register
    sheet: str
    sheets: tuple[str, ...]
    """Names of all sheets one may choose from."""
    heading_row: int
    """Number of the row of headings; 0 when there is none."""
    columns: tuple[ColumnMatch, ...]
    rows: tuple[RowFate, ...]
    """Every row below the headings that holds anything."""
    unknown_words: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Field, word as found, and codes or ids it may mean, best first."""
    notes: tuple[Problem, ...] = ()
    """What is to be known of the table as a whole."""
    wanting: tuple[str, ...] = ()
    """Names of required fields that no column and no choice fills: `Choices.fixed`."""

    @property
    def counts(self) -> dict[Fate, int]:
        """Return how many rows have each fate; their sum is the rows seen."""
        counts = dict.fromkeys(Fate, 0)
        for row in self.rows:
            counts[row.fate] += 1
        return counts

    @property
    def seen(self) -> int:
        """Return how many rows hold anything: accepted + refused + left as it is."""
        return len(self.rows)

    @property
    def accepted(self) -> tuple[RowFate, ...]:
        """Return the rows that would be kept."""
        return tuple(row for row in self.rows if row.accepted)
