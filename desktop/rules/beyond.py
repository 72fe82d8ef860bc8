"""Count what units told of their days beyond all that is kept of them here.

A unit that tells the whole number of some days has told of every entry of its own in
them, whoever wrote it down and whenever it came, and of every number told of a part of
these days. What exceeds them all counts beside them; where nothing does, nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import ROUND_UP, Decimal

from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import RecordId
from desktop.records.returns import UnlistedTotal

STANDS = (Aggregate.LATEST, Aggregate.STANDING)
"""What is not added up over time."""

Kept = Callable[[UnlistedTotal], Decimal]
"""What the entries of a unit come to on the days of a total, in minutes for hours."""


def beyond(
    figure: Figure, told: Iterable[UnlistedTotal], kept: Kept
) -> dict[RecordId, Decimal]:
    """Return what each total counts, by its id; of hours in minutes.

    Args:
        figure: The figure the totals are of.
        told: Every total told of it, of whatever days: one may be part of another.
        kept: What the entries of a unit come to on the days of a total.
    """
    by_unit: defaultdict[str, list[UnlistedTotal]] = defaultdict(list)
    for one in told:
        by_unit[one.agency].append(one)
    found: dict[RecordId, Decimal] = {}
    for many in by_unit.values():
        narrower: list[UnlistedTotal] = []
        for one in sorted(many, key=_breadth):
            amount = worth(figure, one.value)
            if one.whole:
                parts = (found[o.id] for o in narrower if _within(figure, o, one))
                amount = max(amount - kept(one) - sum(parts), Decimal(0))
            found[one.id] = amount
            narrower.append(one)
    return found


def worth(figure: Figure, value: Decimal) -> Decimal:
    """Return a number that was told, of hours in minutes."""
    if figure.aggregate is Aggregate.HOURS:
        return Decimal(minutes_of(value))
    return value


def minutes_of(value: Decimal) -> int:
    """Return the minutes of hours that were told, a part of a minute left out."""
    return int(value * 60)


def as_hours(minutes: Decimal) -> Decimal:
    """Return minutes as hours that are read as the same minutes again."""
    return (minutes / 60).quantize(Decimal("0.0001"), ROUND_UP)


def made_of_totals(figure: Figure) -> bool:
    """Tell whether a figure adds up what was told of itself, and has no entries."""
    if figure.source is not Source.UNLISTED or figure.aggregate is not Aggregate.SUM:
        return False
    own = [(o.field, o.values, o.unless, o.also) for o in figure.where]
    return figure.field == "value" and own == [("figure", (figure.code,), False, "")]


def _breadth(one: UnlistedTotal) -> tuple[dt.timedelta, dt.date, bool, str]:
    """Return by what totals are taken in turn, whatever order they came in."""
    return one.last_day - one.first_day, one.first_day, one.whole, str(one.id)


def _within(figure: Figure, part: UnlistedTotal, whole: UnlistedTotal) -> bool:
    """Tell whether a narrower total counts on the days of another."""
    if figure.aggregate in STANDS:
        return part.last_day == whole.last_day
    return whole.first_day <= part.last_day <= whole.last_day
