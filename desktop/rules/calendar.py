"""Periods of reporting: the parts of a year as a regime cuts it, and spans of days.

A code names a part of a year, and behind `@` either the regime that cuts it, or the
day on which its figures are closed when that is not its last.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.errors import InputError, Problem, UnknownNameError
from desktop.records.period import Period, Regime
from desktop.records.plan import Plan
from desktop.rules.dates import FIRST_YEAR, LAST_YEAR, format_date, parse_date

CUSTOM = "custom"
EXAMPLES = (
    "2024",
    "2024-H1",
    "2024-N9",
    "2024-Q3",
    "2024-M07",
    "2024@14/11",
    "2024@decree_09",
    "01/01/2024-14/11/2024",
)
"""One code of each kind, as `parse_period` reads them."""

_MONTHS_OF = {"": 12, "H": 6, "Q": 3, "M": 1, "N": 9}
_PARTS_OF = {"H": 2, "Q": 4, "M": 12}
_NINE_MONTHS = "N9"
_CODE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?P<part>H[12]|Q[1-4]|N9|M(?:0[1-9]|1[0-2])))?"
    r"(?:@(?:(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})|(?P<regime>[a-z]\w*)))?",
    re.IGNORECASE | re.ASCII,
)
_SPAN = re.compile(
    r"(\d{1,2}[/.]\d{1,2}[/.]\d{4})\s*[-–—]\s*(\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodCode:
    """What the code of a part of a year says."""

    year: int
    part: str = ""
    """`H1`, `Q3`, `M07`, `N9`; blank for the whole year."""
    regime: str = ""
    """Code of the regime that cuts it; blank for the calendar."""
    closing: tuple[int, int] | None = None
    """Month and day on which its figures are closed, when not its last day."""

    def __str__(self) -> str:
        """Return the code."""
        part = f"-{self.part}" if self.part else ""
        regime = f"@{self.regime}" if self.regime else ""
        closing = "@{1:02}/{0:02}".format(*self.closing) if self.closing else ""
        return f"{self.year}{part}{regime}{closing}"


def read_code(text: str) -> PeriodCode | None:
    """Return what a code says; None when it names no part of a year."""
    found = _CODE.fullmatch(text.strip())
    if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        return None
    closing = (int(found["month"]), int(found["day"])) if found["day"] else None
    return PeriodCode(
        year=int(found["year"]),
        part=(found["part"] or "").upper(),
        regime=(found["regime"] or "").lower(),
        closing=closing,
    )


def parse_period(text: str, regimes: Iterable[Regime] = ()) -> Period:
    """Return the period a code names, or the span between two days.

    Raises:
        UnknownNameError: The text names no period, or none of the regimes.
        InputError: The figures would be closed outside the period.
    """
    code = read_code(text)
    if code is not None:
        return _named(code, regimes, text)
    if found := _SPAN.fullmatch(text.strip()):
        first, last = (_day(part, text) for part in found.groups())
        if first <= last:
            return span(first, last)
    raise _unknown(text)


def part_of_year(year: int, part: str = "", regime: Regime | None = None) -> Period:
    """Return a part of a year as a regime cuts it; without one, by the calendar.

    Raises:
        UnknownNameError: No such year is reckoned with.
    """
    if regime is None or regime.cut_day is None:
        return _cut(PeriodCode(year=year, part=part), None)
    return _cut(PeriodCode(year=year, part=part, regime=regime.code), regime.cut_day)


def closed_on(period: Period, day: dt.date) -> Period:
    """Return the same period with its figures closed on a day.

    Raises:
        InputError: The day is not in the period, or the period has no other
            closing day than its last (Decree 09/2019, art. 12).
    """
    code = read_code(period.code)
    if code is None or code.regime:
        if day == period.last_day:
            return period
        last = format_date(period.last_day)
        raise InputError((Problem("closing_day", "closing_fixed", (last,)),))
    if not period.first_day <= day <= period.last_day:
        facts = (format_date(period.first_day), format_date(period.last_day))
        raise InputError((Problem("closing_day", "closing_outside_period", facts),))
    closing = None if day == period.last_day else (day.month, day.day)
    named = replace(code, closing=closing)
    return replace(period, code=str(named), closing_day=day)


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


def last_counted(period_code: str, last_day: dt.date) -> dt.date:
    """Return the last day whose records a report counted, by its period's code.

    A period was closed before its last day where its code says so (`2024@14/11`).
    """
    code = read_code(period_code)
    if code is None or code.closing is None:
        return last_day
    return min(last_day, dt.date(code.year, *code.closing))


def year_of(period: Period) -> int:
    """Return the year a period is of: under a cut it begins in the one before."""
    code = read_code(period.code)
    return period.last_day.year if code is None else code.year


def _named(code: PeriodCode, regimes: Iterable[Regime], given: str) -> Period:
    """Make the period of a code, closed as it says."""
    known = {one.code: one for one in regimes}
    if code.regime and code.regime not in known:
        raise UnknownNameError("regime", code.regime, tuple(known))
    period = part_of_year(code.year, code.part, known.get(code.regime))
    if code.closing is None:
        return period
    try:
        day = dt.date(code.year, *code.closing)
    except ValueError as error:
        raise _unknown(given) from error
    return closed_on(period, day)


def _cut(code: PeriodCode, cut_day: int | None) -> Period:
    """Return a part of a year; cut, it begins in the month before."""
    if not FIRST_YEAR <= code.year <= LAST_YEAR:
        raise _unknown(str(code))
    months = _MONTHS_OF[code.part[:1]]
    number = 1 if code.part in {"", _NINE_MONTHS} else int(code.part[1:])
    last_month = number * months
    year, month = code.year, last_month - months + 1
    if cut_day is None:
        first = dt.date(year, month, 1)
        last = dt.date(year, last_month, calendar.monthrange(year, last_month)[1])
    else:
        before = (year, month - 1) if month > 1 else (year - 1, 12)
        first = dt.date(*before, cut_day)
        last = dt.date(year, last_month, cut_day - 1)
    return Period(code=str(code), first_day=first, last_day=last, closing_day=last)


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
    """Return the period before: the last of its kind, cut by the same rule.

    Before nine months come those of the year before. What was closed early is held
    against what was closed as early the year before; parts of a year before it are
    whole. Before a custom span comes the same span of the latest year in which it
    was over before this one began.

    Raises:
        UnknownNameError: There is no period before it.
    """
    code = read_code(period.code)
    if code is None:
        return _earlier_span(period)
    cut_day = period.first_day.day if code.regime else None
    if code.part in {"", _NINE_MONTHS}:
        before = _cut(replace(code, year=code.year - 1, closing=None), cut_day)
        closed = _years_back(period.closing_day, 1)
        return before if code.closing is None else closed_on(before, closed)
    kind, width = code.part[0], len(code.part) - 1
    years, number = divmod(int(code.part[1:]) - 2, _PARTS_OF[kind])
    part = f"{kind}{number + 1:0{width}}"
    return _cut(replace(code, year=code.year + years, part=part, closing=None), cut_day)


def a_year_before(period: Period) -> Period:
    """Return the same period of the year before, closed as many days before its end.

    Raises:
        UnknownNameError: There is no period before it.
    """
    code = read_code(period.code)
    if code is None:
        first, last = period.first_day, period.last_day
        return span(_years_back(first, 1), _years_back(last, 1))
    cut_day = period.first_day.day if code.regime else None
    found = _cut(replace(code, year=code.year - 1, closing=None), cut_day)
    early = period.last_day - min(period.closing_day, period.last_day)
    if not early:
        return found
    closing = max(found.first_day, found.last_day - early)
    return replace(found, closing_day=closing)


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
