"""What is counted and how: the definition of every figure, over plain records.

An event counts once, attendance is not people,
one product is not its postings or broadcasts, hours are minutes x times / 60.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited

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
}
"""The day, or the year, that decides in which period a record counts."""

CATALOGUE_OF = {
    "languages": "language",
    "language": "language",
    "channel": "channel",
    "type": "product_type",
    "themes": "theme",
    "pillar": "pillar",
}
"""The catalogue a field's codes are from."""

Groups = Mapping[tuple[str, str], str]
"""Group of a catalogue's code, by catalogue and code."""


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


def hours(minutes: int) -> Decimal:
    """Return hours from minutes, one decimal, half up."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.1"), ROUND_HALF_UP)


def counted(
    figure: Figure,
    records: Iterable[Any],
    span: Span,
    groups: Groups,
    names: Mapping[str, str],
) -> Decimal:
    """Return a figure over records of its source.

    Args:
        figure: What to count.
        records: All records of the figure's source.
        span: The days that count.
        groups: Groups of the catalogue's codes, for conditions such as
            `languages.group`.
        names: What names such as `@recipient` stand for.
    """
    day = DAY[figure.source]
    fitting = [one for one in records if _fits(figure, one, groups, names)]
    if figure.aggregate is Aggregate.LATEST:
        return _latest(figure, [one for one in fitting if one.last_day <= span.last])
    return _aggregate(figure, [one for one in fitting if getattr(one, day) in span])


def _fits(
    figure: Figure,
    record: Any,  # noqa: ANN401  whatever the source is made of
    groups: Groups,
    names: Mapping[str, str],
) -> bool:
    if isinstance(record, Activity) and record.state is not ActivityState.DONE:
        return False
    return all(_meets(one, record, groups, names) for one in figure.where)


def _meets(
    condition: Condition,
    record: Any,  # noqa: ANN401  whatever the source is made of
    groups: Groups,
    names: Mapping[str, str],
) -> bool:
    field, _, of_group = condition.field.partition(".")
    held = getattr(record, field)
    wanted = {names.get(value, value) for value in condition.values}
    values = held if isinstance(held, tuple) else (held,)
    if of_group:
        catalogue = CATALOGUE_OF[field]
        values = tuple(groups.get((catalogue, str(one)), "") for one in values)
    return any(_text(one) in wanted for one in values if one is not None)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return str(value)


def _aggregate(figure: Figure, records: list[Any]) -> Decimal:
    match figure.aggregate:
        case Aggregate.SUM:
            return Decimal(sum(getattr(one, figure.field) or 0 for one in records))
        case Aggregate.DISTINCT:
            values = {getattr(one, figure.field) for one in records} - {None}
            return Decimal(len(values))
        case Aggregate.HOURS:
            return hours(sum(one.minutes * one.times for one in records))
        case _:
            return Decimal(len(records))


def _latest(figure: Figure, records: list[Any]) -> Decimal:
    last: dict[tuple[str, str], Any] = {}
    for one in sorted(records, key=lambda one: one.last_day):
        if getattr(one, figure.field) is not None:
            last[one.agency, one.channel] = one
    return Decimal(sum(getattr(one, figure.field) for one in last.values()))
