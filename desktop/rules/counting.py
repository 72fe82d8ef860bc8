"""What is counted and how: the definition of every figure, over plain records.

An event counts once, attendance is not people,
one product is not its postings or broadcasts, hours are minutes x times / 60.
Of a shared event one entry counts; each agency's own figures hold its own entry.
What a unit told without listing it counts beside what is listed.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.identity import AgencyId
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.beyond import STANDS, Kept, Line, alone, beyond, made_of_totals

RECORD_OF: dict[Source, type] = {
    Source.ACTIVITY: Activity,
    Source.PRODUCT: Product,
    Source.DATA_SOURCE: DataSource,
    Source.POSTING: Posting,
    Source.BROADCAST: Broadcast,
    Source.TALLY: Tally,
    Source.UNIT_PLAN: UnitPlan,
    Source.HEADCOUNT: Headcount,
    Source.DEPARTURE: Departure,
    Source.SPOKESPERSON_CHECK: SpokespersonCheck,
    Source.OWN_CHANNEL: OwnChannel,
    Source.BUDGET: Budget,
    Source.ACHIEVEMENT: Achievement,
    Source.ESTIMATE: Estimate,
    Source.INHERITED: Inherited,
    Source.UNLISTED: UnlistedTotal,
}
"""The record each source is made of."""

DAY = {
    Source.ACTIVITY: "last_day",
    Source.PRODUCT: "first_published",
    Source.DATA_SOURCE: "recorded_on",
    Source.POSTING: "last_day",
    Source.BROADCAST: "last_day",
    Source.TALLY: "last_day",
    Source.UNIT_PLAN: "issued_on",
    Source.HEADCOUNT: "as_of",
    Source.DEPARTURE: "left_on",
    Source.SPOKESPERSON_CHECK: "year",
    Source.OWN_CHANNEL: "opened_on",
    Source.BUDGET: "year",
    Source.ACHIEVEMENT: "reached_on",
    Source.ESTIMATE: "year",
    Source.INHERITED: "year",
    Source.UNLISTED: "last_day",
}
"""The day, or the year, that decides in which period a record counts."""

DAY_OF: dict[type, str] = {RECORD_OF[source]: day for source, day in DAY.items()}
"""The same by the record."""

LATEST_BY = {
    Source.POSTING: ("agency", "channel"),
    Source.HEADCOUNT: ("agency", "group", "tier"),
    Source.UNLISTED: ("agency", "figure"),
}
"""Of what the last value stands: of each channel of an agency, of each group in it."""

CATALOGUE_OF = {
    "languages": "language",
    "language": "language",
    "channel": "channel",
    "type": "product_type",
    "themes": "theme",
    "pillar": "pillar",
}
"""The catalogue a field's codes are from."""

Names = Mapping[str, str | tuple[str, ...]]
"""What names such as `@recipient` in a condition stand for; several when an agency
took over from others."""

Groups = Mapping[tuple[str, str], str]
"""Group of a catalogue's code, by catalogue and code; and, by the catalogue with `^`
behind it and the code, the code above it."""

_ABOVE = "^"


def names_tasks(figure: Figure) -> bool:
    """Tell whether the entries of a figure say for which tasks they were done."""
    return any(one.name == "tasks" for one in fields(RECORD_OF[figure.source]))


def groups_of(items: Iterable[CatalogueItem]) -> dict[tuple[str, str], str]:
    """Return the groups of codes, and the codes they stand under."""
    found: dict[tuple[str, str], str] = {}
    for one in items:
        found[one.catalogue, str(one.code)] = one.group
        if one.parent:
            found[f"{one.catalogue}{_ABOVE}", str(one.code)] = one.parent
    return found


def with_above(
    field: str, values: Iterable[object], groups: Groups
) -> tuple[object, ...]:
    """Return the codes of a field with those they stand under.

    An entry about one convention is about the conventions (001-C1a to 001-C1g).
    """
    key = f"{CATALOGUE_OF.get(field, '')}{_ABOVE}"
    found = list(dict.fromkeys(values))
    for one in found:  # what is added is looked up in its turn
        above = groups.get((key, str(one)))
        if above is not None and above not in found:
            found.append(above)
    return tuple(found)


