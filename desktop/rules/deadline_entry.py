"""Read what is typed of a deadline, and say what is wrong or doubtful with it."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.errors import Problem
from desktop.records.period import Deadline, DeadlineKind
from desktop.rules.dates import format_date
from desktop.rules.deadlines import WorkDays, closes_too_late, nth_working_day
from desktop.rules.vietnamese import fold, half_width, normalise

_DAY_MONTH = re.compile(r"(?:ngay )?(\d{1,2})(?:\s*[/.\- ]\s*(\d{1,2}))?")
_LEAP_YEAR = 2024
_SEVERAL = frozenset(
    {DeadlineKind.MONTHLY, DeadlineKind.QUARTERLY, DeadlineKind.HALF_YEARLY}
)
_MOST_DAYS = 366
_MOST_COUNTED = 60
_COUNTED = re.compile(
    r"(?:ngay lam viec thu )?(?P<count>[0-9]{1,2})(?: ngay lam viec)? (?:sau|ke tu)"
    r"(?: ngay)? (?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})"
    r"(?:[/.](?P<year>[0-9]{4}))?"
)
"""`3 ngày làm việc sau 22/2`, `ngày làm việc thứ 3 sau ngày 22/02/2026`, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMonth:
    """A day of a month, or of every month; both None when nothing was typed."""

    day: int | None = None
    month: int | None = None
    reason: str = ""
    """`day_without_month` when it cannot be read, `no_such_day`; blank when it can."""


def parse_day_month(text: str) -> DayMonth:
    """Read `25/11`, or `15` for a day of every month."""
    plain = half_width(normalise(text))
    if not plain:
        return DayMonth()
    found = _DAY_MONTH.fullmatch(plain)
    if found is None:
        return DayMonth(reason="day_without_month")
    day, month = int(found[1]), int(found[2]) if found[2] else None
    longest = 31
    if month is not None:
        months = range(1, 13)
        longest = calendar.monthrange(_LEAP_YEAR, month)[1] if month in months else 0
    if not 1 <= day <= longest:
        return DayMonth(reason="no_such_day")
    return DayMonth(day=day, month=month)


def parse_days(text: str) -> tuple[int, ...] | None:
    """Read numbers of days such as `30, 15, 7`; None when they are not numbers."""
    parts = [part for part in re.split(r"[,;\s]+", half_width(normalise(text))) if part]
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    days = {int(part) for part in parts}
    if any(day > _MOST_DAYS for day in days):
        return None
    return tuple(sorted(days, reverse=True))


def problems(deadline: Deadline) -> tuple[Problem, ...]:
    """Return everything wrong with a deadline, field by field."""
    return tuple(_problems(deadline))


def closing_doubt(
    closing: dt.date, last_day: dt.date, work: WorkDays
) -> tuple[Problem, ...]:
    """Return a doubt when no working day is left after closing (Decree 09, art. 8)."""
    if not closes_too_late(closing, last_day, work):
        return ()
    facts = (format_date(last_day),)
    return (Problem("closing_day", "closing_too_late", facts, blocking=False),)


def _problems(deadline: Deadline) -> Iterator[Problem]:
    if not deadline.text.strip():
        yield Problem("text", "missing")
    if deadline.kind is DeadlineKind.WITHIN_HOURS and not deadline.within_hours:
        yield Problem("within_hours", "hours_wanted")
    if (deadline.counted_from is None) != (deadline.after_years is None):
        yield Problem("after_years", "after_without_start")
    if _half_a_day(deadline):
        yield Problem("due_day", "day_without_month")
    if (deadline.closing_day is None) != (deadline.closing_month is None):
        yield Problem("closing_day", "day_without_month")


def _half_a_day(deadline: Deadline) -> bool:
    """Tell whether a day lacks its month though it is not of every month."""
    missing = deadline.due_day is not None and deadline.due_month is None
    return missing and deadline.kind not in _SEVERAL


def counted_day(text: str, year: int, work: WorkDays) -> dt.date | None:
    """Return the day that words count out: `3 ngày làm việc sau 22/2`; None for others.

    Args:
        text: What was typed, with marks or without.
        year: The year of a day that names none.
        work: Which days offices work.
    """
    found = _COUNTED.fullmatch(fold(text).strip())
    if found is None or not 0 < int(found["count"]) <= _MOST_COUNTED:
        return None
    try:
        day = dt.date(
            int(found["year"] or year), int(found["month"]), int(found["day"])
        )
    except ValueError:
        return None
    return nth_working_day(day, int(found["count"]), work)
