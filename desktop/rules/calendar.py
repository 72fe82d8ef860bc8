"""Periods of reporting, and the days on which reports are due.

A period is a span of the calendar year unless both its days are given.
"""

import calendar
import datetime as dt
import re

from desktop.errors import UnknownNameError
from desktop.records.period import Deadline, Period
from desktop.records.plan import Plan
from desktop.rules.dates import FIRST_YEAR, LAST_YEAR, format_date, parse_date

CUSTOM = "custom"
EXAMPLES = ("2024", "2024-H1", "2024-Q3", "2024-M07", "01/01/2024-14/11/2024")
"""One code of each kind, as `parse_period` reads them."""

_MONTHS_OF = {"": 12, "H": 6, "Q": 3, "M": 1}
_CODE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?P<part>(?:H[12])|(?:Q[1-4])|(?:M(?:0[1-9]|1[0-2]))))?",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(\d{1,2}[/.]\d{1,2}[/.]\d{4})\s*[-–—]\s*(\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_WEEKEND = 5
"""Number of Saturday."""


def parse_period(text: str) -> Period:
    """Return the period a code names, or the span between two days.

    Raises:
        UnknownNameError: The text names no period.
    """
    code = text.strip()
    if found := _CODE.fullmatch(code):
        return _calendar_period(int(found["year"]), (found["part"] or "").upper(), text)
    if found := _SPAN.fullmatch(code):
        first, last = (_day(part, text) for part in found.groups())
        if first <= last:
            return span(first, last)
    raise _unknown(text)


def span(first_day: dt.date, last_day: dt.date) -> Period:
    """Return the custom period between two days, both included."""
    return Period(
        code=CUSTOM, first_day=first_day, last_day=last_day, closing_day=last_day
    )


def period_name(period: Period) -> str:
    """Return the text from which `parse_period` makes the period again."""
    if period.code != CUSTOM:
        return period.code
    return f"{format_date(period.first_day)}-{format_date(period.last_day)}"


def _calendar_period(year: int, part: str, given: str) -> Period:
    """Return a year, or the half, quarter or month of it that is named."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _unknown(given)
    months = _MONTHS_OF[part[:1]]
    last_month = int(part[1:] or 1) * months
    last_day = dt.date(year, last_month, calendar.monthrange(year, last_month)[1])
    return Period(
        code=f"{year}-{part}" if part else str(year),
        first_day=dt.date(year, last_month - months + 1, 1),
        last_day=last_day,
        closing_day=last_day,
    )


def _day(text: str, given: str) -> dt.date:
    """Return the day one end of a span names."""
    day = parse_date(text, today=dt.date.min).value
    if day is None:
        raise _unknown(given)
    return day


def _unknown(given: str) -> UnknownNameError:
    """Say that a text names no period, and which would."""
    return UnknownNameError("period", given, EXAMPLES)


def previous(period: Period) -> Period:
    """Return the period before: the last of its kind.

    Before a custom span comes the same span of the latest year in which it was
    over before this one began, for that is what a report is compared with.

    Raises:
        UnknownNameError: There is no period before it.
    """
    if period.code == CUSTOM:
        return _earlier_span(period)
    before = period.first_day - dt.timedelta(days=1)
    part = period.code.partition("-")[2]
    if not part:
        return parse_period(str(before.year))
    number = -(-before.month // _MONTHS_OF[part[0]])
    width = len(part) - 1
    return parse_period(f"{before.year}-{part[0]}{number:0{width}}")


def _earlier_span(period: Period) -> Period:
    """Move a span back by as few whole years as clear it."""
    years = 1
    while _years_back(period.last_day, years) >= period.first_day:
        years += 1
    return span(
        _years_back(period.first_day, years), _years_back(period.last_day, years)
    )


def _years_back(day: dt.date, years: int) -> dt.date:
    """Return the same day of an earlier year; 29 February may become 28."""
    year = day.year - years
    return dt.date(
        year, day.month, min(day.day, calendar.monthrange(year, day.month)[1])
    )


def contains(period: Period, day: dt.date) -> bool:
    """Tell whether a day counts in a period: in it, and not after it was closed."""
    return period.first_day <= day <= min(period.last_day, period.closing_day)


def cumulative_span(plan: Plan, period: Period) -> Period:
    """Return the span from the plan's first day to the period's last.

    It is empty, its last day before its first, when the plan began later.
    """
    return Period(
        code=CUSTOM,
        first_day=plan.first_day,
        last_day=period.last_day,
        closing_day=period.closing_day,
    )


def last_acceptable_day(deadline: Deadline, year: int) -> dt.date | None:
    """Return the last day on which a report of a year is in time.

    A report due `before` 25/11 may come on 24/11. None while the plan does not
    tell the day.
    """
    if deadline.due_month is None or deadline.due_day is None:
        return None
    longest = calendar.monthrange(year, deadline.due_month)[1]
    due = dt.date(year, deadline.due_month, min(deadline.due_day, longest))
    return due - dt.timedelta(days=1)


def next_due(deadline: Deadline, today: dt.date) -> dt.date | None:
    """Return the first acceptable last day that is not over yet.

    None while the plan does not tell the day.
    """
    candidates = (
        last_acceptable_day(deadline, year)
        for year in range(today.year, today.year + 3)
    )
    return next((day for day in candidates if day and day >= today), None)


def days_left(last_day: dt.date, today: dt.date) -> int:
    """Return how many days are left: 0 on the last day, negative when it is over."""
    return (last_day - today).days


def last_working_day(
    day: dt.date, holidays: frozenset[dt.date] = frozenset()
) -> dt.date:
    """Return the day itself, or the last working day before it when it is a day off."""
    while day.weekday() >= _WEEKEND or day in holidays:
        day -= dt.timedelta(days=1)
    return day
