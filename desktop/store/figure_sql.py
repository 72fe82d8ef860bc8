"""Write the parts of a statement that counts a figure: table, conditions, groups."""

from dataclasses import dataclass

from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.rules.counting import (
    CATALOGUE_OF,
    LATEST_BY,
    RECORD_OF,
    Names,
    Span,
    day_of,
    stand_for,
)
from desktop.store.rows import Cell, shape
from desktop.store.shelves import BY_RECORD

Values = Names
"""What names such as `@recipient` in a condition stand for."""

_GROUPS = {
    "agency": "t.agency",
    "month": "substr(t.{day}, 1, 7)",
    "year": "substr(t.{day}, 1, 4)",
    "pillar": "t.pillar",
    "channel": "t.channel",
    "type": "t.type",
    "language": "t.language",
}
_LISTS = ("tasks", "themes", "languages", "partners")
_NESTED = ("themes",)
"""Fields whose codes stand under others of their catalogue."""

_SECONDS = "(unixepoch(t.held_at) - unixepoch(t.requested_at))"
_DERIVED = {
    # rounded down, as the record's property is; SQL alone would round towards zero
    (Source.ACTIVITY, "response_minutes"): (
        f"(({_SECONDS} - 59 * ({_SECONDS} < 0)) / 60)"
    ),
}
"""Numbers a record works out of its fields, as SQL works them out."""


@dataclass(frozen=True, slots=True)
class Query:
    """A statement, or a part of one, and its values."""

    sql: str
    values: tuple[Cell, ...]


def table_of(source: Source) -> str:
    """Return the table whose rows a source is."""
    return BY_RECORD[RECORD_OF[source]].table


def grouping(by: str, day: str) -> tuple[str, str]:
    """Return the expression rows are grouped by, and what is joined for it."""
    if not by:
        return "''", ""
    if by in CATALOGUE_OF and by in _LISTS:
        return "g.value", f", json_each(({_with_above(by)})) g"
    if by in _LISTS:
        return "g.value", f", json_each(t.{by}) g"
    return _GROUPS[by].format(day=day), ""


def _with_above(field: str) -> str:
    """Write the codes of a list with those they stand under, each once."""
    catalogue = CATALOGUE_OF[field]
    return (
        f"with recursive held(code) as (select value from json_each(t.{field}) union "
        "select c.parent from held join catalogue_items c on c.catalogue = "
        f"'{catalogue}' and c.code = held.code where c.parent is not null) "
        "select json_group_array(code) from held"
    )


def within(figure: Figure, span: Span) -> Query:
    """Write which rows fall into a span by the day that decides, both ends included.

    What was opened and is not closed is not added up over time: it falls into a span
    when it stands on its last day.
    """
    day = column(figure.source, day_of(figure))
    if figure.aggregate is Aggregate.STANDING:
        closed = column(figure.source, "closed_on")
        last = span.last.isoformat()
        test = f"t.{day} <= ? and (t.{closed} is null or t.{closed} > ?)"
        return Query(test, (last, last))
    ends: tuple[Cell, ...] = (span.first.isoformat(), span.last.isoformat())
    if day == "year":
        ends = (span.first.year, span.last.year)
    return Query(f"t.{day} between ? and ?", ends)


def last_values(figure: Figure, span: Span, by: str, names: Values) -> Query:
    """Write `ranked`: of_group, row_id and value, the one that stands in place 1.

    A number that stands, such as followers, is not added up over time: the last value
    of each agency and channel on or before the last day stands.
    """
    table, day = table_of(figure.source), column(figure.source, day_of(figure))
    group, join = grouping(by, day)
    field = column(figure.source, figure.field)
    keys = ", ".join(f't."{key}"' for key in LATEST_BY[figure.source])
    tests, values = conditions(figure, names)
    where = " and ".join((f"t.{day} <= ?", f"t.{field} is not null", *tests))
    sql = (
        f"with ranked as (select {group} as of_group, t.id as row_id, "
        f"{_kept(figure)} as value, "
        f"row_number() over (partition by {keys}, {group} "
        f"order by t.{day} desc, t.rowid desc) as place_in_line "
        f"from {table} t{join} where {where})"
    )
    return Query(sql, (span.last.isoformat(), *values))


