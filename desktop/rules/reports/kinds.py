"""The kinds of reports and letters there are, and which spans each may speak of."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import UnknownNameError
from desktop.records.period import Deadline, DeadlineKind, Period, Regime
from desktop.records.plan import Plan
from desktop.rules.calendar import part_of_year, read_code, span

DEFAULT_KIND = "report-year"
"""The kind a draft is of where nobody chose."""

_YEARS_TO_MID_TERM = 3
"""Where no deadline of the plan tells them otherwise."""


class SpanKind(StrEnum):
    """What stretch of days a report may speak of."""

    HALF_YEAR = "half_year"
    YEAR = "year"
    FIRST_YEARS = "first_years"
    """From the plan's first day to the end of its third year, or as it tells."""
    WHOLE_PLAN = "whole_plan"
    TYPED = "typed"
    """Any days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKind:
    """One kind of report or letter; its code names its template."""

    code: str
    spans: tuple[SpanKind, ...]
    """What it may speak of, the usual first."""
    deadline: DeadlineKind | None = None
    """Which deadlines ask for it."""
    letter: bool = False
    """Whether it tells no figures of its own: `rules.letters.letters` lays it out."""
    by_year: bool = False
    """Whether it has a column for each year."""


KINDS = (
    ReportKind(
        code="report-half-year",
        spans=(SpanKind.HALF_YEAR,),
        deadline=DeadlineKind.HALF_YEARLY,
    ),
    ReportKind(
        code="report-year", spans=(SpanKind.YEAR,), deadline=DeadlineKind.YEARLY
    ),
    ReportKind(
        code="report-mid-term",
        spans=(SpanKind.FIRST_YEARS, SpanKind.TYPED),
        deadline=DeadlineKind.MID_TERM,
        by_year=True,
    ),
    ReportKind(
        code="report-final",
        spans=(SpanKind.WHOLE_PLAN, SpanKind.TYPED),
        deadline=DeadlineKind.FINAL,
        by_year=True,
    ),
    ReportKind(
        code="report-thematic",
        spans=(SpanKind.TYPED,),
        deadline=DeadlineKind.THEMATIC,
    ),
    ReportKind(
        code="report-ad-hoc", spans=(SpanKind.TYPED,), deadline=DeadlineKind.AD_HOC
    ),
    ReportKind(code="letter-reminder", spans=tuple(SpanKind), letter=True),
    ReportKind(code="letter-cover", spans=tuple(SpanKind), letter=True),
    ReportKind(code="submission", spans=tuple(SpanKind), letter=True),
)
"""Every kind, in the order of lists."""

_BY_CODE = {one.code: one for one in KINDS}


def kind_named(code: str) -> ReportKind:
    """Return the kind with a code. Raise UnknownNameError when there is none."""
    if code not in _BY_CODE:
        raise UnknownNameError("template", code, tuple(_BY_CODE))
    return _BY_CODE[code]


def periods_of(
    kind: ReportKind,
    plan: Plan,
    regime: Regime | None = None,
    deadlines: Iterable[Deadline] = (),
) -> tuple[Period, ...]:
    """Return the periods a kind may speak of in the plan's years, in order.

    Empty for a kind that speaks of typed days only.
    """
    found: set[Period] = set()
    for one in kind.spans:
        found |= {*_periods(one, plan, regime, tuple(deadlines))}
    kept = (o for o in found if _touches(o, plan))
    return tuple(sorted(kept, key=lambda o: (o.first_day, o.last_day)))


def _touches(period: Period, plan: Plan) -> bool:
    return period.first_day <= plan.last_day and period.last_day >= plan.first_day


def fits(kind: ReportKind, period: Period, plan: Plan) -> bool:
    """Tell whether a kind may speak of a period."""
    if SpanKind.TYPED in kind.spans:
        return True
    code = read_code(period.code)
    if code is None:
        whole = period.first_day, period.last_day
        plans = plan.first_day, plan.last_day
        return SpanKind.WHOLE_PLAN in kind.spans and whole == plans
    part = {"": SpanKind.YEAR, "H": SpanKind.HALF_YEAR}.get(code.part[:1])
    return part in kind.spans


def first_years(plan: Plan, deadlines: Iterable[Deadline] = ()) -> Period:
    """Return the days a mid-term review speaks of.

    Years are counted whole, from the plan's first; where a deadline counts them
    from another day, the review ends with the year in which they are over (002-N13).
    """
    reviews = (o for o in deadlines if o.kind is DeadlineKind.MID_TERM)
    last = next(
        (year for one in reviews if (year := _review_year(one))),
        plan.first_day.year + _YEARS_TO_MID_TERM - 1,
    )
    return span(plan.first_day, min(dt.date(last, 12, 31), plan.last_day))


def _review_year(deadline: Deadline) -> int | None:
    if deadline.counted_from is not None and deadline.after_years is not None:
        return deadline.counted_from.year + deadline.after_years
    return deadline.due_year


def _periods(
    kind: SpanKind, plan: Plan, regime: Regime | None, deadlines: tuple[Deadline, ...]
) -> Iterator[Period]:
    years = range(plan.first_day.year, plan.last_day.year + 1)
    match kind:
        case SpanKind.YEAR:
            yield from (part_of_year(year, "", regime) for year in years)
        case SpanKind.HALF_YEAR:
            for year in years:
                yield part_of_year(year, "H1", regime)
                yield part_of_year(year, "H2", regime)
        case SpanKind.FIRST_YEARS:
            yield first_years(plan, deadlines)
        case SpanKind.WHOLE_PLAN:
            yield span(plan.first_day, plan.last_day)
