"""Read the cells of one column of a form, and tell every one that cannot be taken."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from desktop.errors import Problem
from desktop.records.arrival import CellFault
from desktop.records.form import FormColumn
from desktop.records.register import Field, FieldType, Register
from desktop.rules.entry_table.days import DMY, MDY
from desktop.rules.entry_table.lines import SHAPES
from desktop.rules.entry_table.reading import DAY, MOMENT, Context, Reading, read_value
from desktop.rules.entry_table.settling import exchangeable, settle_numbers
from desktop.rules.forms.against import FormAgainst
from desktop.rules.grid import Cell
from desktop.rules.healing import guess, heal_cell
from desktop.rules.old_letters import of_font
from desktop.rules.vietnamese import fold, normalise

_NUMBERS: Final = frozenset({FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL})
_OUTSIDE: Final = re.compile("[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
"""Letters of Unicode that no old encoding can hold."""
_KEPT: Final = 20_000
"""Readings of a field that are remembered; titles are different in every form."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell, before it is known where it stands."""

    code: str
    facts: tuple[str, ...] = ()
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class ReadCell:
    """What one cell gives to its row."""

    value: Any = None
    blank: bool = False
    faults: tuple[Fault, ...] = ()
    until: dt.date | None = None
    """Last day, where the cell tells a span."""

    @property
    def bad(self) -> bool:
        """Tell whether the cell holds its row back."""
        return any(not one.doubt for one in self.faults)


def faults_at(
    read: ReadCell, sheet: str, cell: str, label: str, shown: str
) -> tuple[CellFault, ...]:
    """Return what is wrong with a cell, with where it stands."""
    return tuple(
        CellFault(
            sheet=sheet,
            cell=cell,
            label=label,
            code=one.code,
            facts=one.facts,
            shown=shown,
            doubt=one.doubt,
        )
        for one in read.faults
    )


class ColumnReading:
    """All cells of one column, read alike."""

    def __init__(
        self,
        column: FormColumn,
        register: Register,
        against: FormAgainst,
        last_day: dt.date,
    ) -> None:
        """Take what the column is of.

        Raises KeyError when the register has no such field.

        Args:
            column: As the form asked for it.
            register: Whose field it is.
            against: Names, words and the days.
            last_day: Of the form's period.
        """
        self.column = column
        self.field: Field = field_of(register, column.field)
        self._context: Context = against.context_of(last_day)
        self._known = against.readings(register.code, column.field, last_day.year)
        self._choices = _choices(column, against, register.code)

    def read(self, cells: Sequence[Cell]) -> list[ReadCell]:
        """Return what each cell gives, in their order."""
        letters = _letters(cells)
        if self.field.type is FieldType.DATE:
            return self._days(cells, letters)
        if self.field.type in _NUMBERS:
            return self._numbers(cells, letters)
        return [self._judged(cell, self._one(cell, letters), letters) for cell in cells]

    def _one(self, cell: Cell, letters: str, reading: str = "") -> Reading:
        """Return what a cell means by itself; the same one is read once."""
        text = cell.text
        if not text or text.isspace():
            return _BLANK
        key = text, cell.kind, reading, letters, cell.font, cell.runs
        found = self._known.get(key)
        if found is None:
            found = self._fresh(cell, letters, reading)
            if len(self._known) < _KEPT:
                self._known[key] = found
        return found

    def _fresh(self, cell: Cell, letters: str, reading: str) -> Reading:
        text = _healed(cell, letters)
        chosen = self._choices.get(fold(text)) if self._choices else None
        if chosen is not None:
            return self._chosen(chosen)
        if self.field.type in _NUMBERS and not cell.kind and _has_words(text):
            # A form asks for a bare number: whoever writes `12 buổi` is asked again.
            problem = Problem(self.field.name, "number_not_number", (text,))
            return Reading(problems=(problem,))
        return read_value(
            self.field, text, self._context, kind=cell.kind, reading=reading
        )

    def _chosen(self, code: str) -> Reading:
        """Return one choice of the cell's own list."""
        many = self.field.type in _MANY
        return Reading(value=(code,) if many else self._typed(code))

    def _typed(self, code: str) -> Any:  # noqa: ANN401  as the record keeps it
        if self.field.type is FieldType.FLAG:
            return code in ("1", "true", "yes")
        if self.field.type is FieldType.STATE:
            return read_value(self.field, code, self._context).value
        return code

    def _days(self, cells: Sequence[Cell], letters: str) -> list[ReadCell]:
        """Read days first, as the form asks, unless another order is proved.

        A spreadsheet set to months first takes `05/08` for the 8th of May and leaves
        `13/08` a text: so a text that proves that order puts the others in doubt.
        """
        first = [self._one(cell, letters) for cell in cells]
        proofs = {
            one.proves
            for cell, one in zip(cells, first, strict=True)
            if one.proves and cell.kind not in (DAY, MOMENT)
        }
        if MDY not in proofs:
            held = [self._one(cell, letters, DMY) for cell in cells]
            return [
                self._judged(cell, one, letters)
                for cell, one in zip(cells, held, strict=True)
            ]
        return [
            self._doubted(cell, one, letters, sure=DMY in proofs)
            for cell, one in zip(cells, first, strict=True)
        ]

    def _doubted(
        self, cell: Cell, one: Reading, letters: str, *, sure: bool
    ) -> ReadCell:
        """Judge a day of a column in which somebody wrote months first.

        A text that has but one reading, with words or the year in front, is none of
        these.
        """
        from_file = cell.kind in (DAY, MOMENT)
        if one.value is None or one.proves or not exchangeable(one.value):
            return self._judged(cell, one, letters)
        if sure if from_file else not one.ways:
            return self._judged(cell, one, letters)
        return ReadCell(faults=(Fault("date_ambiguous", (cell.text.strip(),)),))

    def _numbers(self, cells: Sequence[Cell], letters: str) -> list[ReadCell]:
        """Read numbers; a doubtful one as others of the column prove."""
        first = [self._one(cell, letters) for cell in cells]
        if not any(one.ways for one in first):
            pairs = zip(cells, first, strict=True)
            return [self._judged(cell, one, letters) for cell, one in pairs]
        settled = settle_numbers(list(zip(cells, first, strict=True)), "")
        made = []
        for cell, one in zip(cells, first, strict=True):
            how = settled.of_number(one) if one.ways else ""
            if one.ways and not how:
                fault = Fault("number_ambiguous", (cell.text.strip(),))
                made.append(ReadCell(faults=(fault,)))
            else:
                held = self._one(cell, letters, how) if how else one
                made.append(self._judged(cell, held, letters))
        return made

    def _judged(self, cell: Cell, reading: Reading, letters: str) -> ReadCell:
        """Return a cell with every fault of it."""
        if cell.fault:
            return ReadCell(faults=(Fault(f"cell_{cell.fault}", (cell.text,)),))
        if reading is _BLANK:
            return _EMPTY
        if cell.block:
            return ReadCell(faults=(Fault("cell_merged", (cell.text,)),))
        if reading.ways and self.field.type not in (*_NUMBERS, FieldType.DATE):
            return ReadCell(faults=(Fault("number_ambiguous", (cell.text.strip(),)),))
        faults = tuple(self._fault(one) for one in reading.problems)
        if letters or cell.font or cell.runs:
            faults += _letters_changed(cell, letters)
        if not faults and reading.until is None:
            return ReadCell(reading.value, reading.blank)
        return ReadCell(reading.value, reading.blank, faults, reading.until)

    def _fault(self, problem: Problem) -> Fault:
        code = problem.code
        if code == "word_unknown" and self.column.choices:
            code = "not_in_list"
        return Fault(code, problem.facts, doubt=not problem.blocking)


