"""Count what units told of their days beyond all that is kept of them here.

A unit that tells the whole number of some days has told of every entry of its own in
them, whoever wrote it down and whenever it came, and of every number told of a part of
these days; of what the units did that it took over from by then, too. What exceeds them
all counts beside them; where nothing does, nothing.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import ROUND_UP, Decimal

from desktop.records.agency import Succession
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.succession import carried_on

STANDS = (Aggregate.LATEST, Aggregate.STANDING)
"""What is not added up over time."""

Kept = Callable[[UnlistedTotal, AgencyId], Decimal]
"""What an agency's entries come to on the days of a total, in minutes for hours."""

Line = Callable[[UnlistedTotal], Collection[AgencyId]]
"""Of whom a total is told: the unit, and those it took over from by the last day."""


def alone(total: UnlistedTotal) -> Collection[AgencyId]:
    """Return the one a total is told of where no unit ever took over from another."""
    return (total.agency,)


def line_of(successions: Sequence[Succession]) -> Line:
    """Return what tells of whom a total is told."""
    if not successions:
        return alone
    found: dict[tuple[AgencyId, dt.date], Collection[AgencyId]] = {}

    def line(total: UnlistedTotal) -> Collection[AgencyId]:
        key = total.agency, total.last_day
        if key not in found:
            found[key] = carried_on(total.agency, successions, total.last_day)
        return found[key]

    return line


def beyond(
    figure: Figure, told: Iterable[UnlistedTotal], kept: Kept, line: Line = alone
) -> dict[RecordId, Decimal]:
    """Return what each total counts, by its id; of hours in minutes.

    Args:
        figure: The figure the totals are of.
        told: Every total told of it, of whatever days: one may be part of another.
        kept: What the entries of an agency come to on the days of a total.
        line: Of whom each total is told.
    """
    found: dict[RecordId, Decimal] = {}
    narrower: dict[AgencyId, list[UnlistedTotal]] = {}
    for one in sorted(told, key=lambda each: _breadth(each, line)):
        amount = worth(figure, one.value)
        if one.whole:
            of = line(one)
            parts = (
                found[part.id]
                for each in of
                for part in narrower.get(each, ())
                if _within(figure, part, one)
            )
            listed = sum((kept(one, each) for each in of), Decimal(0))
            amount = max(amount - listed - sum(parts), Decimal(0))
        found[one.id] = amount
        narrower.setdefault(one.agency, []).append(one)
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


def _breadth(
    one: UnlistedTotal, line: Line
) -> tuple[dt.timedelta, dt.date, bool, int, str]:
    """Return by what totals are taken in turn, whatever order they came in.

    Of the same days, those of a unit come before those of who took over from it.
    """
    days = one.last_day - one.first_day
    return days, one.first_day, one.whole, len(line(one)), str(one.id)


def _within(figure: Figure, part: UnlistedTotal, whole: UnlistedTotal) -> bool:
    """Tell whether a narrower total counts on the days of another."""
    if figure.aggregate in STANDS:
        return part.last_day == whole.last_day
    return whole.first_day <= part.last_day <= whole.last_day
