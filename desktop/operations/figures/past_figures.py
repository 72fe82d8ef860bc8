"""Count a report's figures over the same period of past years."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from desktop.operations.figures.compute_results import Office
from desktop.records.figure import Figure, Source
from desktop.records.identity import Code
from desktop.records.register import Register
from desktop.records.template import ReportTemplate
from desktop.rules.counting import Span
from desktop.rules.figure_registers import register_of
from desktop.rules.findings.anchors import table_code
from desktop.rules.findings.from_past import Yearly, comparable, odd
from desktop.store import addends, totals
from desktop.store.store import Store

YEARS = 5
"""How far back one looks."""
_LONGEST = dt.timedelta(days=366)
"""A longer stretch has no like in another year."""


def past_figures(
    store: Store,
    office: Office,
    span: Span,
    template: ReportTemplate,
    registers: tuple[Register, ...],
) -> Iterator[Yearly]:
    """Yield every figure of a report's tables with its past.

    A year in which nothing was entered over the same days tells nothing.
    """
    if span.last - span.first > _LONGEST:
        return
    db = store.reader
    many = _entries(store, span)
    past = [_earlier(span, back) for back in range(1, YEARS + 1)]
    held = {one: _entries(store, one) for one in past}
    alike = [one for one in past if comparable(many, held[one])]
    if not alike:
        yield _of_entries(many, [held[one] for one in past if held[one]])
    for table, figure in _figures(template, office) if alike else ():
        now = totals.total(db, figure, span, office.names)
        before = tuple(totals.total(db, figure, one, office.names) for one in alike)
        register = register_of(figure, registers)
        yield Yearly(
            figure=figure,
            table=table,
            now=now,
            past=before,
            register=register.code if register else "",
            largest=_largest(store, office, span, figure)
            if odd(now, before)
            else _NONE,
        )


def _of_entries(now: int, past: list[int]) -> Yearly:
    """Return how much was entered at all, where that is unlike every past year.

    More than before is a book that was only begun then, and nothing to explain.
    """
    fewer = [Decimal(one) for one in past if one > now]
    return Yearly(
        figure=_ENTRIES, table="", now=Decimal(now), past=tuple(fewer), register=""
    )


def _entries(store: Store, span: Span) -> int:
    held = totals.entered(store.reader, span).values()
    return sum(one.entries for one in held)


_ENTRIES = Figure(
    code=Code("entries"), label="Số mục đã ghi", unit="mục", source=Source.ACTIVITY
)
_NONE = ("", "")


def _figures(template: ReportTemplate, office: Office) -> Iterator[tuple[str, Figure]]:
    seen: set[str] = set()
    for table in template.tables:
        for column in table.columns:
            code = column.figure
            if code and code in office.figures and code not in seen:
                seen.add(code)
                yield table_code(table), office.figures[code]


def _largest(
    store: Store, office: Office, span: Span, figure: Figure
) -> tuple[str, str]:
    """Return table and id of the entry that brings most of a figure."""
    parts = addends.parts(store.reader, figure, span, office.names)
    amounts = {one.place: Decimal(one.amount) for one in parts}
    most = max(amounts, key=amounts.__getitem__, default="")
    if not most or amounts[most] <= 1:
        return _NONE
    table, _, record = most.partition("/")
    return table, record


def _earlier(span: Span, years: int) -> Span:
    return Span(_back(span.first, years), _back(span.last, years))


def _back(day: dt.date, years: int) -> dt.date:
    """Return the same day of an earlier year; of 29 February the day before."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