_BLANK: Final = Reading(blank=True)
_EMPTY: Final = ReadCell(blank=True)
_MANY: Final = frozenset(
    {FieldType.CHOICES, FieldType.TASKS, FieldType.GOALS, FieldType.STEPS}
)


def field_of(register: Register, name: str) -> Field:
    """Return a field of a register.

    Raises:
        KeyError: It has none of that name.
    """
    found = next((one for one in register.fields if one.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


def _choices(column: FormColumn, against: FormAgainst, register: str) -> dict[str, str]:
    """Return what the names in the list of a cell stand for."""
    if not column.choices or column.type in SHAPES:
        return {}
    key = "choices", register, column.field, column.choices, column.choice_names
    made: dict[str, str] | None = against.made.get(key)
    if made is None:
        names = column.choice_names or column.choices
        made = {
            fold(name): code for name, code in zip(names, column.choices, strict=False)
        }
        against.made[key] = made
    return made


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _letters(cells: Sequence[Cell]) -> str:
    """Return the letters before Unicode a column seems to be in, or blank."""
    odd = [
        cell.text
        for cell in cells
        if cell.text and not cell.text.isascii() and not _OUTSIDE.search(cell.text)
    ]
    return guess(odd).letters if odd else ""


def _healed(cell: Cell, letters: str) -> str:
    if cell.kind or not (letters or cell.font or cell.runs):
        return normalise(cell.text)
    return heal_cell(cell, letters).text


def _letters_changed(cell: Cell, letters: str) -> tuple[Fault, ...]:
    """Return that letters were put right, which nobody does silently."""
    if cell.kind or not (letters or cell.runs or of_font(cell.font)[0]):
        return ()
    healed = heal_cell(cell, letters)
    if healed.was in ("", "decomposed"):
        return ()
    return (Fault("letters_healed", (cell.text, healed.text), doubt=True),)
