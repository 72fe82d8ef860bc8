"""Read the cells of one column, each different one once."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from desktop.errors import Problem
from desktop.records.register import Field, FieldType
from desktop.rules.dates import format_date
from desktop.rules.entry_table.columns import Column
from desktop.rules.entry_table.days import swapped
from desktop.rules.entry_table.fates import CellFate, Choices, ColumnMatch
from desktop.rules.entry_table.reading import DAY, MOMENT, Context, Reading, read_value
from desktop.rules.entry_table.settling import (
    Settled,
    exchangeable,
    settle_days,
    settle_numbers,
)
from desktop.rules.entry_table.writing import shower
from desktop.rules.grid import Cell
from desktop.rules.healing import Healed, guess, heal_cell
from desktop.rules.vietnamese import normalise

_NUMBERS = frozenset({FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL})
_TABLES = frozenset({FieldType.AUDIENCES, FieldType.STAFF, FieldType.SPENDING})
_WORDS = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
_ID = Field(name="id", type=FieldType.TEXT, label="")


@dataclass(frozen=True, slots=True)
class Found:
    """What one cell gives to its row."""

    fate: CellFate
    value: Any = None
    until: dt.date | None = None
    given: bool = False
    """Whether the cell says anything that may be kept."""
    bad: bool = False
    """Whether the cell holds its row back."""
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()


class ColumnReader:
    """All cells of one column, read alike."""

    def __init__(
        self,
        column: Column,
        cells: Iterable[Cell],
        context: Context,
        choices: Choices,
        letters: str = "",
        *,
        ours: bool,
    ) -> None:
        """Look at all cells of the column, and settle how doubtful ones are read.

        Args:
            column: The column and what it is of.
            cells: Its cells in the rows of entries.
            context: Names, words and the day it is.
            choices: What the user settled.
            letters: Letters before Unicode the sheet as a whole seems to be in: for a
                column too short, or too full of names, to tell by itself.
            ours: Whether the program wrote the sheet.
        """
        self.column = column
        self.field = _field(column)
        self.show = shower(self.field, context.names, context.words)
        self._context = context
        self._kept = column.match.column in choices.keep_letters
        many = tuple(cells)
        keys = [_key(cell) for cell in many]
        different = dict(zip(keys, many, strict=True))
        self._letters = self._guess(different.values(), letters)
        self._healed: dict[Any, Healed] = {}
        first = [(cell, self._read(cell, "")) for cell in different.values()]
        chosen = choices.readings.get(column.match.column, column.match.reading)
        self.settled = self._settle(first, chosen, ours=ours)
        judged = [self._judge(cell, one) for cell, one in first]
        by_key = dict(zip(different, judged, strict=True))
        self.found = [by_key[key] for key in keys]
        """What each of the cells gives to its row, in their order."""

    @property
    def match(self) -> ColumnMatch:
        """Return the column's match with how it is read, and what is asked of it."""
        settled = self.settled
        reading = settled.file_days or settled.reading
        return replace(
            self.column.match,
            reading="" if settled.asked else reading,
            asked=settled.asked,
        )

    def _guess(self, cells: Iterable[Cell], otherwise: str) -> str:
        """Return the letters before Unicode the texts of the column seem to be in."""
        if self._kept:
            return ""
        return guess(cell.text for cell in cells if not cell.kind).letters or otherwise

    def _heal(self, cell: Cell) -> Healed:
        if self._kept:
            return Healed(text=normalise(cell.text))
        return heal_cell(cell, self._letters)

    def _read(self, cell: Cell, reading: str) -> Reading:
        key = _key(cell)
        if key not in self._healed:
            self._healed[key] = self._heal(cell)
        return read_value(
            self.field,
            self._healed[key].text,
            self._context,
            kind=cell.kind,
            reading=reading,
            factor=self.column.factor,
        )

    def _settle(
        self, seen: list[tuple[Cell, Reading]], chosen: str, *, ours: bool
    ) -> Settled:
        if self.field.type is FieldType.DATE:
            return settle_days(seen, chosen, ours=ours)
        if self.field.type in _NUMBERS | _TABLES:
            return settle_numbers(seen, chosen)
        return Settled()

    def _judge(self, cell: Cell, first: Reading) -> Found:
        """Return what a cell comes to once the column is settled."""
        reading = self._settled(cell, first)
        fault = self._fault(cell, first, reading)
        healed = self._healed[_key(cell)]
        if fault is not None:
            reading = Reading(problems=(fault,))
        problems = reading.problems
        if healed.lost or healed.mended:
            problems = (*problems, *self._letters_lost(healed))
        bad = any(problem.blocking for problem in problems) if problems else False
        given = not (bad or reading.blank)
        fate = CellFate(
            column=self.column.match.column,
            field=self.column.match.field,
            found=cell.text,
            text=healed.text,
            shown=self._shown(reading) if given else "",
            healed=healed.was,
            problems=problems,
        )
        return Found(
            fate,
            value=reading.value if given else None,
            until=reading.until,
            given=given,
            bad=bad,
            unknown=reading.unknown,
        )

    def _shown(self, reading: Reading) -> str:
        """Return what would be kept, of a span both its days."""
        first = self.show(reading.value)
        last = f"-{format_date(reading.until)}" if reading.until else ""
        return f"{first}{last}"

    def _settled(self, cell: Cell, first: Reading) -> Reading:
        """Return a doubtful cell read as the column is."""
        if self.field.type is not FieldType.DATE:
            how = self.settled.of_number(first) if first.ways else ""
        elif cell.kind in (DAY, MOMENT):
            how = self.settled.file_days.removeprefix("asked")
        else:
            how = self.settled.reading
        return self._read(cell, how) if how else first

    def _fault(self, cell: Cell, first: Reading, reading: Reading) -> Problem | None:
        """Return why a cell cannot be trusted whatever it says."""
        name = self.field.name
        if cell.fault:
            return Problem(name, f"cell_{cell.fault}", (cell.text,))
        if cell.block and cell.text and self.field.type in _NUMBERS | _TABLES:
            return Problem(name, "merged_number", (cell.text,))
        if not self.settled.asked or not reading.good:
            return None
        return self._open_question(cell, first)

    def _open_question(self, cell: Cell, first: Reading) -> Problem | None:
        name, text = self.field.name, cell.text
        if self.field.type is not FieldType.DATE:
            open_number = first.ways and not self.settled.of_number(first)
            return Problem(name, "number_ambiguous", (text,)) if open_number else None
        from_file = cell.kind in (DAY, MOMENT)
        day = first.value
        held = (self.settled.file_days if from_file else first.ways) and day
        if (
            not held
            or not exchangeable(day)
            or (self.settled.reading and not from_file)
        ):
            return None
        other = swapped(day)
        facts = (text, format_date(day), format_date(other) if other else "")
        return Problem(name, "date_ambiguous", facts)

    def _letters_lost(self, healed: Healed) -> tuple[Problem, ...]:
        """Return doubts of words in which letters were lost, or put back."""
        name = self.field.name
        told = []
        if healed.lost and self.field.type in _WORDS:
            told.append(_doubt(name, "letters_lost", ", ".join(healed.lost)))
        if healed.mended and self.field.type in _WORDS:
            pairs = ", ".join(f"{before} → {after}" for before, after in healed.mended)
            told.append(_doubt(name, "letters_mended", pairs))
        return tuple(told)


def _field(column: Column) -> Field:
    """Return the field a column's cells are read as; of a line, its number."""
    if column.field is None:
        return _ID
    if not column.slot.code:
        return column.field
    money = column.field.type is FieldType.SPENDING
    kind = FieldType.MONEY if money else FieldType.INTEGER
    return replace(column.field, type=kind, catalogue="")


def _key(cell: Cell) -> tuple[object, ...]:
    return cell.text, cell.kind, cell.font, cell.fault, cell.block > 0, cell.runs


def _doubt(field: str, code: str, *facts: str) -> Problem:
    return Problem(field, code, facts, blocking=False)
