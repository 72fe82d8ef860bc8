"""Say which sums are kept by day, and write the statement that makes each.

Kept are counts and sums over entries of a day; what is counted once per value, and
what stands, cannot be added up from days and is counted from the entries.
"""

from dataclasses import dataclass

from desktop.records.figure import Aggregate, Figure, Source
from desktop.rules.counting import DAY, day_of, stand_for
from desktop.store import rows
from desktop.store.figure_sql import (
    Query,
    Values,
    amount,
    conditions,
    minutes,
    table_of,
)

_KEPT = (Source.ACTIVITY, Source.PRODUCT, Source.POSTING, Source.BROADCAST)
"""Kinds of entry there may be a million of."""
_ADDED = (Aggregate.COUNT, Aggregate.SUM, Aggregate.HOURS)
_STAFF = "staff"

GROUPS = {
    "": "''",
    "day": "{day}",
    "month": "substr({day}, 1, 7)",
    "year": "substr({day}, 1, 4)",
}
"""How days are put together."""

FIRSTS = {
    "complete": "first_complete",
    "updated": "first_updated",
    "trained": "first_trained",
    "equipped": "first_equipped",
}
"""What people of the staff had for the first time, and the field that tells it."""
BLANK = "blank"
"""Rows that name no tier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One sum, or several told together, of every day."""

    definition: str
    """What is summed, in full: another figure, or another name in it, is another."""
    place: str
    """Table whose rows are summed."""
    day: str
    """Column of the day of a row."""
    parts: tuple[str, ...]
    """Columns that name a part, joined by `|`; none where there is but one."""
    values: tuple[tuple[str, str], ...]
    """Last piece of a part's name, and the expression of its sum."""
    source: str
    """Table and what is joined to it."""
    tests: tuple[str, ...]
    given: tuple[rows.Cell, ...]

    def asked(self, by: str, inside: str) -> Query:
        """Write group, pieces of the part, and sums of the rows of some days.

        Args:
            by: One of `GROUPS`.
            inside: Test of the days; what it is given comes first.
        """
        group = GROUPS[by].format(day=f"t.{self.day}")
        heads = (f"{group} as of_group", *self.parts)
        sums = tuple(sql for _, sql in self.values)
        where = " and ".join((inside, *self.tests))
        numbers = ", ".join(str(at) for at in range(1, len(heads) + 1))
        return Query(
            f"select {', '.join((*heads, *sums))} from {self.source} "
            f"where {where} group by {numbers}",
            self.given,
        )


def of_figure(figure: Figure, names: Values) -> Series | None:
    """Return the series of a figure; None where its days cannot be added up."""
    plain = figure.aggregate in _ADDED and figure.source in _KEPT
    if not plain or day_of(figure) != DAY[figure.source]:
        return None
    tests, given = conditions(figure, names)
    if figure.source is Source.ACTIVITY:
        tests.append("t.joined_to is null")
    table = table_of(figure.source)
    return Series(
        definition=_definition(figure, names),
        place=table,
        day=DAY[figure.source],
        parts=(),
        values=(("", _value(figure)),),
        source=f"{table} t",
        tests=tuple(tests),
        given=tuple(given),
    )


def of_staff() -> Series:
    """Return the series of people of the staff who were trained, by group and tier."""
    sums = {part: f"sum(s.value ->> '{field}')" for part, field in FIRSTS.items()}
    sums[BLANK] = "sum(s.value ->> 'tier' = '')"
    return Series(
        definition=_STAFF,
        place="activities",
        day="last_day",
        parts=("s.value ->> 'group'", "s.value ->> 'tier'"),
        values=tuple(sums.items()),
        source="activities t, json_each(t.staff) s",
        tests=("t.staff <> '[]'", "t.state = 'done'", "t.joined_to is null"),
        given=(),
    )


def parse(definition: str) -> Series | None:
    """Return the series a definition tells of; None of one that is no longer kept."""
    if definition == _STAFF:
        return of_staff()
    told = rows.parse(definition)
    figure = rows.from_json(Figure, rows.to_json(told["figure"]))
    names = {name: tuple(values) for name, values in told["names"].items()}
    return of_figure(figure, names)


def _definition(figure: Figure, names: Values) -> str:
    """Write a figure without its words, and what the names in it stand for."""
    used = sorted({name for one in figure.where for name in one.values} & names.keys())
    told: dict[str, object] = {
        "figure": {
            "code": "",
            "label": "",
            "unit": "",
            "source": figure.source,
            "aggregate": figure.aggregate,
            "field": figure.field,
            "where": figure.where,
            "day": figure.day,
        },
        "names": {name: stand_for((name,), names) for name in used},
    }
    return rows.canonical(told).decode()


def _value(figure: Figure) -> str:
    match figure.aggregate:
        case Aggregate.SUM:
            return f"sum({amount(figure.source, figure.field)})"
        case Aggregate.HOURS:
            return f"sum({minutes(figure)})"
        case _:
            return "count(*)"
