"""Count and add up many rows as SQL: the only arithmetic outside `rules`.

What a figure means is declared in `data/figures.toml` and written once more, over
records in plain Python, in `rules.counting`; a property test holds the two equal.
"""

import datetime as dt
import sqlite3
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.figure import Aggregate, Figure, Source
from desktop.rules.counting import (
    DAY,
    RECORD_OF,
    Span,
    credits_agencies,
    day_of,
    hours,
)
from desktop.store import day_series, day_sums, unlisted
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


def total(
    db: sqlite3.Connection, figure: Figure, span: Span, names: Values | None = None
) -> Decimal:
    """Return one figure over a span of days, both ends included.

    What units told without listing it is added to what is listed.
    """
    return grouped(db, figure, span, "", names).get("", Decimal(0))


def grouped(
    db: sqlite3.Connection,
    figure: Figure,
    span: Span,
    by: str,
    names: Values | None = None,
) -> dict[str, Decimal]:
    """Return one figure for each value of `by` that has any.

    Args:
        db: An open office file.
        figure: What to count.
        span: First and last day.
        by: `agency`, `month`, `year`, `pillar`, `channel`, `type`, `language`, or a
            list column (`tasks`, `themes`, `languages`, `partners`), where one row
            counts under each of its values, of themes under those above them too,
            once; blank for one total under `""`. By
            agency, each one's account of a shared event counts, so that the groups
            may add up to more than the total.
        names: What names such as `@recipient` stand for.
    """
    values = names or {}
    found = {} if unlisted.alone(figure, by) else listed(db, figure, span, by, values)
    for group, amount_told in told(db, figure, span, by, values).items():
        found[group] = found.get(group, Decimal(0)) + amount_told
    return {group: in_its_unit(figure, value) for group, value in found.items()}


def told(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str, names: Values
) -> dict[str, Decimal]:
    """Return what units told of a figure beyond what is listed, as rows are added."""

    def kept(days: Span) -> dict[str, Decimal]:
        return listed(db, figure, days, "agency", names)

    return unlisted.amounts(db, figure, span, by, kept)


def listed(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str, names: Values
) -> dict[str, Decimal]:
    """Return what the entries add up to, from the sums by day where they are kept."""
    kept = day_sums.read(db, day_series.of_figure(figure, names), span, by)
    if kept is not None:
        return {group: Decimal(value) for (group, _), value in kept.items()}
    write = _latest if figure.aggregate is Aggregate.LATEST else _query
    query = write(figure, span, by, names)
    return {
        str(row[0] or ""): Decimal(row[1])
        for row in db.execute(query.sql, query.values)
        if row[1] is not None
    }


def joined(
    db: sqlite3.Connection, figure: Figure, span: Span, names: Values | None = None
) -> frozenset[str]:
    """Return the ids of entries a figure leaves out because their event is shared."""
    if figure.source is not Source.ACTIVITY:
        return frozenset()
    inside = within(figure, span)
    tests, values = conditions(figure, names or {})
    where = " and ".join(("t.joined_to is not null", inside.sql, *tests))
    sql = f"select t.id from activities t where {where}"
    found = db.execute(sql, (*inside.values, *values))
    return frozenset(row[0] for row in found)


def spending(db: sqlite3.Connection, span: Span) -> tuple[tuple[str, int, int], ...]:
    """Return source, planned and spent đồng of activities that took place.

    Of a shared event the money told where it is counted.
    """
    found = db.execute(
        """
        select s.value ->> 'source' as source,
               sum(s.value ->> 'planned'), sum(s.value ->> 'spent')
        from activities a, json_each(a.spending) s
        where a.state = 'done' and a.joined_to is null
          and a.last_day between ? and ? and a.spending <> '[]'
        group by source order by source
        """,
        (span.first.isoformat(), span.last.isoformat()),
    )
    return tuple((row[0], row[1], row[2]) for row in found)


def in_its_unit(figure: Figure, value: Decimal) -> Decimal:
    """Return what was added up, minutes and hundredths as it were, as the figure."""
    if figure.aggregate is Aggregate.HOURS:
        return hours(int(value))
    return value / 100 if in_hundredths(figure) else value


def _query(figure: Figure, span: Span, by: str, names: Values) -> Query:
    group, join = grouping(by, day_of(figure))
    value, unfolded = aggregated(figure)
    inside = within(figure, span)
    left_out = ("t.joined_to is null",) if _leaves_out(figure, by) else ()
    tests, values = conditions(figure, names)
    where = " and ".join((inside.sql, *left_out, *tests))
    sql = (
        f"select {group}, {value} from {table_of(figure.source)} t{join}{unfolded} "
        f"where {where}" + (f" group by {group}" if by else "")
    )
    return Query(sql, (*inside.values, *values))


def _leaves_out(figure: Figure, by: str) -> bool:
    """Tell whether units' accounts of events counted elsewhere are left out."""
    credited = credits_agencies(figure, by_agency=by == "agency")
    return figure.source is Source.ACTIVITY and not credited


def _latest(figure: Figure, span: Span, by: str, names: Values) -> Query:
    ranked = last_values(figure, span, by, names)
    sql = (
        f"{ranked.sql} select of_group, sum(value) from ranked "
        f"where place_in_line = 1" + (" group by of_group" if by else "")
    )
    return Query(sql, ranked.values)


def aggregated(figure: Figure) -> tuple[str, str]:
    """Return the expression of a figure, and what must be joined for it."""
    match figure.aggregate:
        case Aggregate.SUM:
            return f"sum({amount(figure.source, figure.field)})", ""
        case Aggregate.DISTINCT:
            field = column(figure.source, figure.field)
            if field in shape(RECORD_OF[figure.source]).json:
                return "count(distinct d.value)", f", json_each(t.{field}) d"
            return f"count(distinct nullif(t.{field}, ''))", ""
        case Aggregate.HOURS:
            return f"sum({minutes(figure)})", ""
        case _:
            return "count(*)", ""


@dataclass(frozen=True, slots=True)
class Entered:
    """How much one agency entered over a span."""

    entries: int
    last_day: dt.date
    """Day of its newest entry that falls into the span."""


_ENTERED_FROM = (
    Source.ACTIVITY,
    Source.PRODUCT,
    Source.DATA_SOURCE,
    Source.POSTING,
    Source.BROADCAST,
    Source.TALLY,
)
"""Kinds of record an agency reports; what the office keeps of it is not among them."""


def entered(db: sqlite3.Connection, span: Span) -> dict[str, Entered]:
    """Return what each agency entered over a span, those that entered nothing left out.

    Activities count when they took place, a unit's account of a shared event too.
    """
    parts = " union all ".join(_entered(source) for source in _ENTERED_FROM)
    sql = f"select agency, sum(many), max(last) from ({parts}) group by agency"
    days = (span.first.isoformat(), span.last.isoformat())
    found = db.execute(sql, days * len(_ENTERED_FROM))
    return {
        row[0]: Entered(int(row[1]), dt.date.fromisoformat(row[2])) for row in found
    }


def _entered(source: Source) -> str:
    day = DAY[source]
    done = " and state = 'done'" if source is Source.ACTIVITY else ""
    return (
        f"select agency, count(*) as many, max({day}) as last from {table_of(source)} "
        f"where {day} between ? and ?{done} group by agency"
    )
