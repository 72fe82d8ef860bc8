"""Put what the cells of one row give together as values of its record's fields."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.rules.entry_table.building import Entry
from desktop.rules.entry_table.cells import Found
from desktop.rules.entry_table.columns import Column
from desktop.rules.entry_table.lines import SHAPES, line_key

_FIRST, _LAST = "first_day", "last_day"
Given = Sequence[Found]
"""What the cells of one row give, column by column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet, and which of them are of a whole field."""

    all: tuple[Column, ...]
    whole: tuple[tuple[int, str], ...]
    """Place and field of each column that gives a field's value."""
    lines: tuple[tuple[int, Column], ...]
    """Place of each column that gives one number of a small table."""


def sorted_out(columns: Iterable[Column]) -> Columns:
    """Return columns with what every row asks of them worked out once."""
    many = tuple(columns)
    return Columns(
        many,
        tuple((n, one.slot.field) for n, one in enumerate(many) if not one.slot.code),
        tuple((n, one) for n, one in enumerate(many) if one.slot.code),
    )


def values_of(columns: Columns, given: Given) -> dict[str, Any]:
    """Return the value of each field that has a column of its own and says something.

    The id the sheet tells is among them. A span of days in one column gives the first
    and the last day.
    """
    values = {name: given[n].value for n, name in columns.whole if given[n].given}
    for n, name in columns.whole:
        if given[n].until is not None and given[n].given:
            _spread(values, name, given[n])
    return values


def tables_of(
    columns: Columns, given: Given, before: Entry | None
) -> dict[str, tuple[Any, ...]]:
    """Return the small tables of a row of which lines have columns of their own.

    Args:
        columns: The columns of the sheet.
        given: What the cells give.
        before: The kept entry, whose other lines stay; None for a new one.
    """
    made: dict[str, tuple[Any, ...]] = {}
    for n, column in columns.lines:
        if given[n].given:
            name = column.slot.field
            if name not in made:
                kept = getattr(before, name, ())
                told = (given[m].value for m, one in columns.whole if one == name)
                made[name] = next((lines for lines in told if lines), kept)
            made[name] = _with_number(made[name], column, int(given[n].value))
    return made


def number_of(record: Entry, column: Column) -> int | None:
    """Return the number a column of one line has in a record; None where none is."""
    line = _line(getattr(record, column.slot.field, ()), column)
    if line is None:
        return None
    number: int = getattr(line, _part(column))
    return number


def _spread(values: dict[str, Any], name: str, found: Found) -> None:
    if name == _FIRST:
        values.setdefault(_LAST, found.until)
    elif name == _LAST:
        values[_LAST] = found.until
        values.setdefault(_FIRST, found.value)


def _with_number(lines: Iterable[Any], column: Column, number: int) -> tuple[Any, ...]:
    held = tuple(lines)
    part = _part(column)
    line = _line(held, column)
    if line is not None:
        changed = replace(line, **{part: number})
        return tuple(changed if one is line else one for one in held)
    if not number:  # a sheet has a nought where a table of ours has no line
        return held
    return (*held, _new_line(column, part, number))


def _new_line(column: Column, part: str, number: int) -> Entry:
    shape = SHAPES[_field(column).type]
    tier = {"tier": column.slot.tier} if shape.tier else {}
    return shape.record(
        **{shape.code: column.slot.code, shape.main: 0, part: number}, **tier
    )


def _line(lines: Iterable[Any], column: Column) -> Entry | None:
    shape = SHAPES[_field(column).type]
    wanted = column.slot.code, column.slot.tier
    return next((one for one in lines if line_key(shape, one) == wanted), None)


def _part(column: Column) -> str:
    return column.slot.part or SHAPES[_field(column).type].main


def _field(column: Column) -> Entry:
    return column.field
