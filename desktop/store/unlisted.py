"""Read the totals units told without listing entries, as far as a figure has any.

A figure's code tells which ones: one that is narrowed to something the totals do not
tell of, such as a task, bears no code and has none.
"""

import sqlite3
from decimal import Decimal
from typing import NamedTuple

from desktop.records.figure import Aggregate, Figure, Source
from desktop.rules.counting import STANDS, Span, minutes_of
from desktop.rules.tracing.parts import Part
from desktop.store.figure_sql import in_hundredths

_GROUPS = {
    "": "''",
    "agency": "t.agency",
    "month": "substr(t.last_day, 1, 7)",
    "year": "substr(t.last_day, 1, 4)",
}
"""What a total tells of itself; nothing can be said of its tasks, themes or kinds."""


class Told(NamedTuple):
    """One total told without entries."""

    group: str
    id: str
    value: str
    """Its number as the file keeps it, to the last digit."""
    day: str


def amounts(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str
) -> dict[str, Decimal]:
    """Return what was told of each group, in the unit in which rows are added up."""
    found: dict[str, Decimal] = {}
    for one in _told(db, figure, span, by):
        found[one.group] = found.get(one.group, Decimal(0)) + Decimal(one.value)
    return {group: _raw(figure, value) for group, value in found.items()}


def parts(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str
) -> tuple[Part, ...]:
    """Return what each total adds to a figure; one that adds nothing is not told."""
    many = [(one, Decimal(one.value)) for one in _told(db, figure, span, by)]
    return tuple(
        Part(
            group=one.group,
            place=f"unlisted_totals/{one.id}",
            amount=minutes_of(value) if figure.aggregate is Aggregate.HOURS else value,
            what="",
            joined=False,
            day=one.day,
        )
        for one, value in many
        if value
    )


def _told(db: sqlite3.Connection, figure: Figure, span: Span, by: str) -> list[Told]:
    group = _GROUPS.get(by)
    if group is None or not figure.code or figure.source is Source.UNLISTED:
        return []
    first, last = span.first.isoformat(), span.last.isoformat()
    found = db.cursor()
    found.row_factory = None
    if figure.aggregate in STANDS:
        found.execute(_standing(group), (figure.code, last, figure.code, last))
    else:
        found.execute(_added_up(group), (figure.code, first, last))
    return list(map(Told._make, found))


def _added_up(group: str) -> str:
    return (
        f"select {group}, t.id, t.value, t.last_day from unlisted_totals t "
        "where t.figure = ? and t.last_day between ? and ? order by t.last_day, t.id"
    )


def _standing(group: str) -> str:
    return (
        f"select {group}, t.id, t.value, t.last_day from unlisted_totals t join ("
        "select agency, max(last_day) as newest from unlisted_totals "
        "where figure = ? and last_day <= ? group by agency) n "
        "on n.agency = t.agency and n.newest = t.last_day "
        "where t.figure = ? and t.last_day <= ? order by t.last_day, t.id"
    )


def _raw(figure: Figure, value: Decimal) -> Decimal:
    """Return minutes of hours, whole hundredths of a decimal, else the number."""
    if figure.aggregate is Aggregate.HOURS:
        return Decimal(minutes_of(value))
    return value * 100 if in_hundredths(figure) else value
