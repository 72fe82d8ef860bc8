"""Text of one cell and the value of its field, each made of the other.

What a cell is written as is read back as the same value: copying and pasting again
changes nothing.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from desktop.errors import Problem
from desktop.records.register import Field, FieldType
from desktop.rules.dates import FIRST_YEAR, LAST_YEAR, format_date, parse_date
from desktop.rules.numbers import parse_decimal, parse_integer
from desktop.rules.times import format_time, parse_moment
from desktop.rules.vietnamese import exact_key, fold, half_width, normalise

TABLES = frozenset({FieldType.AUDIENCES, FieldType.STAFF, FieldType.SPENDING})
"""Small tables, which no text of one cell can hold."""

LISTS = frozenset(
    {
        FieldType.CHOICES,
        FieldType.AGENCIES,
        FieldType.TASKS,
        FieldType.GOALS,
        FieldType.STEPS,
    }
)
TEXTS = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
NUMBERS = frozenset({FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL})

_YES = frozenset(
    {"x", "co", "c", "1", "v", "✓", "✔", "☑", "true", "yes", "dung", "roi"}
)
_NO = frozenset({"khong", "k", "0", "false", "no", "chua", "☐"})
_APART = (re.compile(r"\s*[;\n]\s*"), re.compile(r"\s*[;,\n]\s*"))
"""Signs between the values of a list; a comma may be part of a name."""


class Choice(Protocol):
    """One thing to choose: what is kept, and what it is called."""

    @property
    def value(self) -> str:
        """Return the code or id."""

    @property
    def text(self) -> str:
        """Return its name."""

    @property
    def short(self) -> str:
        """Return what a narrow column shows; blank for the name itself."""

    @property
    def found_by(self) -> tuple[str, ...]:
        """Return other spellings."""

    @property
    def retired(self) -> bool:
        """Tell whether it is no longer offered."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means to a field, or why it means nothing."""

    value: object = None
    """None, or an empty list, for a blank cell."""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the reading of a cell depends on besides its text."""

    choices: Callable[[Field], Sequence[Choice]]
    """What a field chooses from, retired values too."""
    today: dt.date
    year: int
    """Year of a day written without one."""
    names: dict[tuple[Field, str], str] = dataclasses.field(default_factory=dict)
    """Names found so far for values: looking whether one leads back takes long."""


def read_text(
    field: Field, text: str, around: Around, *, parts: bool = False
) -> Reading:
    """Return the value a text has in a field.

    Args:
        field: The field.
        text: As typed or pasted.
        around: What else it depends on.
        parts: Whether a part of a name will do where only one holds it, as when
            somebody types; what is pasted is taken by whole names alone.
    """
    if field.type in TEXTS:
        return Reading(normalise(text))
    plain = normalise(text)
    if field.type in TABLES:
        return _refused(field, "cell_table", plain)
    if field.type in LISTS:
        return _read_list(field, plain, around, parts=parts)
    return _read_one(field, plain, around, parts=parts)


def _read_one(field: Field, plain: str, around: Around, *, parts: bool) -> Reading:
    if not plain:
        return Reading(False if field.type is FieldType.FLAG else None)
    if field.name == "year":
        return _read_year(field, plain)
    reader = _READERS.get(field.type)
    if reader is not None:
        return reader(field, plain, around)
    return _one_of(field, plain, around, parts=parts)


def write_text(field: Field, value: object, around: Around) -> str:
    """Return the text of a value, from which `read_text` makes it again."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        if field.type in TABLES:
            return ""
        return "; ".join(_name_of(field, str(one), around) for one in value)
    writer = _WRITERS.get(field.type)
    if writer is not None and field.name != "year":
        return writer(value)
    if field.type in TEXTS or field.name == "year":
        return str(value)
    return _name_of(field, str(value), around)


def _read_day(field: Field, text: str, around: Around) -> Reading:
    parsed = parse_date(text, today=around.today, year=around.year)
    if parsed.value is None:
        return _refused(field, f"date_{parsed.reason}", text)
    return Reading(parsed.value)


def _read_moment(field: Field, text: str, around: Around) -> Reading:
    moment = parse_moment(text, today=around.today)
    return (
        _refused(field, "moment_not_moment", text)
        if moment is None
        else Reading(moment)
    )


def _read_whole(field: Field, text: str, _around: Around) -> Reading:
    parsed = parse_integer(text)
    if parsed.value is None:
        return _refused(field, f"number_{parsed.reason}", text)
    return Reading(int(parsed.value))