def _kept(figure: Figure) -> str:
    """Write the value a row keeps, a decimal in whole hundredths."""
    if is_decimal(figure.source, figure.field):
        return amount(figure.source, figure.field)
    return f"t.{column(figure.source, figure.field)}"


def in_hundredths(figure: Figure) -> bool:
    """Tell whether a figure is added up in whole hundredths of its unit."""
    added = figure.aggregate in (Aggregate.SUM, Aggregate.LATEST)
    return added and is_decimal(figure.source, figure.field)


def amount(source: Source, field: str) -> str:
    """Write what one row adds to a sum, a decimal in whole hundredths."""
    name, _, of_row = field.partition(".")
    held = column(source, name)
    if is_decimal(source, held):
        # Kept as text to the last digit.
        return f"cast(round(coalesce(t.{held}, 0) * 100) as integer)"
    if not of_row:
        return f"coalesce(t.{held}, 0)"
    if not of_row.isidentifier():
        raise KeyError(field)
    rows = f"from json_each(t.{held}) r"
    return f"coalesce((select sum(r.value ->> '{of_row}') {rows}), 0)"


def minutes(figure: Figure) -> str:
    """Write the minutes a row adds to hours: each programme's once, or each time."""
    return "t.minutes" if figure.field else "t.minutes * t.times"


def is_decimal(source: Source, field: str) -> bool:
    """Tell whether a field holds decimals."""
    return field in shape(RECORD_OF[source]).decimals


def conditions(figure: Figure, names: Values) -> tuple[list[str], list[Cell]]:
    """Write what a row must meet to be counted at all, and the values of it."""
    tests: list[str] = []
    values: list[Cell] = []
    if figure.source is Source.ACTIVITY:
        tests.append("t.state = 'done'")
    for condition in figure.where:
        test, given = _test(figure.source, condition, names)
        tests.append(test)
        values.extend(given)
    return tests, values


def _test(
    source: Source, condition: Condition, names: Values
) -> tuple[str, tuple[Cell, ...]]:
    if condition.at_most is not None:
        return f"{_number_of(source, condition.field)} <= ?", (condition.at_most,)
    values = stand_for(condition.values, names)
    marks = ", ".join("?" * len(values))
    fields = (condition.field, *filter(None, (condition.also,)))
    test = f"({' or '.join(_has(source, one, marks) for one in fields)})"
    if condition.unless:
        test = f"not coalesce({test}, 0)"
    return test, values * len(fields)


def _has(source: Source, name: str, marks: str) -> str:
    """Write that a field, or the group of its code, has one of some values."""
    field, _, of_group = name.partition(".")
    held = column(source, field)
    if field in shape(RECORD_OF[source]).json:
        inner = f"select 1 from json_each(t.{held}) j where "
        return f"exists ({inner}{_match('j.value', field, of_group, marks)})"
    return _match(f't."{held}"', field, of_group, marks)


def _match(value: str, field: str, of_group: str, marks: str) -> str:
    if not of_group:
        # A column's own type converts the texts; a cast would keep its index unused.
        return f"{value} in ({_below(field, marks)})"
    return (
        f"{value} in (select code from catalogue_items "
        f"where catalogue = '{CATALOGUE_OF[field]}' and \"group\" in ({marks}))"
    )


def _below(field: str, marks: str) -> str:
    """Write the values of a condition with the codes that stand under them."""
    if field not in _NESTED:
        return marks
    return (
        "with recursive wanted(code) as (select code from catalogue_items where "
        f"catalogue = '{CATALOGUE_OF[field]}' and code in ({marks}) union "
        "select c.code from wanted join catalogue_items c on c.catalogue = "
        f"'{CATALOGUE_OF[field]}' and c.parent = wanted.code) select code from wanted"
    )


def _number_of(source: Source, field: str) -> str:
    derived = _DERIVED.get((source, field))
    return derived or f"t.{column(source, field)}"


def column(source: Source, field: str) -> str:
    """Return the column of a field. Raise KeyError when the record has none."""
    # Figures are data an office may edit; only the record's own fields reach SQL.
    if field not in shape(RECORD_OF[source]).columns:
        raise KeyError(field)
    return field
