"""Turn what is typed into a filter into a test the store can answer."""

import re

from desktop.gui.tables.columns import NUMBERS, Column, kind_of
from desktop.gui.tables.names import Names
from desktop.records.register import FieldType
from desktop.rules.numbers import parse_integer
from desktop.rules.vietnamese import fold
from desktop.store.views import Contains, DayContains, OneOf, Test, Within

_TEXTS = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
_DAYS = frozenset({FieldType.DATE, FieldType.DATETIME})
_NEVER = frozenset(
    {
        FieldType.AUDIENCES,
        FieldType.STAFF,
        FieldType.SPENDING,
        FieldType.PRODUCT,
        FieldType.DECIMAL,
    }
)
"""Small tables, titles kept elsewhere, and numbers a database compares as texts."""

_FROM_TO = re.compile(r"(?P<first>[\d. ]+)\s*(?:-|–|\.\.)\s*(?P<last>[\d. ]+)")
_COMPARED = re.compile(r"(?P<sign>>=|<=|>|<|=|≥|≤)\s*(?P<number>.+)")
_NOTHING = OneOf("id", ())


def can_filter(column: Column) -> bool:
    """Tell whether a column can be filtered at all."""
    return column.field.type not in _NEVER


def test_of(column: Column, typed: str, names: Names) -> Test | None:
    """Return the test of one filter, or None when it is blank.

    Numbers take `10`, `>10`, `<=10`, `10-20`; days any part of `05/02/2024`; names
    and texts any part, with or without marks.
    """
    typed = typed.strip()
    if not typed:
        return None
    field = column.field
    if field.type in NUMBERS:
        return _number_test(field.name, typed)
    if field.type in _TEXTS:
        return Contains(field.name, typed)
    if field.type in _DAYS:
        return DayContains(field.name, typed)
    if field.type is FieldType.FLAG:
        return _flag_test(field.name, typed)
    return OneOf(field.name, _values(kind_of(field), typed, names))


def _values(kind: str, typed: str, names: Names) -> tuple[str, ...]:
    wanted = fold(typed)
    return tuple(
        one.value
        for one in names.of(kind)
        if any(wanted in fold(text) for text in (one.text, one.short, *one.found_by))
    )


def _flag_test(name: str, typed: str) -> Test:
    return OneOf(name, (int(fold(typed) not in {"khong", "k", "0"}),))


def _number_test(name: str, typed: str) -> Test:
    span = _FROM_TO.fullmatch(typed)
    if span:
        first, last = _number(span["first"]), _number(span["last"])
        known = first is not None and last is not None
        return Within(name, first, last) if known else _NOTHING
    compared = _COMPARED.fullmatch(typed)
    number = _number(compared["number"] if compared else typed)
    if number is None:
        return _NOTHING
    return Within(name, *_ends(compared["sign"] if compared else "=", number))


def _ends(sign: str, number: int) -> tuple[int | None, int | None]:
    """Return the least and the greatest number that fit a comparison."""
    known: dict[str, tuple[int | None, int | None]] = {
        ">=": (number, None),
        "≥": (number, None),
        ">": (number + 1, None),
        "<=": (None, number),
        "≤": (None, number),
        "<": (None, number - 1),
    }
    return known.get(sign, (number, number))


def _number(typed: str) -> int | None:
    value = parse_integer(typed).value
    return None if value is None else int(value)
