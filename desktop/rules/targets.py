"""Results and verdicts against targets (rows 001-T*).

A percent is 100 x N / D with one decimal, half up; a denominator that is missing
or zero is never 0 %, but not enough data.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.result import Measured, Part, Result, Verdict
from desktop.records.target import Direction, Formula, Milestone, Target
from desktop.rules.counting import Span
from desktop.rules.numbers import percent

_FULL = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part-share counted beside a target: its key, numerator and denominator."""

    code: str
    numerator: Decimal
    denominator: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted for one target over one span."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    shares: tuple[Share, ...] = ()
    denominator_date: dt.date | None = None
    missing: str = ""
    """Key of what is missing when there is no denominator."""


def result(target: Target, period: Counts, cumulative: Counts) -> Result:
    """Return a target's result from what was counted in the period and in all."""
    used = period if period.denominator_date else cumulative
    return Result(
        target=target,
        period=measured(target, period),
        cumulative=measured(target, cumulative),
        parts=tuple(_part(share) for share in (period.shares or cumulative.shares)),
        denominator_date=used.denominator_date,
        missing=_missing(target, period, cumulative),
        doubts=_doubts(period, cumulative),
    )


def measured(target: Target, counts: Counts) -> Measured:
    """Return value and verdict of one span's counts."""
    if target.formula is Formula.TEXT:
        return Measured(verdict=Verdict.TEXT)
    value = percent(counts.numerator, counts.denominator)
    return Measured(
        numerator=counts.numerator,
        denominator=counts.denominator,
        value=value,
        verdict=verdict(target, value),
    )


def verdict(target: Target, value: Decimal | None) -> Verdict:
    """Return what a percent says of a target."""
    if target.direction is Direction.TEXT:
        return Verdict.TEXT
    if value is None:
        return Verdict.UNKNOWN
    match target.direction:
        case Direction.AT_MOST:
            return _met(value <= _line(target) + target.tolerance)
        case Direction.RANGE:
            return _in_range(target, value)
        case Direction.COUNT:
            return _met(value >= _FULL)
        case _:
            return _met(value >= _line(target) - target.tolerance)


def planned(
    milestones: Iterable[Milestone], target: Target, span: Span, *, adds_up: bool
) -> Decimal | None:
    """Return the number planned for the years a span touches, or None if none is.

    A sum over years one of which has no number would be held against too little.

    A part of a year is held against the whole year's number: the plan gives no
    number for less (001-T3).

    Args:
        milestones: Numbers planned, of any target and year.
        target: Whose numbers to take.
        span: The days whose years count.
        adds_up: Whether the numbers of two years make a sum; those of kinds of
            products do not, for both years may have the same kinds (001-T5a).
    """
    years = range(span.first.year, span.last.year + 1)
    found = {
        one.year: one.value
        for one in milestones
        if one.target == target.id and one.year in years
    }
    if not found or (adds_up and len(found) < len(years)):
        return None
    return sum(found.values(), Decimal(0)) if adds_up else max(found.values())


def _line(target: Target) -> Decimal:
    return _FULL if target.value is None else target.value


def _in_range(target: Target, value: Decimal) -> Verdict:
    if value < _line(target) - target.tolerance:
        return Verdict.NOT_MET
    if target.upper is not None and value > target.upper + target.tolerance:
        return Verdict.ABOVE
    return Verdict.MET


def _met(met: bool) -> Verdict:  # noqa: FBT001  one word, one answer
    return Verdict.MET if met else Verdict.NOT_MET


def _part(share: Share) -> Part:
    return Part(
        code=share.code,
        numerator=share.numerator,
        denominator=share.denominator,
        value=percent(share.numerator, share.denominator),
    )


def _missing(target: Target, period: Counts, cumulative: Counts) -> str:
    if target.formula is Formula.TEXT:
        return ""
    unknown = next((one for one in (period, cumulative) if not one.denominator), None)
    return "" if unknown is None else unknown.missing


def _doubts(period: Counts, cumulative: Counts) -> tuple[str, ...]:
    above = any(
        one.numerator is not None
        and one.denominator
        and one.numerator > one.denominator
        and one.denominator_date is not None
        for one in (period, cumulative)
    )
    return ("numerator_above_denominator",) if above else ()
