"""Count a figure for each unit that reports, with all the agencies it reports for."""

import sqlite3
from decimal import Decimal

from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId
from desktop.rules.counting import Span
from desktop.rules.reporting_units import ReportingUnits
from desktop.store import rows, totals, unlisted
from desktop.store.figure_sql import Query, Values, conditions, table_of, within


def by_unit(
    db: sqlite3.Connection,
    figure: Figure,
    span: Span,
    units: ReportingUnits,
    names: Values | None = None,
) -> dict[AgencyId, Decimal]:
    """Return one figure for each unit that has any.

    Every unit's account of a shared event counts, so that the units may add up to more
    than the total; accounts of agencies of one unit count once in it.
    """
    if not units.unit_of:
        found = totals.grouped(db, figure, span, "agency", names)
        return {AgencyId(agency): value for agency, value in found.items()}
    values = names or {}
    alone = unlisted.alone(figure, "agency")
    listed = {} if alone else _listed(db, figure, span, units, values)
    for agency, told in totals.told(db, figure, span, "agency", values).items():
        unit = units.of(AgencyId(agency))
        listed[unit] = listed.get(unit, Decimal(0)) + told
    return {unit: totals.in_its_unit(figure, value) for unit, value in listed.items()}


def _listed(
    db: sqlite3.Connection,
    figure: Figure,
    span: Span,
    units: ReportingUnits,
    names: Values,
) -> dict[AgencyId, Decimal]:
    if figure.aggregate is Aggregate.LATEST:  # each agency's own, whatever the unit
        found: dict[AgencyId, Decimal] = {}
        for agency, value in totals.listed(db, figure, span, "agency", names).items():
            unit = units.of(AgencyId(agency))
            found[unit] = found.get(unit, Decimal(0)) + value
        return found
    query = _query(figure, span, units, names)
    return {
        AgencyId(row[0]): Decimal(row[1])
        for row in db.execute(query.sql, query.values)
        if row[1] is not None
    }


def _query(figure: Figure, span: Span, units: ReportingUnits, names: Values) -> Query:
    value, unfolded = totals.aggregated(figure)
    inside = within(figure, span)
    tests, given = conditions(figure, names)
    repeated = units.repeated(span) if figure.source is Source.ACTIVITY else ()
    left_out = "t.id not in (select value from json_each(?))"
    where = " and ".join((inside.sql, left_out, *tests))
    sql = (
        "with units(agency, unit) as materialized "
        "(select key, value from json_each(?)) "
        f"select coalesce(u.unit, t.agency), {value} from {table_of(figure.source)} t "
        f"left join units u on u.agency = t.agency{unfolded} "
        f"where {where} group by 1"
    )
    known = rows.to_json(dict(units.unit_of))
    return Query(sql, (known, *inside.values, rows.to_json(sorted(repeated)), *given))