def _read_decimal(field: Field, text: str, _around: Around) -> Reading:
    parsed = parse_decimal(text)
    if parsed.value is None:
        return _refused(field, f"number_{parsed.reason}", text)
    return Reading(parsed.value)


def _read_flag(field: Field, text: str, _around: Around) -> Reading:
    word = fold(half_width(text))
    if word in _YES:
        return Reading(value=True)
    return Reading(value=False) if word in _NO else _refused(field, "not_flag", text)


def _read_year(field: Field, text: str) -> Reading:
    plain = half_width(text).removeprefix("'")
    if not (plain.isascii() and plain.isdigit()):
        return _refused(field, "date_year", text)
    year = int(plain)
    known = FIRST_YEAR <= year <= LAST_YEAR
    return Reading(year) if known else _refused(field, "date_year", text)


_READERS: dict[FieldType, Callable[[Field, str, Around], Reading]] = {
    FieldType.DATE: _read_day,
    FieldType.DATETIME: _read_moment,
    FieldType.INTEGER: _read_whole,
    FieldType.MONEY: _read_whole,
    FieldType.DECIMAL: _read_decimal,
    FieldType.FLAG: _read_flag,
}


def _read_list(field: Field, text: str, around: Around, *, parts: bool) -> Reading:
    if not text:
        return Reading(())
    whole = _one_of(field, text, around, parts=False)
    if whole.problem is None:
        return Reading((whole.value,))
    refused = whole
    for apart in _APART:
        words = [one for one in apart.split(text) if one.strip()]
        read = [_one_of(field, one, around, parts=parts) for one in words]
        wrong = next((one for one in read if one.problem), None)
        if wrong is None:
            return Reading(tuple(dict.fromkeys(one.value for one in read)))
        refused = wrong
    return refused


def _one_of(field: Field, text: str, around: Around, *, parts: bool) -> Reading:
    offered = around.choices(field)
    found = _called(text, offered) or (_holding(text, offered) if parts else [])
    in_use = [one for one in found if not one.retired] or found
    values = list(dict.fromkeys(one.value for one in in_use))
    if len(values) == 1:
        return Reading(values[0])
    if not values:
        return _refused(field, "not_in_list", text)
    names = ", ".join(one.text for one in in_use[:_MOST_NAMES])
    return Reading(problem=Problem(field.name, "names_several", (text, names)))


_MOST_NAMES = 3


def _called(text: str, offered: Iterable[Choice]) -> list[Choice]:
    """Return what has a text for a name, as it is written or else without marks."""
    offered = tuple(offered)
    known = [one for one in offered if one.value == text]
    for key in (exact_key, fold):
        wanted = key(text)
        known = known or [
            one for one in offered if wanted in {key(name) for name in _names(one)}
        ]
    return known


def _holding(text: str, offered: Iterable[Choice]) -> list[Choice]:
    wanted = fold(text)
    return [one for one in offered if any(wanted in fold(name) for name in _names(one))]


def _names(one: Choice) -> tuple[str, ...]:
    return tuple(name for name in (one.text, one.short, *one.found_by) if name)


def _name_of(field: Field, value: str, around: Around) -> str:
    """Return the name by which exactly this value is found again, else the value."""
    key = field, value
    if key not in around.names:
        around.names[key] = _find_name(field, value, around)
    return around.names[key]


def _find_name(field: Field, value: str, around: Around) -> str:
    found = (one for one in around.choices(field) if one.value == value)
    one = next(found, None)
    tried = () if one is None else (one.short, one.text)
    for name in tried:
        apart = any(sign in name for sign in ";\n") and field.type in LISTS
        if name and not apart:
            read = _one_of(field, normalise(name), around, parts=False)
            if read.value == value:
                return name
    return value


def _write_moment(value: dt.datetime) -> str:
    return f"{format_date(value.date())} {format_time(value.time())}"


def _write_number(value: Decimal | int) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


_WRITERS: dict[FieldType, Callable[..., str]] = {
    FieldType.DATE: format_date,
    FieldType.DATETIME: _write_moment,
    FieldType.INTEGER: _write_number,
    FieldType.MONEY: _write_number,
    FieldType.DECIMAL: _write_number,
    FieldType.FLAG: lambda value: "Có" if value else "",
}


def _refused(field: Field, code: str, text: str) -> Reading:
    return Reading(problem=Problem(field.name, code, (text,)))
