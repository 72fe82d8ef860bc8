"""The columns of a register's table: what each shows, and how it sorts and filters."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Literal

from desktop.gui.tables.names import Names
from desktop.records.figure import Source
from desktop.records.register import Field, FieldType, Register
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_integer
from desktop.rules.times import format_moment
from desktop.rules.vietnamese import fold
from desktop.store.views import Order

NUMBERS = frozenset({FieldType.INTEGER, FieldType.MONEY})
_SUMMED = frozenset({FieldType.AUDIENCES, FieldType.STAFF, FieldType.SPENDING})
_LISTS = frozenset(
    {
        FieldType.CHOICES,
        FieldType.AGENCIES,
        FieldType.TASKS,
        FieldType.GOALS,
        FieldType.STEPS,
    }
)
_TEXTS = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})

_SORTED_AS_KEPT = frozenset(
    {FieldType.DECIMAL, FieldType.DATE, FieldType.DATETIME, FieldType.FLAG}
)
_NEVER_ADDED = frozenset({"year", "followers"})
_NOT_ADDED = frozenset({(Source.BROADCAST, "minutes"), (Source.HEADCOUNT, "people")})
"""Numbers whose sum means nothing: one length of many, one stock on many days."""

_WIDTHS = {
    FieldType.TEXT: 150,
    FieldType.LONG_TEXT: 150,
    FieldType.DATE: 86,
    FieldType.DATETIME: 130,
    FieldType.DECIMAL: 90,
    FieldType.INTEGER: 80,
    FieldType.MONEY: 110,
    FieldType.FLAG: 76,
    FieldType.STATE: 100,
    FieldType.TASKS: 98,
    FieldType.TIER: 90,
    FieldType.AGENCY: 120,
}
_USUAL_WIDTH = 120
_TITLE_WIDTH = 240
_LEAST_TITLE, _LEAST_TEXT = 160, 72
_TITLES = frozenset({"title", "name"})
_WEIGHTS = {
    FieldType.TASKS: 0,
    FieldType.DATE: 4,
    FieldType.DECIMAL: 3,
    FieldType.INTEGER: 3,
    FieldType.MONEY: 3,
    FieldType.AGENCY: 3,
    FieldType.STATE: 0,
}
EVIDENCE = "@evidence"
"""Name of the field that stands for the files of an entry, which it does not keep."""
_MOST_MISSED, _LEAST_MISSED = 9, -1


def kind_of(field: Field) -> str:
    """Return what a field chooses from, as `Names.of` calls it; blank for nothing."""
    special = {
        FieldType.AGENCY: "@agency",
        FieldType.AGENCIES: "@agency",
        FieldType.TASKS: "@task",
        FieldType.TIER: "@tier",
        FieldType.STATE: "@state",
        FieldType.GOAL: "@goal",
        FieldType.GOALS: "@goal",
        FieldType.STEPS: "@step",
        FieldType.FIGURE: "@figure",
        FieldType.CHANNEL: "@channel",
    }
    return special.get(field.type, field.catalogue)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table of a register."""

    field: Field
    text: Callable[[Any], str]
    """What a record shows in it."""
    sort: Literal["plain", "text", "ranked", "proven", ""]
    """How it is sorted; blank where no order makes sense."""
    number: bool
    added: bool
    """Whether the last row shows its sum."""
    counted: Callable[[Any], int] | None = None
    """How its number is found where no field of a record keeps it."""

    @property
    def kept(self) -> bool:
        """Tell whether records keep what it shows, so that it may be written."""
        return self.counted is None

    @property
    def label(self) -> str:
        """Return the heading, with the unit; of tasks only their numbers are shown."""
        if self.field.type is FieldType.TASKS:
            return "Nhiệm vụ"
        unit = self.field.unit if self.number else ""
        if not unit or fold(unit) in fold(self.field.label):
            return self.field.label
        return f"{self.field.label} ({unit})"

    @property
    def width(self) -> int:
        """Return the width it starts with, in pixels at 100 %."""
        if self.field.name in _TITLES:
            return _TITLE_WIDTH
        return _WIDTHS.get(self.field.type, _USUAL_WIDTH)

    @property
    def elastic(self) -> bool:
        """Tell whether its width follows the room there is."""
        stiff = {
            FieldType.DATE,
            FieldType.DATETIME,
            FieldType.FLAG,
            FieldType.STATE,
            FieldType.TASKS,
        }
        return not self.number and self.field.type not in stiff

    @property
    def weight(self) -> int:
        """Return how much it is missed: the lowest gives way where room is short."""
        if self.field.name in _TITLES:
            return _MOST_MISSED
        if not self.kept:
            return _LEAST_MISSED
        return _WEIGHTS.get(self.field.type, 1)

    @property
    def least(self) -> int:
        """Return the width below which it says too little, in pixels at 100 %."""
        if self.field.name in _TITLES:
            return _LEAST_TITLE
        return min(self.width, _LEAST_TEXT) if self.elastic else self.width

    def order(self, names: Names, *, descending: bool) -> Order | None:
        """Return the order by this column, or None where there is none."""
        if not self.sort:
            return None
        ranked = self.sort == "ranked"
        ranks = names.alphabetic(kind_of(self.field)) if ranked else ()
        return Order(self.field.name, self.sort, ranks, descending)


