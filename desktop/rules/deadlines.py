"""When reports are due: last days, days left, and the working days before them."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.records.identity import AgencyId
from desktop.records.period import DayOff, Deadline, DeadlineKind, Period
from desktop.records.plan import Plan
from desktop.rules.calendar import read_code

ON_REQUEST = frozenset({DeadlineKind.AD_HOC, DeadlineKind.WITHIN_HOURS})
"""Kinds that have no day of their own: they are due when somebody asks."""

ONCE = "once"
"""Duty of a deadline that falls due a single time."""

_SATURDAY = 5
_REVIEWS = frozenset({DeadlineKind.MID_TERM, DeadlineKind.FINAL})
_STEP = {
    DeadlineKind.MONTHLY: 1,
    DeadlineKind.QUARTERLY: 3,
    DeadlineKind.HALF_YEARLY: 6,
    DeadlineKind.YEARLY: 12,
    DeadlineKind.THEMATIC: 12,
}
_KIND_OF = {
    "": DeadlineKind.YEARLY,
    "H": DeadlineKind.HALF_YEARLY,
    "Q": DeadlineKind.QUARTERLY,
    "M": DeadlineKind.MONTHLY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDays:
    """Which days offices work: weekdays, but for days off and days in exchange."""

    off: frozenset[dt.date] = frozenset()
    worked: frozenset[dt.date] = frozenset()
    """Weekend days worked in exchange for others."""
    yearly: frozenset[tuple[int, int]] = frozenset()
    """Month and day of the holidays of every year."""

    def works(self, day: dt.date) -> bool:
        """Tell whether offices work on a day."""
        if day in self.worked:
            return True
        holiday = day in self.off or (day.month, day.day) in self.yearly
        return day.weekday() < _SATURDAY and not holiday


def work_days(
    days: Iterable[DayOff], yearly: Iterable[tuple[int, int]] = ()
) -> WorkDays:
    """Return the working days that follow from what was entered.

    Args:
        days: Days off, and weekend days worked instead.
        yearly: Month and day of the holidays of every year.
    """
    entered = tuple(days)
    return WorkDays(
        off=frozenset(one.day for one in entered if not one.working),
        worked=frozenset(one.day for one in entered if one.working),
        yearly=frozenset(yearly),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time a deadline falls due."""

    duty: str
    """`2024`, `2024-06` where there are several in a year, or `once`."""
    last_day: dt.date
    """Last acceptable day: one before the day it is due `before`."""


def falls_once(deadline: Deadline) -> bool:
    """Tell whether a deadline falls due a single time, and not every year."""
    return (
        deadline.kind in _REVIEWS
        or deadline.due_year is not None
        or deadline.counted_from is not None
    )


def occurrences(deadline: Deadline, plan: Plan) -> Iterator[Occurrence]:
    """Yield every time a deadline falls due in the plan's years, in order.

    None while the plan does not tell the day, or when it is due on request. What is
    due once may be due after the plan's years.
    """
    if deadline.kind in ON_REQUEST:
        return
    if falls_once(deadline):
        day = _once(deadline)
        if day is not None:
            yield Occurrence(duty=ONCE, last_day=day)
        return
    for year in range(plan.first_day.year, plan.last_day.year + 1):
        for one in _in_year(deadline, year):
            if one.last_day >= plan.first_day:
                yield one


def between(
    deadline: Deadline, plan: Plan, first: dt.date, last: dt.date
) -> tuple[Occurrence, ...]:
    """Return the times a deadline falls due from one day to another, both included."""
    found = occurrences(deadline, plan)
    return tuple(one for one in found if first <= one.last_day <= last)


def current(
    deadline: Deadline, plan: Plan, year: int, today: dt.date
) -> Occurrence | None:
    """Return the time to speak of in a year; None when no day is known.

    That is the first of the year that is not over, else its last; where the year has
    none, the next one ahead, else the latest there was.
    """
    every = tuple(occurrences(deadline, plan))
    here = [one for one in every if one.last_day.year == year]
    from_day = today if here else max(today, dt.date(year, 1, 1))
    among = here or every
    ahead = (one for one in among if one.last_day >= from_day)
    return next(ahead, among[-1] if among else None)


def kind_of(period: Period) -> DeadlineKind | None:
    """Return which reports speak of a period; None for spans and nine months."""
    code = read_code(period.code)
    return None if code is None else _KIND_OF.get(code.part[:1])