def stand_for(values: Iterable[str], names: Names) -> tuple[str, ...]:
    """Return the values of a condition with what names among them stand for."""
    found = (names.get(value, value) for value in values)
    return tuple(
        each for one in found for each in ((one,) if isinstance(one, str) else one)
    )


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date | int) -> bool:
        """Tell whether a day lies in the span, or a year touches it."""
        if isinstance(day, int):
            return self.first.year <= day <= self.last.year
        return self.first <= day <= self.last


def day_of(figure: Figure) -> str:
    """Return the field whose day decides in which period a figure counts a record."""
    return figure.day or DAY[figure.source]


def hours(minutes: int) -> Decimal:
    """Return hours from minutes, one decimal, half up."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.1"), ROUND_HALF_UP)


def counted(  # noqa: PLR0913  what a figure may be asked for
    figure: Figure,
    records: Iterable[Any],
    span: Span,
    groups: Groups,
    names: Names,
    *,
    by_agency: bool = False,
    unlisted: Iterable[UnlistedTotal] = (),
    line: Line = alone,
) -> Decimal:
    """Return a figure over records of its source, and what is told beside them.

    Args:
        figure: What to count.
        records: All records of the figure's source.
        span: The days that count.
        groups: Groups of the catalogue's codes, for conditions such as
            `languages.group`.
        names: What names such as `@recipient` stand for.
        by_agency: Whether the figure is one agency's own, in which its account of
            an event it shared counts too.
        unlisted: Totals told without entries, of any figure.
        line: Of whom each of them is told.
    """
    many = tuple(records)
    if made_of_totals(figure):
        unlisted, many = many, ()
    fitting = [one for one in many if _fits(figure, one, groups, names)]
    told = [one for one in unlisted if one.figure == figure.code]
    amounts = beyond(figure, told, kept_of(figure, fitting, groups, names), line)
    beside = (amounts[one.id] for one in told_beside(figure, told, span, line))
    found = _entries(figure, fitting, span, by_agency=by_agency)
    found += sum(beside, Decimal(0))
    return hours(int(found)) if figure.aggregate is Aggregate.HOURS else found


def kept_of(
    figure: Figure, records: Iterable[Any], groups: Groups, names: Names
) -> Kept:
    """Return what tells what an agency's entries come to on the days of a total."""
    by_unit: defaultdict[str | None, list[Any]] = defaultdict(list)
    if not made_of_totals(figure):
        for one in records:
            if _fits(figure, one, groups, names):
                by_unit[getattr(one, "agency", None)].append(one)

    def kept(total: UnlistedTotal, agency: AgencyId) -> Decimal:
        days = Span(total.first_day, total.last_day)
        own = by_unit.get(agency, ())
        return _entries(figure, own, days, by_agency=True)

    return kept


def told_beside(
    figure: Figure, own: Iterable[UnlistedTotal], span: Span, line: Line = alone
) -> tuple[UnlistedTotal, ...]:
    """Return which totals told of a figure without entries count in it over a span.

    Of a number that stands, the last ones each agency told by the last day count, until
    whoever took over from it tells a later one; any other counts in the period of its
    last day.
    """
    if figure.source is Source.UNLISTED and not made_of_totals(figure):
        return ()  # it is made of them already
    if figure.aggregate not in STANDS:
        return tuple(one for one in own if one.last_day in span)
    newest: dict[AgencyId, dt.date] = {}
    known = [one for one in own if one.last_day <= span.last]
    for one in known:
        for each in line(one):
            newest[each] = max(one.last_day, newest.get(each, one.last_day))
    return tuple(one for one in known if newest[one.agency] == one.last_day)


def credits_agencies(figure: Figure, *, by_agency: bool) -> bool:
    """Tell whether every agency's account of a shared event counts.

    It does in what one agency did, and where the figure counts agencies: each that
    held a meeting together with others held it.
    """
    of_agencies = figure.aggregate is Aggregate.DISTINCT and figure.field == "agency"
    return by_agency or of_agencies


