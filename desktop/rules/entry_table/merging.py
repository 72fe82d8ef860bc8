"""Put what the cells of one row give together as values of its record's fields."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from desktop.records.register import Register
from desktop.rules.entry_table.building import Entry
from desktop.rules.entry_table.cells import Found
from desktop.rules.entry_table.columns import Column
from desktop.rules.entry_table.lines import SHAPES, line_key

_FIRST, _LAST = "first_day", "last_day"
Given = Sequence[tuple[Column, Found]]


def values_of(given: Given) -> dict[str, Any]:
    """Return the value of each field that has a column of its own and says something.

    The id the sheet tells is among them. A span of days in one column gives the first
    and the last day.
    """
    values: dict[str, Any] = {}
    spans = []
    for column, found in given:
        if found.given and not column.slot.code:
            values[column.slot.field] = found.value
            if found.until is not None:
                spans.append((column.slot.field, found))
    for name, found in spans:
        _spread(values, name, found)
    return values


def tables_of(given: Given, before: Entry | None) -> dict[str, tuple[Any, ...]]:
    """Return the small tables of a row of which lines have columns of their own.

    Args:
        given: What the cells give.
        before: The kept entry, whose other lines stay; None for a new one.
    """
    whole = {
        column.slot.field: found.value
        for column, found in given
        if found.given and not column.slot.code
    }
    made: dict[str, tuple[Any, ...]] = {}
    for column, found in given:
        if found.given and column.slot.code and column.field is not None:
            name = column.slot.field
            kept = getattr(before, name, ())
            lines = made.get(name, whole.get(name, kept))
            made[name] = _with_number(lines, column, int(found.value))
    return made


def number_of(record: Entry, column: Column) -> int | None:
    """Return the number a column of one line has in a record; None where none is."""
    line = _line(getattr(record, column.slot.field, ()), column)
    if line is None:
        return None
    number: int = getattr(line, _part(column))
    return number


def has_days(register: Register) -> bool:
    """Tell whether entries of a register have a first and a last day."""
    return {_FIRST, _LAST} <= {field.name for field in register.fields}


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
