"""The rows under a figure: each addend in the words a person knows it by."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from desktop.records.report import ColumnType, FigureKey, Row, Table, Trace, Value
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal

_NAMES = ("title", "name")
"""Keys of the column that names a record."""


_BEFORE, _BEHIND = ": ", "; "
"""Stand in a label between table and row, and between row and column."""


class Traced(Protocol):
    """A report, or anything else that has traces and the records they name."""

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Return what every figure is made of."""

    @property
    def data(self) -> tuple[Table, ...]:
        """Return the tables of the records counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One addend."""

    amount: Decimal
    what: str
    day: str = ""
    agency: str = ""
    note: str = ""
    code: str = ""
    """Of the other figure it is; blank where it is none."""
    place: str = ""
    """Table and id of the record it is; blank where it is none."""
    fields: tuple[str, ...] = ()
    """Fields of the record that say this very number."""


class Book:
    """The traces of a report, found by code and by the place of a figure."""

    def __init__(self, traced: Traced) -> None:
        """Know every trace, and the records they name."""
        self._traces = {one.code: one for one in traced.traces}
        self._tables = {one.code: _Records(one) for one in traced.data}
        self._at: dict[FigureKey, list[Trace]] = {}
        for one in traced.traces:
            for key in one.at:
                self._at.setdefault(key, []).append(one)

    def of(self, code: str) -> Trace | None:
        """Return the trace of a code, or None."""
        return self._traces.get(code)

    def at(self, key: FigureKey) -> tuple[Trace, ...]:
        """Return the traces of the figures that stand in a cell, in their order."""
        return tuple(self._at.get(key, ()))

    def lines(self, trace: Trace) -> tuple[Line, ...]:
        """Return the addends of a figure."""
        return tuple(self._lines(trace))

    def _lines(self, trace: Trace) -> Iterator[Line]:
        for one in trace.addends:
            records = self._tables.get(one.table)
            if records is not None and 0 < one.row <= len(records.rows):
                yield records.line(one.row, one.amount, one.text)
                continue
            other = self._traces.get(one.code)
            yield Line(
                amount=one.amount,
                what=one.text if other is None else within(trace.label, other.label),
                note="" if other is None else one.text,
                code=one.code if other is not None else "",
            )


def within(whole: str, label: str) -> str:
    """Return a label without the table and column it has in common with another."""
    table, behind, rest = label.partition(_BEFORE)
    if behind and whole.startswith(f"{table}{_BEFORE}"):
        label = rest
    row, behind, column = label.rpartition(_BEHIND)
    return row if behind and whole.endswith(f"{_BEHIND}{column}") else label


def lines_of_several(traces: Sequence[Trace]) -> tuple[str, tuple[Line, ...]]:
    """Return what several figures have in common, and a line for each of them."""
    heads = {one.label.rpartition(_BEHIND)[0] for one in traces}
    shared = heads.pop() if len(heads) == 1 else ""
    lines = tuple(
        Line(
            amount=one.value,
            what=one.label.removeprefix(shared).removeprefix(_BEHIND),
            code=one.code,
        )
        for one in traces
    )
    return shared, lines


def number(value: Decimal) -> str:
    """Return a number as the report writes it, with two decimals at most."""
    return format_decimal(value, 2)


class _Records:
    """A table of records, and the columns that tell one record from another."""

    def __init__(self, table: Table) -> None:
        columns = table.columns
        self.rows = table.rows
        self._keys = tuple(one.key for one in columns)
        self._title = next((n for n, k in enumerate(self._keys) if k in _NAMES), None)
        dates = (n for n, c in enumerate(columns) if c.type is ColumnType.DATE)
        self._day = next(dates, None)
        self._agency = next(
            (n for n, k in enumerate(self._keys) if k == "agency"), None
        )
        self._texts = tuple(
            n for n, c in enumerate(columns) if c.type is ColumnType.TEXT and c.key
        )

    def line(self, number: int, amount: Decimal, note: str) -> Line:
        """Return one record's line."""
        row = self.rows[number - 1]
        return Line(
            amount=amount,
            what=self._name(row),
            day=_text(row, self._day),
            agency=_text(row, self._agency),
            note=note,
            place=row.record,
            fields=tuple(
                key
                for key, value in zip(self._keys, row.values, strict=True)
                if key and _same(value, amount)
            ),
        )

    def _name(self, row: Row) -> str:
        named = _text(row, self._title)
        if named:
            return named
        beside = (n for n in self._texts if n not in (self._agency, self._title))
        return ", ".join(filter(None, (_text(row, n) for n in beside)))


def _text(row: Row, column: int | None) -> str:
    value = None if column is None else row.values[column]
    if isinstance(value, dt.date):
        return format_date(value)
    return "" if value is None else str(value)


def _same(value: Value, amount: Decimal) -> bool:
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return number and value == amount
