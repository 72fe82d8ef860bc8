"""Turn what is typed into a filter into a test the store can answer."""

import math
import re

from desktop.gui.tables.columns import NUMBERS, Column, kind_of
from desktop.gui.tables.names import Names
from desktop.records.register import FieldType
from desktop.rules.numbers import parse_decimal, parse_integer
from desktop.rules.vietnamese import fold
from desktop.store.views import Contains, DayContains, OneOf, Proven, Test, Within

_TEXTS = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
_DAYS = frozenset({FieldType.DATE, FieldType.DATETIME})
_NEVER = frozenset(
    {
        FieldType.AUDIENCES,
        FieldType.STAFF,
        FieldType.SPENDING,
        FieldType.PRODUCT,
    }
)
"""Small tables, and titles kept elsewhere."""

_FROM_TO = re.compile(r"(?P<first>[\d., ]+)\s*(?:-|–|\.\.)\s*(?P<last>[\d., ]+)")
_COMPARED = re.compile(r"(?P<sign>>=|<=|>|<|=|≥|≤)\s*(?P<number>.+)")
_NOTHING = OneOf("id", ())

_SOME, _NONE = ("co",), ("chua co", "khong co", "thieu")
"""Folded words that ask for entries with files, and for those that lack them."""


def can_filter(column: Column) -> bool:
    """Tell whether a column can be filtered at all."""
    return column.field.type not in _NEVER


def test_of(column: Column, typed: str, names: Names) -> Test | None:
    """Return the test of one filter, or None when it is blank.

    Numbers take `10`, `>10`, `<=10,5`, `10-20`; files also `có` and `chưa`; days any
    part of `05/02/2024`; names and texts any part, with or without marks.
    """
    typed = typed.strip()
    if not typed:
        return None
    field = column.field
    if field.type in NUMBERS | {FieldType.DECIMAL}:
        whole = field.type is not FieldType.DECIMAL
        kept = column.kept
        return (
            _number_test(field.name, typed, whole=whole) if kept else _files_test(typed)
        )
    if field.type in _TEXTS:
        return Contains(field.name, typed)
    if field.type in _DAYS:
        return DayContains(field.name, typed)
    if field.type is FieldType.FLAG:
        return _flag_test(field.name, typed)
    return OneOf(field.name, _values(kind_of(field), typed, names))


def _values(kind: str, typed: str, names: Names) -> tuple[str, ...]:
    wanted = fold(typed)
    found = (
        one.value
        for one in names.of(kind)
        if any(wanted in fold(text) for text in (one.text, one.short, *one.found_by))
    )
    return names.with_parts(kind, found)


def _files_test(typed: str) -> Test:
    words = fold(typed.strip("▲ "))
    if _asks(words, _SOME):
        return Proven(least=1)
    if _asks(words, _NONE):
        return Proven(most=0, awaited=True)
    match _number_test("id", typed, whole=True):
        case Within(first=first, last=last):
            least = first if isinstance(first, int) else 0
            return Proven(least, last if isinstance(last, int) else None)
        case _:
            return _NOTHING


def _asks(words: str, wishes: tuple[str, ...]) -> bool:
    """Tell whether words are one of the wishes, typed to its end or not."""
    return bool(words) and any(
        whole.startswith(words) or words.startswith(whole) for whole in wishes
    )


def _flag_test(name: str, typed: str) -> Test:
    return OneOf(name, (int(fold(typed) not in {"khong", "k", "0"}),))


def _number_test(name: str, typed: str, *, whole: bool) -> Test:
    span = _FROM_TO.fullmatch(typed)
    if span:
        first, last = _number(span["first"], whole), _number(span["last"], whole)
        known = first is not None and last is not None
        return Within(name, first, last) if known else _NOTHING
    compared = _COMPARED.fullmatch(typed)
    number = _number(compared["number"] if compared else typed, whole)
    if number is None:
        return _NOTHING
    return Within(name, *_ends(compared["sign"] if compared else "=", number))


def _ends(sign: str, number: float) -> tuple[float | None, float | None]:
    """Return the least and the greatest number that fit a comparison."""
    known: dict[str, tuple[float | None, float | None]] = {
        ">=": (number, None),
        "≥": (number, None),
        ">": (_next(number, math.inf), None),
        "<=": (None, number),
        "≤": (None, number),
        "<": (None, _next(number, -math.inf)),
    }
    return known.get(sign, (number, number))


def _next(number: float, way: float) -> float:
    """Return the number that follows: of counts the next count."""
    if isinstance(number, int):
        return number + 1 if way > 0 else number - 1
    return math.nextafter(number, way)


def _number(typed: str, whole: bool) -> float | None:
    value = (parse_integer if whole else parse_decimal)(typed).value
    if value is None:
        return None
    return int(value) if whole else float(value)
