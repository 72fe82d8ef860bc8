"""Compare reports by figure, not by cell: what each was, became, and what follows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.records.report import (
    Column,
    ColumnType,
    FigureChange,
    FigureKey,
    Report,
    Row,
    RowKind,
    Table,
    Value,
)
from desktop.rules.numbers import format_decimal

_TOLD = ("verdict", "progress", "total", "estimate")
_TOLD_OF = ("year_", "period_", "cumulative_")
"""Columns of words that have a figure in them, or say what figures come to."""

_FOLLOWING = frozenset({"difference"})
"""Columns of numbers that are reckoned from their neighbours."""

_TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a report, in place."""

    value: Value
    label: str
    total: bool
    """Whether it only follows from others: a sum, a share, a verdict."""


Figures = Mapping[FigureKey, Figure]


def figures(report: Report) -> dict[FigureKey, Figure]:
    """Return every figure of the tables of a report, in the order they stand."""
    derived, tables = _derived(report), tuple(_tables(report))
    names = _short_names(tables)
    counted = {one.key for table in tables for one in table.columns if one.key}
    return {
        key: replace(
            figure,
            # a row that is itself a column elsewhere tells that column's total again
            total=figure.total or key in derived or key.row in counted,
        )
        for table in tables
        for key, figure in _of_table(table, names)
    }


def with_changes(
    old: Figures, changes: Iterable[FigureChange]
) -> dict[FigureKey, Figure]:
    """Return the figures of a report as a correction slip leaves them."""
    found = dict(old)
    for one in changes:
        if one.new is None and one.at in found:
            del found[one.at]
        else:
            found[one.at] = Figure(value=one.new, label=one.label, total=one.total)
    return found


def difference(old: Figures, new: Figures) -> tuple[FigureChange, ...]:
    """Return what differs: first what was counted anew, then what only follows.

    Of each the largest effect comes first: how much of its column's total, or of
    itself where there is none, has changed.
    """
    keys = dict.fromkeys((*old, *new))
    changes = [
        _change(key, old.get(key), new.get(key))
        for key in keys
        if _value(old.get(key)) != _value(new.get(key))
    ]
    places = {key: at for at, key in enumerate(keys)}
    return tuple(
        sorted(
            _told_once(changes),
            key=lambda one: (one.total, -_effect(one, old, new), places[one.at]),
        )
    )


def _told_once(changes: Iterable[FigureChange]) -> Iterator[FigureChange]:
    """Let a figure that several tables print be counted anew in the first alone."""
    told: set[tuple[str, str, Value, Value]] = set()
    for one in changes:
        figure = (one.at.row, one.at.column, one.old, one.new)
        yield replace(one, total=True) if figure in told else one
        told.add(figure)


def effect(change: FigureChange) -> Decimal | None:
    """Return by how much a number changed; None of words."""
    if isinstance(change.old, str) or isinstance(change.new, str):
        return None
    return _number(change.new) - _number(change.old)


def _change(
    key: FigureKey, before: Figure | None, after: Figure | None
) -> FigureChange:
    told = after or before
    return FigureChange(
        at=key,
        label="" if told is None else told.label,
        old=_value(before),
        new=_value(after),
        total=told is not None and told.total,
    )


def _effect(change: FigureChange, old: Figures, new: Figures) -> Decimal:
    """Return the share of its column's total that a change makes up."""
    by = effect(change)
    if by is None:
        return Decimal(0)
    whole = replace(change.at, row=_TOTAL)
    sides = (old, new) if whole in old or whole in new else ()
    totals = [abs(_number(_value(side.get(whole)))) for side in sides]
    own = max(abs(_number(change.old)), abs(_number(change.new)))
    most = max(totals, default=own) or own
    return abs(by) / most if most else Decimal(0)


def _value(figure: Figure | None) -> Value:
    return None if figure is None else figure.value


def _number(value: Value) -> Decimal:
    if isinstance(value, Decimal | int):
        return Decimal(value)
    return Decimal(0)


def _derived(report: Report) -> frozenset[FigureKey]:
    """Return the figures whose trace adds up other figures only."""
    return frozenset(
        key
        for trace in report.traces
        if trace.addends and all(one.code for one in trace.addends)
        for key in trace.at
    )


def _tables(report: Report) -> Iterator[Table]:
    inside = (block for annex in report.annexes for block in annex.blocks)
    for block in (*report.blocks, *inside):
        if isinstance(block, Table):
            yield block


def _of_table(
    table: Table, names: Mapping[str, str]
) -> Iterator[tuple[FigureKey, Figure]]:
    for row in table.rows:
        if not row.key or row.kind is RowKind.GROUP:
            continue
        for column, value in zip(table.columns, row.values, strict=True):
            if _is_figure(column, value):
                yield (
                    FigureKey(table=table.code, row=row.key, column=column.key),
                    Figure(
                        value=value,
                        label=f"{table.sheet}: {names[row.key]}; {_heading(column)}",
                        total=_follows(row, column, value),
                    ),
                )


def _is_figure(column: Column, value: Value) -> bool:
    """Tell whether a cell holds a figure, or words that have one in them."""
    if not column.key or isinstance(value, bool):
        return False
    if isinstance(value, str):
        return column.key in _TOLD or column.key.startswith(_TOLD_OF)
    return isinstance(value, int | Decimal) and column.type is not ColumnType.ORDINAL


def _follows(row: Row, column: Column, value: Value) -> bool:
    return (
        row.kind is RowKind.TOTAL
        or row.key == _TOTAL
        or column.type is ColumnType.PERCENT
        or column.key in _FOLLOWING
        or isinstance(value, str)
    )


def _short_names(tables: Iterable[Table]) -> dict[str, str]:
    """Return what each row is called, by the table that says it most shortly."""
    found: dict[str, str] = {}
    for table in tables:
        for row in table.rows:
            name = _name(table, row)
            if row.key not in found or len(name) < len(found[row.key]):
                found[row.key] = name
    return found


def _name(table: Table, row: Row) -> str:
    """Return the first words of a row, which name it."""
    texts = [
        value
        for column, value in zip(table.columns, row.values, strict=True)
        if isinstance(value, str) and value and column.type is not ColumnType.ORDINAL
    ]
    return " ".join(texts[0].split()) if texts else row.key


def _heading(column: Column) -> str:
    return " - ".join(dict.fromkeys(part for part in column.heading if part))


def printed_once(changes: Iterable[FigureChange]) -> tuple[FigureChange, ...]:
    """Return changes without those another table has told in as many words."""
    kept: list[FigureChange] = []
    told: dict[tuple[str, str, str], str] = {}
    for one in changes:
        figure = (one.at.row, _plain(one.old), _plain(one.new))
        if told.setdefault(figure, one.at.table) == one.at.table:
            kept.append(one)
    return tuple(kept)


def _plain(value: Value) -> str:
    """Return a value as all tables write it, its percent sign aside."""
    if isinstance(value, Decimal | int):
        return format_decimal(value)
    return "" if value is None else str(value).removesuffix("%")
