"""Tell what a figure is made of: each record, and how much it adds.

It asks the file what `store.totals` asks, without adding up; a property test holds
the sums of what it finds equal to the totals.
"""

import sqlite3
from decimal import Decimal

from desktop.records.figure import Aggregate, Figure, Source
from desktop.rules.counting import RECORD_OF, Span, day_of
from desktop.rules.tracing.parts import Part
from desktop.store import totals, unlisted
from desktop.store.figure_sql import (
    Query,
    Values,
    amount,
    column,
    conditions,
    grouping,
    in_hundredths,
    last_values,
    minutes,
    table_of,
    within,
)
from desktop.store.rows import shape


def parts(
    db: sqlite3.Connection,
    figure: Figure,
    span: Span,
    names: Values | None = None,
    *,
    by: str = "agency",
) -> tuple[Part, ...]:
    """Return what every record adds to a figure, by agency or by task.

    Accounts of events counted elsewhere are among them and say so; a record that adds
    nothing is not. Of what is counted once per value, every record with the value is
    told, the oldest first.
    """
    values = names or {}

    def kept(days: Span) -> dict[str, Decimal]:
        return totals.listed(db, figure, days, "agency", values)

    beside = unlisted.parts(db, figure, span, by, kept)
    if unlisted.alone(figure, by):
        return beside
    return _listed(db, figure, span, by, values) + beside


def _listed(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str, names: Values
) -> tuple[Part, ...]:
    write = _latest if figure.aggregate is Aggregate.LATEST else _asked
    asked = write(figure, span, by, names)
    found = db.cursor()
    found.row_factory = None  # bare rows: there may be very many
    made = tuple(map(Part._make, found.execute(asked.sql, asked.values)))
    if in_hundredths(figure):
        made = tuple(one._replace(amount=Decimal(one.amount) / 100) for one in made)
    return made


def joined(db: sqlite3.Connection) -> frozenset[str]:
    """Return the entries whose event is counted in another agency's entry."""
    found = db.execute("select id from activities where joined_to is not null")
    return frozenset(f"activities/{row[0]}" for row in found)


def money(
    db: sqlite3.Connection, span: Span, which: str
) -> tuple[tuple[str, str, int], ...]:
    """Return source, record and đồng of every activity that took place.

    Args:
        db: An open office file.
        span: First and last day.
        which: `planned` or `spent`.
    """
    if not which.isidentifier():
        raise KeyError(which)
    found = db.cursor()
    found.row_factory = None
    found.execute(
        f"""
        select s.value ->> 'source', 'activities/' || a.id,
               sum(s.value ->> '{which}') as dong
        from activities a, json_each(a.spending) s
        where a.state = 'done' and a.joined_to is null
          and a.last_day between ? and ? and a.spending <> '[]'
        group by 1, a.id having dong <> 0
        """,
        (span.first.isoformat(), span.last.isoformat()),
    )
    return tuple(found)


def _asked(figure: Figure, span: Span, by: str, names: Values) -> Query:
    group, join = grouping(by, day_of(figure))
    number, what, unfolded, counts = _number(figure)
    inside = within(figure, span)
    tests, values = conditions(figure, names)
    where = " and ".join((inside.sql, *tests, *counts))
    order = f" order by t.{day_of(figure)}, t.rowid" if what != "''" else ""
    sql = (
        f"select {group}, {_place(figure)} || t.id, {number}, {what}, "
        f"{_joined(figure)}, t.{column(figure.source, day_of(figure))} "
        f"from {table_of(figure.source)} t{join}{unfolded} where {where}{order}"
    )
    return Query(sql, (*inside.values, *values))


def _latest(figure: Figure, span: Span, by: str, names: Values) -> Query:
    ranked = last_values(figure, span, by, names)
    sql = (
        f"{ranked.sql} select of_group, {_place(figure)} || row_id, value, '', 0, '' "
        f"from ranked where place_in_line = 1 and value <> 0"
    )
    return Query(sql, ranked.values)


def _number(figure: Figure) -> tuple[str, str, str, tuple[str, ...]]:
    """Return number, value, what is joined for it, and what must hold to add any."""
    match figure.aggregate:
        case Aggregate.SUM:
            number = amount(figure.source, figure.field)
            return number, "''", "", (f"{number} <> 0",)
        case Aggregate.HOURS:
            number = minutes(figure)
            return number, "''", "", (f"{number} <> 0",)
        case Aggregate.DISTINCT:
            return _once(figure)
        case _:
            return "1", "''", "", ()


def _once(figure: Figure) -> tuple[str, str, str, tuple[str, ...]]:
    field = column(figure.source, figure.field)
    if field in shape(RECORD_OF[figure.source]).json:
        return (
            "1",
            "cast(d.value as text)",
            f", json_each(t.{field}) d",
            ("d.value is not null",),
        )
    return "1", f"cast(t.{field} as text)", "", (f"coalesce(t.{field}, '') <> ''",)


def _place(figure: Figure) -> str:
    return f"'{table_of(figure.source)}/'"


def _joined(figure: Figure) -> str:
    return "t.joined_to is not null" if figure.source is Source.ACTIVITY else "0"