def due_of(deadline: Deadline, plan: Plan, period: Period) -> dt.date | None:
    """Return the last day of the report on a period; None when it owes none.

    A report may be due before its period is over (25/11 for a year) or some time
    after: the first occurrence from two fifths of the period on, up to the same
    place of the next period, so that each belongs to one period.
    """
    if deadline.kind is not kind_of(period):
        return None
    length = (period.last_day - period.first_day).days + 1
    opens = period.first_day + dt.timedelta(days=length * 2 // 5)
    shuts = opens + dt.timedelta(days=length - 1)
    found = between(deadline, plan, opens, shuts)
    return found[0].last_day if found else None


def own_due(
    deadlines: Iterable[Deadline],
    plan: Plan,
    period: Period,
    own: frozenset[AgencyId],
) -> dt.date | None:
    """Return the last acceptable day of an office's own report on a period.

    What the office owes by name comes first, though others are only shown it (000-D3);
    where no day is told of that, whatever the plan asks, but what others owe.

    Args:
        deadlines: Of the plan.
        plan: Years in which they fall due.
        period: What is reported on.
        own: The office, and whose duties went to it alone.
    """
    known = tuple(deadlines)
    named = [one for one in known if own.intersection(one.owing)]
    for group in (named, [one for one in known if not one.informative]):
        days = (due_of(one, plan, period) for one in group)
        first = min((day for day in days if day is not None), default=None)
        if first is not None:
            return first
    return None


def default_closing(deadlines: Iterable[Deadline], period: Period) -> dt.date | None:
    """Return the day on which a plan has a period's figures closed, if it tells one.

    The earliest that lies in the period (Decree 09/2019, art. 8).
    """
    kind, code = kind_of(period), read_code(period.code)
    if kind is None or code is None or code.regime:
        return None
    days = [
        _clipped(code.year, one.closing_month, one.closing_day)
        for one in deadlines
        if one.kind is kind
        and not one.informative
        and one.closing_month is not None
        and one.closing_day is not None
    ]
    inside = (day for day in days if period.first_day <= day <= period.last_day)
    return min(inside, default=None)


def closes_too_late(closing: dt.date, last_day: dt.date, work: WorkDays) -> bool:
    """Tell whether closing leaves no working day to write the report in.

    There must be at least one after the day figures are closed and up to the last
    acceptable day (Decree 09/2019, art. 8, clause 5 b).
    """
    days = (last_day - closing).days
    return not any(
        work.works(closing + dt.timedelta(days=number)) for number in range(1, days + 1)
    )


def days_left(last_day: dt.date, today: dt.date) -> int:
    """Return how many days are left: 0 on the last day, negative when it is over."""
    return (last_day - today).days


def last_working_day(day: dt.date, work: WorkDays) -> dt.date:
    """Return the day itself, or the last working day before it when it is a day off."""
    while not work.works(day):
        day -= dt.timedelta(days=1)
    return day


def nth_working_day(day: dt.date, count: int, work: WorkDays) -> dt.date:
    """Return the working day so many working days after a day; that day is not one."""
    while count > 0:
        day += dt.timedelta(days=1)
        count -= work.works(day)
    return day


def due_at(deadline: Deadline, requested_at: dt.datetime) -> dt.datetime | None:
    """Return the instant until which a request must be answered (004-X1).

    None when the deadline is not counted in hours.
    """
    if deadline.within_hours is None:
        return None
    return requested_at + dt.timedelta(hours=deadline.within_hours)


def minutes_left(until: dt.datetime, now: dt.datetime) -> int:
    """Return the whole minutes left, negative when it is over.

    Both in the office's own time; an instant that names no zone is taken so.
    """
    if until.tzinfo is None:
        now = now.replace(tzinfo=None)
    return (until - now) // dt.timedelta(minutes=1)


def _once(deadline: Deadline) -> dt.date | None:
    """Return the last day of what is due once; None while it is not known.

    Counted in years from a day it is that day of the later year (002-N13); in a
    year without a day, the last of the year (003-D3).
    """
    if deadline.counted_from is not None and deadline.after_years is not None:
        start = deadline.counted_from
        return _clipped(start.year + deadline.after_years, start.month, start.day)
    if deadline.due_year is None:
        return None
    if deadline.due_month is None or deadline.due_day is None:
        return _clipped(deadline.due_year, deadline.due_month or 12, 31)
    return _last_day(deadline, deadline.due_year, deadline.due_month)


def _in_year(deadline: Deadline, year: int) -> Iterator[Occurrence]:
    months = tuple(_months(deadline)) if deadline.due_day is not None else ()
    for month in months:
        duty = str(year) if len(months) == 1 else f"{year}-{month:02}"
        yield Occurrence(duty=duty, last_day=_last_day(deadline, year, month))


def _months(deadline: Deadline) -> Iterator[int]:
    """Yield the months in which a deadline falls due each year.

    A half-yearly report with a month is due in that month alone: the other half is
    part of the yearly one (000-D1, 000-D2).
    """
    step, month = _STEP[deadline.kind], deadline.due_month
    if step == _STEP[DeadlineKind.YEARLY] or (
        deadline.kind is DeadlineKind.HALF_YEARLY and month is not None
    ):
        if month is not None:
            yield month
        return
    start = ((month or step) - 1) % step + 1
    yield from range(start, 13, step)


def _last_day(deadline: Deadline, year: int, month: int) -> dt.date:
    due = _clipped(year, month, deadline.due_day or 31)
    return due if deadline.inclusive else due - dt.timedelta(days=1)


def _clipped(year: int, month: int, day: int) -> dt.date:
    """Return a day of a month, or its last day where the month is shorter."""
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
