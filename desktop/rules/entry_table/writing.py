"""Write values as the table of a register shows them, and as a sheet keeps them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from desktop.records.register import Field, FieldType
from desktop.rules.dates import format_date
from desktop.rules.entry_table import lines
from desktop.rules.entry_table.names import Names, kind_of
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.numbers import format_decimal, format_integer
from desktop.rules.times import format_moment, format_time
from desktop.rules.vietnamese import one_line

_LISTS = frozenset(
    {
        FieldType.AGENCIES,
        FieldType.CHOICES,
        FieldType.GOALS,
        FieldType.STEPS,
        FieldType.TASKS,
    }
)
_DECIMALS = 9
Show = Callable[[Any], str]
Held = str | int | Decimal | dt.date | None


def shower(field: Field, names: Names, words: EntryWords) -> Show:
    """Return what shows a value of a field; nothing is shown of None."""
    show = _shower(field, names, words)
    return lambda value: "" if value is None or value == () else show(value)


def _shower(field: Field, names: Names, words: EntryWords) -> Show:
    kind = kind_of(field)
    special: dict[FieldType, Show] = {
        FieldType.FLAG: lambda value: _mark(words, yes=True) if value else "",
        FieldType.STATE: lambda value: words.states[str(value)][0],
    }
    show = special.get(field.type) or _PLAIN.get(field.type, _on_one_line)
    if field.type in lines.SHAPES:
        show = partial(_sum, field)
    elif field.type in _LISTS:
        show = partial(_listed, partial(names.show, kind))
    elif kind and field.type is not FieldType.STATE:
        show = partial(names.show, kind)
    elif field.name == "year":
        show = str
    return show


def _on_one_line(value: object) -> str:
    return " ".join(str(value).split())


def _mark(words: EntryWords, *, yes: bool) -> str:
    return (words.flags.yes if yes else words.flags.no)[0].capitalize()


def _sum(field: Field, rows: Any) -> str:  # noqa: ANN401  lines of any small table
    return format_integer(lines.total(field, rows))


def _listed(show: Show, many: tuple[str, ...]) -> str:
    return ", ".join(show(one) for one in many)


_PLAIN: dict[FieldType, Show] = {
    FieldType.DATE: format_date,
    FieldType.DATETIME: format_moment,
    FieldType.DECIMAL: partial(format_decimal, places=2),
    FieldType.INTEGER: format_integer,
    FieldType.MONEY: format_integer,
}


def holder(field: Field, names: Names, words: EntryWords) -> Callable[[Any], Held]:
    """Return what turns a value into what a sheet's cell holds of it.

    Read again it gives the value; of nothing the cell is None.
    """
    hold = _holder(field, names, words)
    return lambda value: None if value is None or value in ((), "") else hold(value)


def _holder(field: Field, names: Names, words: EntryWords) -> Callable[[Any], Held]:
    kind = kind_of(field)
    special: dict[FieldType, Callable[[Any], Held]] = {
        FieldType.FLAG: lambda value: _mark(words, yes=bool(value)),
        FieldType.STATE: lambda value: words.states[str(value)][0],
        FieldType.DATETIME: lambda at: f"{format_date(at)} {format_time(at.time())}",
        FieldType.TEXT: one_line,
    }
    if field.type in lines.SHAPES:
        return lambda rows: lines.write_lines(field, rows, names, words)
    if field.type in _LISTS:
        return lambda many: "; ".join(names.write(kind, one) for one in many)
    if field.type in special:
        return special[field.type]
    return partial(names.write, kind) if kind else lambda value: value
