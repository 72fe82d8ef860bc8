"""What makes a target acceptable: its days, its numbers, and what its formula needs."""

import datetime as dt
from collections.abc import Iterable, Iterator

from desktop.errors import Problem
from desktop.records.plan import Plan
from desktop.records.target import Direction, Formula, Target
from desktop.rules.dates import format_date
from desktop.rules.known import Known

Found = Iterator[Problem]

NEEDS: dict[Formula, tuple[str, ...]] = {
    Formula.SPOKESPERSON: ("scope",),
    Formula.TRAINED: ("staff_group",),
    Formula.FIGURE: ("figure",),
    Formula.RATIO: ("figure", "divisor"),
    Formula.GROWTH: ("figure",),
    Formula.SUPPLIED: ("subject", "supplier"),
}
"""Fields without which a formula has nothing to count (seed features, section 9)."""

TAKES: dict[Formula, tuple[str, ...]] = {
    Formula.SPOKESPERSON: ("scope", "required", "interval"),
    Formula.TRAINED: ("staff_group", "staff_tiers", "training"),
    Formula.FIGURE: ("figure",),
    Formula.RATIO: ("figure", "divisor"),
    Formula.GROWTH: ("figure",),
    Formula.SUPPLIED: ("subject", "supplier", "supplied"),
}
"""Every field that means something to a formula."""

_CATALOGUES = {"staff_group": "staff_group", "subject": "tally_subject"}
"""The catalogue whose codes a field takes."""

_WHOLE = 100
_VALUED = {Direction.AT_LEAST, Direction.AT_MOST, Direction.RANGE}
_NEVER_PERCENT = {Formula.FIGURE, Formula.GROWTH, Formula.TEXT, Formula.MILESTONE}


def takes(formula: Formula, direction: Direction) -> frozenset[str]:
    """Return the fields that mean something to a target of this formula."""
    named = set(TAKES.get(formula, ()))
    if formula not in {Formula.TEXT, Formula.MILESTONE} and direction in _VALUED:
        named |= {"value", "tolerance"}
        named |= {"upper"} if direction is Direction.RANGE else set()
    return frozenset(named)


def target_problems(
    target: Target, plan: Plan, targets: Iterable[Target]
) -> tuple[Problem, ...]:
    """Return what is wrong with a target among those of its plan."""
    versions = tuple(one for one in targets if one.id != target.id)
    return (*_days(target, plan, versions), *_numbers(target), *_needs(target))


def reference_problems(target: Target, known: Known) -> tuple[Problem, ...]:
    """Return what a target names that stands for nothing in the office's file."""
    named = (
        ("scope", target.scope, known.agencies, "unknown_agency"),
        ("supplier", (target.supplier,), known.agencies, "unknown_agency"),
        ("figure", (target.figure,), known.figures, "unknown_figure"),
        ("divisor", (target.divisor,), known.figures, "unknown_figure"),
        ("staff_tiers", target.staff_tiers, known.tiers, "unknown_tier"),
        *(
            (name, (getattr(target, name),), known.codes[catalogue], "unknown_code")
            for name, catalogue in _CATALOGUES.items()
            if catalogue in known.codes
        ),
    )
    return tuple(
        Problem(name, code, (one,))
        for name, values, there, code in named
        for one in values
        if one and one not in there
    )


def first_day(target: Target, plan: Plan) -> dt.date:
    """Return the first day of a version."""
    return target.valid_from or plan.first_day


def last_day(target: Target, plan: Plan) -> dt.date:
    """Return the last day of a version."""
    return target.valid_to or plan.last_day


def _days(target: Target, plan: Plan, others: tuple[Target, ...]) -> Found:
    first, last = first_day(target, plan), last_day(target, plan)
    if last < first:
        yield Problem("valid_to", "last_before_first", (format_date(first),))
        return
    for name in ("valid_from", "valid_to"):
        day = getattr(target, name)
        if day is not None and not plan.first_day <= day <= plan.last_day:
            facts = format_date(plan.first_day), format_date(plan.last_day)
            yield Problem(name, "outside_plan", facts)
    for other in others:
        begins, ends = first_day(other, plan), last_day(other, plan)
        if other.code == target.code and begins <= last and first <= ends:
            told = target.code, format_date(begins), format_date(ends)
            yield Problem("valid_from", "versions_overlap", told)
    if target.year is not None and not (
        plan.first_day.year <= target.year <= plan.last_day.year
    ):
        years = str(plan.first_day.year), str(plan.last_day.year)
        yield Problem("year", "year_outside_plan", years)


def _numbers(target: Target) -> Found:
    value, upper = target.value, target.upper
    for name in ("value", "upper", "tolerance"):
        number = getattr(target, name)
        if number is not None and number < 0:
            yield Problem(name, "negative", (str(number),))
        if number is not None and number > _WHOLE and is_share(target):
            yield Problem(name, "above_hundred", (str(number),))
    if target.direction is not Direction.RANGE:
        return
    if value is not None and upper is not None and upper < value:
        yield Problem("upper", "range_reversed", (str(value), str(upper)))


def is_share(target: Target) -> bool:
    """Tell whether what a target asks for is a share, in percent."""
    return target.unit.strip() == "%" and target.formula not in _NEVER_PERCENT


def _needs(target: Target) -> Found:
    for name in ("code", "text", "label"):
        if not str(getattr(target, name)).strip():
            yield Problem(name, "missing")
    for name in NEEDS.get(target.formula, ()):
        if not getattr(target, name):
            yield Problem(name, "formula_needs")
    yield from _line(target)
    if target.required < 1:
        yield Problem("required", "below_one")
    if target.interval < 0:
        yield Problem("interval", "negative", (str(target.interval),))


def _line(target: Target) -> Found:
    """Yield the numbers without which there is nothing to be held against."""
    valued = takes(target.formula, target.direction)
    if "value" in valued and target.value is None:
        # A count may take its number from the years' milestones instead.
        blocking = is_share(target)
        yield Problem("value", "missing", blocking=blocking)
    if "upper" in valued and target.upper is None:
        yield Problem("upper", "missing")
