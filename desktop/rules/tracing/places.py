"""Which number stands in which cell of a report's tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.records.report import (
    Column,
    FigureKey,
    Report,
    Row,
    Table,
    Value,
)


class Kind(StrEnum):
    """What sort of number it is."""

    FIGURE = "figure"
    MONEY = "money"
    SHARE = "share"
    """Spent of planned, in percent."""
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    """Percent of a target."""
    REACHED = "reached"
    """What a target is told to have reached: its percent, or else its numerator."""
    DIFFERENCE = "difference"
    """Of a target's value from what was asked."""
    CHANGE = "change"
    """By how much a figure is more than in an earlier period."""
    CHANGE_SHARE = "change_share"
    """The same in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, the same wherever it stands."""

    kind: Kind
    code: str
    """Of a figure; `planned` or `spent` of money; the goal of a target's number."""
    days: str = "period"
    """`period`, `cumulative`, `year_2024`, `previous`, `last_year`."""
    agency: str = ""
    """Whose figure it is; blank: all agencies'."""
    task: str = ""
    """Of which task; blank: not of one."""
    source: str = ""
    """Of which source of money; blank: of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A cell and the numbers it tells, in their order."""

    at: FigureKey
    table: Table
    row: Row
    column: Column
    printed: Value
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What tells the keys of figures from all others."""

    own: str
    """Id of the agency that reports."""
    figures: frozenset[str]
    """Codes of every figure."""
    tasks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes of the figures of each task."""


TOTAL, OWN = "total", "own"
_TASKS, _SPENDING = "tasks", "spending"
_YEARS, _SHORT = "targets_years", "targets_short"
_TARGETS = ("targets", _SHORT, _YEARS)
_SIDES = ("numerator", "denominator", "value")


def tables(report: Report) -> Iterator[Table]:
    """Yield the tables of a report as they are printed."""
    blocks = [*report.blocks, *(one for each in report.annexes for one in each.blocks)]
    return (one for one in blocks if isinstance(one, Table))


def spots(report: Report, known: Known) -> Iterator[Spot]:
    """Yield every cell that tells numbers, in the order of printing."""
    return (spot for table in tables(report) for spot in _of_table(table, known))


def _of_table(table: Table, known: Known) -> Iterator[Spot]:
    for row in table.rows:
        if not row.key:
            continue
        for column, printed in zip(table.columns, row.values, strict=True):
            found = tuple(quantities(table.code, row.key, column.key, known))
            if found and printed not in ("", None):
                yield Spot(
                    at=FigureKey(table=table.code, row=row.key, column=column.key),
                    table=table,
                    row=row,
                    column=column,
                    printed=printed,
                    quantities=found,
                )


def quantities(table: str, row: str, column: str, known: Known) -> Iterable[Quantity]:
    """Return the numbers that stand in a cell, none where it holds words."""
    if table == _TASKS:
        return _of_task(row, known) if column == "result" else ()
    if table == _SPENDING:
        return _of_money(row, column)
    if table in _TARGETS:
        return _of_target(table, row, column)
    if row in known.figures:
        return _of_figure(row, column)
    return _of_agency(row, column, known)


def total_cell(report: Report, code: str) -> FigureKey | None:
    """Return a cell that tells a figure of the whole period, of all agencies."""
    wanted = (Quantity(kind=Kind.FIGURE, code=code),)
    known = Known(own=OWN, figures=frozenset({code}))
    told = (one.at for one in spots(report, known) if one.quantities == wanted)
    return next(told, None)


def told_in_words(table: str, column: str) -> bool:
    """Tell whether numbers stand in a column as words, such as `12/20` or `95,3%`."""
    if table == _TASKS:
        return column == "result"
    if table == _YEARS:
        return column == TOTAL or column.startswith("year_")
    return table == _SHORT and column.endswith("_value")


def _of_task(task: str, known: Known) -> Iterator[Quantity]:
    for code in known.tasks.get(task, ()):
        for days in ("period", "cumulative"):
            yield Quantity(kind=Kind.FIGURE, code=code, days=days, task=task)


def _of_money(source: str, column: str) -> Iterator[Quantity]:
    of = "" if source == TOTAL else source
    if column in ("planned", "spent"):
        yield Quantity(kind=Kind.MONEY, code=column, source=of)
    elif column == "share":
        yield Quantity(kind=Kind.SHARE, code="spent", source=of)


def _of_target(table: str, goal: str, column: str) -> Iterator[Quantity]:
    if table == _YEARS:
        yield from _of_year(goal, column)
        return
    if column == "difference":
        yield Quantity(kind=Kind.DIFFERENCE, code=goal)
        return
    days, _, side = column.partition("_")
    if days not in ("period", "cumulative") or side not in _SIDES:
        return
    kind = Kind.REACHED if table == _SHORT else Kind(side)
    yield Quantity(kind=kind, code=goal, days=days)


def _of_year(goal: str, column: str) -> Iterator[Quantity]:
    if column.startswith("year_"):
        yield Quantity(kind=Kind.REACHED, code=goal, days=column)
    elif column == TOTAL:
        yield Quantity(kind=Kind.REACHED, code=goal, days="cumulative")


_EARLIER = {
    "value": Kind.FIGURE,
    "difference": Kind.CHANGE,
    "percent": Kind.CHANGE_SHARE,
}


def _of_figure(code: str, column: str) -> Iterator[Quantity]:
    """Yield what stands in the row of a figure: now, and in periods before."""
    if column in ("now", TOTAL):
        yield Quantity(kind=Kind.FIGURE, code=code)
    elif column.startswith("year_"):
        yield Quantity(kind=Kind.FIGURE, code=code, days=column)
    else:
        days, _, what = column.rpartition("_")
        if days in ("previous", "last_year") and what in _EARLIER:
            yield Quantity(kind=_EARLIER[what], code=code, days=days)


def _of_agency(row: str, column: str, known: Known) -> Iterator[Quantity]:
    if column not in known.figures:
        return
    agency = {TOTAL: "", OWN: known.own}.get(row, row)
    yield Quantity(kind=Kind.FIGURE, code=column, agency=agency)