def columns_of(register: Register, names: Names) -> tuple[Column, ...]:
    """Return the columns of a register, one for each of its fields."""
    return tuple(_column(register, field, names) for field in register.fields)


def plain_number(column: Column, record: object) -> int | Decimal | None:
    """Return the number in a column, for copying; None where there is none."""
    if not column.number:
        return None
    if column.counted is not None:
        return column.counted(record)
    value = getattr(record, column.field.name)
    return _sum_of(column.field, value) if isinstance(value, tuple) else value


def _column(register: Register, field: Field, names: Names) -> Column:
    number = field.type in NUMBERS | _SUMMED | {FieldType.DECIMAL}
    added = (
        field.type in NUMBERS
        and field.name not in _NEVER_ADDED
        and (register.source, field.name) not in _NOT_ADDED
    )
    return Column(field, _reader(field, names), _sort(field), number, added)


def _sort(field: Field) -> Literal["plain", "text", "ranked", ""]:
    if field.type in _TEXTS:
        return "text"
    if field.type in NUMBERS | _SORTED_AS_KEPT:
        return "plain"
    return "ranked" if kind_of(field) and field.type not in _SUMMED else ""


def _reader(field: Field, names: Names) -> Callable[[Any], str]:
    name = field.name
    show = _shower(field, names)

    def text(record: Any) -> str:  # noqa: ANN401  records of every register
        value = getattr(record, name)
        return "" if value is None else show(value)

    return text


def _shower(field: Field, names: Names) -> Callable[[Any], str]:
    kind = kind_of(field)
    shown: Callable[[Any], str]
    if field.type in _SUMMED:
        shown = partial(_sum_text, field)
    elif field.type in _LISTS:
        shown = partial(_list_text, names, kind)
    elif kind or field.type is FieldType.PRODUCT:
        shown = partial(names.name, kind or "@product", short=True)
    elif field.name == "year":
        shown = str
    else:
        shown = _PLAIN.get(field.type, _one_line)
    return shown


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def _flag_text(value: object) -> str:
    return "Có" if value else ""


_PLAIN: dict[FieldType, Callable[[Any], str]] = {
    FieldType.DATE: format_date,
    FieldType.DATETIME: format_moment,
    FieldType.DECIMAL: partial(format_decimal, places=2),
    FieldType.FLAG: _flag_text,
    FieldType.INTEGER: format_integer,
    FieldType.MONEY: format_integer,
}


def _list_text(names: Names, kind: str, values: tuple[str, ...]) -> str:
    return ", ".join(names.name(kind, one, short=True) for one in values)


def _sum_text(field: Field, rows: tuple[Any, ...]) -> str:
    return _optional(_sum_of(field, rows))


def _optional(number: int | None) -> str:
    return "" if number is None else format_integer(number)


def _sum_of(field: Field, rows: tuple[Any, ...]) -> int | None:
    part = {FieldType.AUDIENCES: "attendance", FieldType.STAFF: "people"}
    name = part.get(field.type, "spent")
    return sum(getattr(row, name) for row in rows) if rows else None
