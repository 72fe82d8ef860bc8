"""Judge what was pasted, cell by cell, before anything of it is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.errors import Problem
from desktop.gui.forms.reading import build
from desktop.gui.sheet.new_row_words import STRUCTURAL
from desktop.gui.tables.columns import Column
from desktop.gui.tables.copying import copied_text
from desktop.operations.entries.record_entry import new_record_id
from desktop.records.register import Field, Register
from desktop.rules import cell_edits, cell_text, entry
from desktop.rules.cell_text import Around
from desktop.rules.clip_table import Rows, unguarded
from desktop.rules.known import Known
from desktop.wording.problems import sentence

Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class CellFault:
    """One cell that does not land, and why."""

    row: int
    """The number beside the row of the table; rows to be added go on counting."""
    label: str
    """Heading of its column."""
    text: str
    said: str

    @property
    def line(self) -> str:
        """Return it in one line."""
        return f"Dòng {self.row}, cột {self.label}: {self.said}"


@dataclass(slots=True)
class Landing:
    """What becomes of everything pasted."""

    changes: dict[str, Fields] = field(default_factory=dict)
    """New values by entry and field."""
    new: list[object] = field(default_factory=list)
    """Entries to be added."""
    faults: list[CellFault] = field(default_factory=list)
    same: int = 0
    """Cells that hold just that already."""
    beside: int = 0
    """Cells for which there is no column any more."""
    rows: list[tuple[int, dict[int, tuple[str, str]]]] = field(default_factory=list)
    """Number of each row, and by column the text and why it does not land."""

    @property
    def cells(self) -> int:
        """Return how many cells of entries there are would change."""
        return sum(map(len, self.changes.values()))

    @property
    def lands(self) -> bool:
        """Tell whether anything would be kept."""
        return bool(self.changes or self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The table on which something is pasted."""

    register: Register
    columns: Sequence[Column]
    """Columns from the first cell on, as they show."""
    record: Callable[[int], Any]
    """Returns the entry of a row, or None below the last."""
    known: Known
    around: Around
    proposed: Callable[[], Mapping[str, object]]
    """Returns what a new entry begins with."""


def land(ground: Ground, block: Rows, first_row: int) -> Landing:
    """Judge a block that lies on the table from a row and the first column on."""
    landing = Landing()
    blank: Mapping[str, object] | None = None
    for at, texts in enumerate(block):
        row = first_row + at
        landing.beside += max(len(texts) - len(ground.columns), 0)
        record = ground.record(row)
        judge = _Row(ground, landing, row + 1)
        values = judge.read(texts, record)
        if record is not None:
            judge.amend(record, values)
        elif any(text.strip() for text in texts):
            blank = ground.proposed() if blank is None else blank
            judge.add(blank, values)
    return landing


class _Row:
    """One row of a paste."""

    def __init__(self, ground: Ground, landing: Landing, number: int) -> None:
        self._ground = ground
        self._landing = landing
        self._number = number
        self._cells: dict[int, tuple[str, str]] = {}
        self._texts: dict[str, str] = {}
        landing.rows.append((number, self._cells))

    def read(self, texts: Sequence[str], record: object) -> Fields:
        """Return the values of the texts that mean something new."""
        values: Fields = {}
        pairs = zip(self._ground.columns, texts, strict=False)
        for at, (column, text) in enumerate(pairs):
            if not column.kept:  # copied rows bring their counts, and not the files
                continue
            self._texts[column.field.name] = text
            self._cells[at] = (text, "")
            if record is not None and self._is_same(column, text, record):
                self._landing.same += 1
                continue
            plain = unguarded(text)
            read = cell_text.read_text(column.field, plain, self._ground.around)
            if read.problem is None:
                values[column.field.name] = read.value
            elif plain.strip():
                self._fault(column.field, read.problem)
        return values

    def amend(self, record: Any, values: Fields) -> None:  # noqa: ANN401  of any register
        """Take the values a kept entry may have."""
        kept, refused = cell_edits.acceptable(record, values, self._ground.known)
        for name in values.keys() - kept.keys():
            problem = next((one for one in refused if one.field == name), refused[0])
            self._fault(self._field(name), problem)
        after = cell_edits.changed(record, kept)
        changed = {
            name: value
            for name, value in kept.items()
            if getattr(after, name) != getattr(record, name)
        }
        self._landing.same += len(kept) - len(changed)
        if changed:
            self._landing.changes[str(record.id)] = changed

    def add(self, proposed: Mapping[str, object], given: Fields) -> None:
        """Make a new entry of what was given, or say what it lacks.

        What is proposed never stands for words that mean nothing.
        """
        register = self._ground.register
        unread = {
            name
            for name, text in self._texts.items()
            if text.strip() and name not in given
        }
        values = {
            name: value
            for name, value in {**proposed, **_not_blank(given)}.items()
            if name not in unread
        }
        if "first_day" in values and "last_day" not in self._texts:
            values["last_day"] = values["first_day"]
        lacking = [
            Problem(one.name, "missing")
            for one in register.fields
            if one.required and one.type in STRUCTURAL and values.get(one.name) is None
        ]
        if lacking:
            self._fault(self._field(lacking[0].field), lacking[0])
            return
        whole = {one.name: values.get(one.name) for one in register.fields}
        record = entry.clean(build(register, new_record_id(), whole, None))
        refused = cell_edits.refusals(None, record, self._ground.known)
        if refused:
            self._fault(self._field(refused[0].field), refused[0])
        else:
            self._landing.new.append(record)

    def _is_same(self, column: Column, text: str, record: object) -> bool:
        """Tell whether a text is just what would be copied of the cell."""
        return text == copied_text(column, record, self._ground.around)

    def _field(self, name: str) -> Field:
        fields = {one.name: one for one in self._ground.register.fields}
        return fields.get(name) or self._ground.columns[0].field

    def _fault(self, field_: Field, problem: Problem) -> None:
        said = sentence(problem)
        text = self._texts.get(field_.name, "")
        # One cell may be refused twice: as a word, and where the row lacks it.
        names = [one.field.name for one in self._ground.columns]
        if field_.name in names:
            at = names.index(field_.name)
            if self._cells.get(at, ("", ""))[1]:
                return
            self._cells[at] = (text, said)
        fault = CellFault(self._number, field_.label, text, said)
        self._landing.faults.append(fault)


def _not_blank(values: Fields) -> Fields:
    return {
        name: value for name, value in values.items() if value not in (None, "", ())
    }
