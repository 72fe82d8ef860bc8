"""Tell how a unit stands in a period: asked, faulty, accepted, late, in time.

A report is in time when a file that was accepted had come on its last acceptable day
or before. What is asked again later, or replaced by a newer version, does not make it
late; what was sent back with its faults did not come.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.agency import Succession
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline, DeadlineKind, Period
from desktop.records.plan import Plan
from desktop.records.returns import Return, ReturnState
from desktop.rules.calendar import part_of_year, read_code
from desktop.rules.deadlines import due_of
from desktop.rules.succession import today

Key = tuple[int, str] | tuple[dt.date, dt.date]
"""A period whatever cuts it or closes it early: its year and part, or its two days."""

_PARTS = {
    DeadlineKind.YEARLY: ("",),
    DeadlineKind.HALF_YEARLY: ("H1", "H2"),
    DeadlineKind.QUARTERLY: ("Q1", "Q2", "Q3", "Q4"),
    DeadlineKind.MONTHLY: tuple(f"M{month:02}" for month in range(1, 13)),
}


class Standing(StrEnum):
    """How far the report of a unit has come."""

    NOT_YET = "not_yet"
    """Nothing went out and nothing came back."""
    SENT = "sent"
    """A form was made for it."""
    HELD = "held"
    """What it sent waits for what it rests on."""
    FAULTY = "faulty"
    """What it sent went back with its faults marked."""
    PART = "part"
    """Its files told of some of the period's days, and nothing is here of the rest."""
    ENTERED = "entered"
    """Its figures were typed or imported here."""
    ACCEPTED = "accepted"


REPORTED = frozenset({Standing.ENTERED, Standing.ACCEPTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many reports were owed, came, and came in time."""

    owed: int = 0
    reported: int = 0
    in_time: int = 0
    dated: int = 0
    """Of those reported, how many came as files, whose day is therefore known."""

    def __add__(self, other: "Rate") -> "Rate":
        """Return both together."""
        return Rate(
            owed=self.owed + other.owed,
            reported=self.reported + other.reported,
            in_time=self.in_time + other.in_time,
            dated=self.dated + other.dated,
        )


def key_of(code: str, first: dt.date, last: dt.date) -> Key:
    """Return what tells one period from every other."""
    read = read_code(code)
    return (first, last) if read is None else (read.year, read.part)


def key_of_period(period: Period) -> Key:
    """Return the same of a period."""
    return key_of(period.code, period.first_day, period.last_day)


def due_day(
    deadlines: Iterable[Deadline], plan: Plan, period: Period
) -> dt.date | None:
    """Return the last acceptable day of the report on a period; None: none is told."""
    found = (due_of(one, plan, period) for one in deadlines)
    return min((day for day in found if day is not None), default=None)


def periods_owed(
    deadlines: Sequence[Deadline], plan: Plan, year: int
) -> tuple[Period, ...]:
    """Return the periods of a year a plan asks a report on, in order of time."""
    parts = dict.fromkeys(
        part for one in deadlines for part in _PARTS.get(one.kind, ())
    )
    found = (part_of_year(year, part) for part in parts)
    owed = (one for one in found if due_day(deadlines, plan, one) is not None)
    return tuple(sorted(owed, key=lambda one: (one.last_day, one.first_day)))


def sender_of(
    one: Return, known: frozenset[AgencyId], successions: Sequence[Succession]
) -> AgencyId:
    """Return whose a return was when its period ended.

    A file names its sender as it was then; where the name is not ours, it counts for
    who it was matched with.
    """
    named = AgencyId(one.sender)
    owner = named if named in known else one.agency
    return today(owner, successions, one.last_day)


def only_part(sent: Iterable[Return], period: Period, newest: dt.date | None) -> bool:
    """Tell whether what is here of a unit is only of an earlier part of a period.

    Half a year's report says nothing of the year: whoever sends files owes one that
    reaches the period's end, unless what is entered goes further than the files do.

    Args:
        sent: Every file of the unit.
        period: What it owes a report on.
        newest: Day of its newest entry in the period; None: it has none.
    """
    ends = [
        _end(one.period_code, one.last_day)
        for one in sent
        if one.state is ReturnState.ACCEPTED
        and one.first_day <= period.last_day
        and period.first_day <= one.last_day
    ]
    if not ends or newest is None:
        return False
    last = max(ends)
    return newest <= last < _end(period.code, period.last_day)


def _end(code: str, last: dt.date) -> dt.date:
    """Return the last day of a period, however early its figures were closed."""
    read = read_code(code)
    if read is None or read.regime:
        return last
    return part_of_year(read.year, read.part).last_day


def standing(
    returns: Sequence[Return],
    forms: Sequence[CollectingForm],
    entries: int,
    *,
    part: bool = False,
) -> Standing:
    """Return how far a unit has come by what was sent, what came and what is entered.

    An accepted version stands although a later one went back faulty.

    Args:
        returns: Its files on the period.
        forms: Those made for it.
        entries: What is here of the period.
        part: Whether that is only of an earlier part of it.
    """
    if any(one.state is ReturnState.ACCEPTED for one in returns):
        return Standing.ACCEPTED
    last = last_open(returns)
    if last is not None and last.state is ReturnState.RETURNED:
        return Standing.FAULTY
    if entries and not part:
        return Standing.ENTERED
    if last is not None:
        return Standing.HELD
    if entries:
        return Standing.PART
    return Standing.SENT if forms else Standing.NOT_YET


def last_open(returns: Iterable[Return]) -> Return | None:
    """Return what came last of what went back or waits; None where nothing does."""
    waiting = frozenset({ReturnState.RETURNED, ReturnState.HELD})
    open_ones = (one for one in returns if one.state in waiting)
    return max(open_ones, key=lambda one: one.received_at, default=None)


def speaking(returns: Iterable[Return]) -> Return | None:
    """Return the newest accepted file, else what went back or waits last."""
    many = tuple(returns)
    accepted = (one for one in many if one.state is ReturnState.ACCEPTED)
    newest = max(accepted, key=lambda one: (one.version, one.slip), default=None)
    return newest or last_open(many)


def came_on(returns: Iterable[Return], zone: dt.tzinfo | None) -> dt.date | None:
    """Return the day, in the office's zone, on which the first accepted report came."""
    first = min(
        (one.received_at for one in returns if one.was_accepted and not one.slip),
        default=None,
    )
    return first.astimezone(zone).date() if first is not None else None


def in_time(came: dt.date | None, due: dt.date | None) -> bool | None:
    """Tell whether a report came in time; None while one of the days is not known."""
    return None if came is None or due is None else came <= due


def rate(far: Standing, came: dt.date | None, due: dt.date | None) -> Rate:
    """Return the rate of one report that was owed."""
    reported = far in REPORTED
    return Rate(
        owed=1,
        reported=int(reported),
        in_time=int(reported and bool(in_time(came, due))),
        dated=int(reported and came is not None),
    )
