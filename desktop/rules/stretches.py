"""Which days a target is counted over: in a period, from the plan's start, by year.

A stretch has two pairs of days: those whose records count, which end when the period
is closed, and those it is named after, by which a part of a year is known.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.errors import UnknownNameError
from desktop.records.period import Period, Regime
from desktop.records.plan import Plan
from desktop.rules.calendar import part_of_year, previous, read_code, year_of
from desktop.rules.counting import Span

QUARTERS = range(1, 5)
_MIDDLE = 15
"""Day of its second month that stands for the middle of a quarter."""

_SHORTEST = dt.timedelta(days=45)
"""A stretch of fewer days, such as a month, is no quarter though it holds a middle."""

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days a target is counted over, and what it is held against."""

    span: Span
    """Days whose records count."""
    nominal: Span
    """First and last day by name, whenever the figures were closed."""
    before: "Stretch | None" = None
    """As many days before, which growth is told of; None: growth is not told."""
    inherits: tuple[int, ...] = ()
    """Years whose inherited figures enter."""
    whole: bool = False
    """Whether it begins with the plan."""

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years it holds a quarter of, and the one it ends in."""
        first, last = self.nominal.first.year, self.nominal.last.year
        held = (year for year in range(first, last) if self.quarters(year))
        return (*held, last)

    def quarters(self, year: int) -> tuple[int, ...]:
        """Return the quarters of a year whose middle it holds; none for a month."""
        nominal = self.nominal
        if nominal.last - nominal.first < _SHORTEST:
            return ()
        return tuple(one for one in QUARTERS if _middle(year, one) in nominal)

    def until(self, day: dt.date | None) -> "Stretch | None":
        """Return what of it lies before a day, without inherited figures, or None."""
        if day is None or self.span.first >= day:
            return None
        last = min(self.span.last, day - dt.timedelta(days=1))
        return replace(self, span=Span(self.span.first, last), inherits=())


def span_of(period: Period) -> Span:
    """Return the days of a period whose records count."""
    return Span(period.first_day, min(period.last_day, period.closing_day))


def of_period(period: Period) -> Stretch:
    """Return the days of a period, with the period before for growth (004-T2).

    What was inherited for a year enters a period that holds that whole year.
    """
    made = _bare(period, span_of(period).last)
    return replace(made, before=_before(period, made.span.last))


def from_start(plan: Plan, period: Period) -> Stretch:
    """Return the days from the plan's first to the period's last."""
    nominal = Span(plan.first_day, period.last_day)
    return Stretch(
        span=Span(plan.first_day, span_of(period).last),
        nominal=nominal,
        inherits=tuple(range(nominal.first.year, nominal.last.year + 1)),
        whole=True,
    )


def by_year(plan: Plan, period: Period) -> dict[int, Stretch]:
    """Return each year of the plan up to the period's, cut as the period is.

    The year of the period ends when the period does.
    """
    last = min(plan.last_day.year, year_of(period))
    years = range(plan.first_day.year, last + 1)
    made = ((year, _year(year, plan, period)) for year in years)
    return {year: one for year, one in made if one.span.first <= one.span.last}


def intervals(span: Span, months: int) -> tuple[Span, ...]:
    """Return the whole intervals of so many months in a span, from its first day.

    A shorter remainder is none; of a span too short for one, the span itself is.
    """
    found = tuple(_intervals(span, months)) if months else ()
    return found or (span,)


def _intervals(span: Span, months: int) -> Iterator[Span]:
    number = 0
    while True:
        first = _later(span.first, number * months)
        last = _later(span.first, (number + 1) * months) - dt.timedelta(days=1)
        if last > span.last:
            return
        yield Span(first, last)
        number += 1


def _later(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the first after a shorter month."""
    year, month = divmod(day.month - 1 + months, _MONTHS)
    try:
        return day.replace(year=day.year + year, month=month + 1)
    except ValueError:
        return _later(day.replace(day=1), months + 1)


def _year(year: int, plan: Plan, period: Period) -> Stretch:
    named = _cut_alike(year, period)
    last = min(named.last_day, span_of(period).last)
    return Stretch(
        span=Span(max(named.first_day, plan.first_day), last),
        nominal=Span(named.first_day, min(named.last_day, period.last_day)),
        before=_before(named, last),
        inherits=(year,),
    )


def _cut_alike(year: int, period: Period) -> Period:
    """Return a year that begins and ends as the period's own does."""
    code = read_code(period.code)
    if code is None or not code.regime:
        return part_of_year(year)
    cut = Regime(code=code.regime, name="", source="", cut_day=period.first_day.day)
    return part_of_year(year, regime=cut)


def _before(period: Period, last: dt.date) -> Stretch | None:
    """Return the period before, as many days short of its end as the period is."""
    try:
        found = previous(period)
    except UnknownNameError:
        return None
    closed = found.last_day - (period.last_day - last)
    return _bare(found, min(found.closing_day, closed))


def _bare(period: Period, last: dt.date) -> Stretch:
    made = Stretch(
        span=Span(period.first_day, last),
        nominal=Span(period.first_day, period.last_day),
    )
    return replace(made, inherits=_whole_years(made))


def _whole_years(stretch: Stretch) -> tuple[int, ...]:
    every = len(QUARTERS)
    return tuple(one for one in stretch.years if len(stretch.quarters(one)) == every)


def _middle(year: int, quarter: int) -> dt.date:
    return dt.date(year, quarter * 3 - 1, _MIDDLE)