def _stands_alone(
    figure: Figure,
    record: Any,  # noqa: ANN401  whatever the source is made of
    *,
    by_agency: bool,
) -> bool:
    """Tell whether a record is counted itself, and not in the entry it is joined to."""
    if not isinstance(record, Activity) or record.joined_to is None:
        return True
    return credits_agencies(figure, by_agency=by_agency)


def _inside(day: dt.date | int | None, span: Span) -> bool:
    return day is not None and day in span


def _fits(
    figure: Figure,
    record: Any,  # noqa: ANN401  whatever the source is made of
    groups: Groups,
    names: Names,
) -> bool:
    if isinstance(record, Activity) and record.state is not ActivityState.DONE:
        return False
    return all(_meets(one, record, groups, names) for one in figure.where)


def _meets(
    condition: Condition,
    record: Any,  # noqa: ANN401  whatever the source is made of
    groups: Groups,
    names: Names,
) -> bool:
    if condition.at_most is not None:
        held = getattr(record, condition.field)
        return held is not None and held <= condition.at_most
    wanted = set(stand_for(condition.values, names))
    fields = filter(None, (condition.field, condition.also))
    found = any(_has(record, field, wanted, groups) for field in fields)
    return found is not condition.unless


def _has(
    record: Any,  # noqa: ANN401  whatever the source is made of
    name: str,
    wanted: set[str],
    groups: Groups,
) -> bool:
    """Tell whether a field, or the group of its code, has one of some values."""
    field, _, of_group = name.partition(".")
    held = getattr(record, field)
    values = held if isinstance(held, tuple) else (held,)
    if of_group:
        catalogue = CATALOGUE_OF[field]
        values = tuple(groups.get((catalogue, str(one)), "") for one in values)
    else:
        values = with_above(field, values, groups)
    return any(_text(one) in wanted for one in values if one is not None)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return str(value)


def _entries(
    figure: Figure, fitting: Iterable[Any], span: Span, *, by_agency: bool
) -> Decimal:
    """Return what records that meet the conditions come to; of hours in minutes."""
    own = [o for o in fitting if _stands_alone(figure, o, by_agency=by_agency)]
    match figure.aggregate:
        case Aggregate.LATEST:
            return _latest(figure, own, span.last)
        case Aggregate.STANDING:
            return Decimal(sum(_stands(figure, one, span.last) for one in own))
        case _:
            day = day_of(figure)
            inside = [one for one in own if _inside(getattr(one, day), span)]
            return _listed(figure, inside)


def _minutes(figure: Figure, record: Any) -> int:  # noqa: ANN401  as above
    minutes: int = record.minutes
    return minutes if figure.field else minutes * record.times


def _listed(figure: Figure, records: list[Any]) -> Decimal:
    match figure.aggregate:
        case Aggregate.HOURS:
            return Decimal(sum(_minutes(figure, one) for one in records))
        case Aggregate.SUM:
            return Decimal(sum(_amount(one, figure.field) for one in records))
        case Aggregate.DISTINCT:
            values = {v for one in records for v in _values(one, figure.field)}
            return Decimal(len(values - {None, ""}))
        case _:
            return Decimal(len(records))


def _amount(record: Any, field: str) -> int:  # noqa: ANN401  as above
    """Return a number of a record, or of all rows of its small table."""
    name, _, of_row = field.partition(".")
    held = getattr(record, name)
    if of_row:
        return sum(getattr(row, of_row) for row in held)
    return held or 0


def _values(record: Any, field: str) -> tuple[Any, ...]:  # noqa: ANN401  as above
    held = getattr(record, field)
    return held if isinstance(held, tuple) else (held,)


def _stands(figure: Figure, record: Any, day: dt.date) -> bool:  # noqa: ANN401
    opened = getattr(record, day_of(figure))
    if opened is None or opened > day:
        return False
    return record.closed_on is None or record.closed_on > day


def _latest(figure: Figure, records: list[Any], last_day: dt.date) -> Decimal:
    day, keys = day_of(figure), LATEST_BY[figure.source]
    last: dict[tuple[str, ...], int | Decimal] = {}
    for one in sorted(records, key=lambda one: getattr(one, day)):
        value = getattr(one, figure.field)
        if value is not None and getattr(one, day) <= last_day:
            last[tuple(getattr(one, key) for key in keys)] = value
    return Decimal(sum(last.values()))
