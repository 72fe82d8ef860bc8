"""Results and verdicts against targets (rows 001-T*).

A percent is 100 x N / D with one decimal, half up; a denominator that is missing
or zero is never 0 %, but not enough data.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.records.result import Measured, Part, Result, Verdict
from desktop.records.target import Direction, Formula, Target
from desktop.rules.numbers import percent

_FULL = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part-share counted beside a target: its key, numerator and denominator."""

    code: str
    numerator: Decimal | None
    denominator: Decimal | None
    text: str = ""
    """What it is about, such as a document."""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted for one target over one span."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    shares: tuple[Share, ...] = ()
    denominator_date: dt.date | None = None
    missing: str = ""
    """Key of what is missing when there is no denominator."""
    doubts: tuple[str, ...] = ()
    """Keys of what is doubtful about what was counted."""
    inherited: Share | None = None
    """What of it is of an office before."""


def in_force(targets: Iterable[Target], day: dt.date) -> tuple[Target, ...]:
    """Return the version of each target that holds on a day, in the plan's order.

    Before the first version the first one holds; a target none of whose versions is
    in force any more is left out.
    """
    by_code: dict[str, list[Target]] = {}
    for one in targets:
        by_code.setdefault(one.goal, []).append(one)
    found = (version_on(versions, day) for versions in by_code.values())
    held = [one for one in found if one is not None]
    return tuple(sorted(held, key=lambda one: (one.position, one.code)))


def version_on(versions: Iterable[Target], day: dt.date) -> Target | None:
    """Return the version of one target that holds on a day, or None."""
    ordered = sorted(versions, key=lambda one: one.valid_from or dt.date.min)
    begun = [one for one in ordered if (one.valid_from or dt.date.min) <= day]
    if not begun:
        return ordered[0] if ordered else None
    holding = [one for one in begun if one.valid_to is None or day <= one.valid_to]
    return holding[-1] if holding else None


def set_by_plan(target: Target) -> bool:
    """Tell whether a version is the plan's own, and not one decided on later."""
    return str(target.id) == str(target.goal) and not target.decision


def result(target: Target, period: Counts, cumulative: Counts) -> Result:
    """Return a target's result from what was counted in the period and in all."""
    used = period if period.denominator_date else cumulative
    shares = period.shares or cumulative.shares
    if cumulative.inherited is not None:
        shares = (*shares, cumulative.inherited)
    return Result(
        target=target,
        period=measured(target, period),
        cumulative=measured(target, cumulative),
        parts=tuple(_part(share) for share in shares),
        denominator_date=used.denominator_date,
        missing=_missing(target, period, cumulative),
        doubts=_doubts(target, period, cumulative),
        inherited=cumulative.inherited is not None,
    )


def measured(target: Target, counts: Counts) -> Measured:
    """Return value and verdict of one span's counts.

    Growth over all the years is nothing one can tell: there is no time before.
    """
    if target.formula is Formula.TEXT or _untold(target, counts):
        return Measured(verdict=Verdict.TEXT)
    value = _value(target, counts)
    return Measured(
        numerator=counts.numerator,
        denominator=counts.denominator,
        value=value,
        verdict=verdict(target, _judged(target, counts, value)),
    )


def _untold(target: Target, counts: Counts) -> bool:
    return target.formula is Formula.GROWTH and counts.numerator is None


def _value(target: Target, counts: Counts) -> Decimal | None:
    top, bottom = counts.numerator, counts.denominator
    if target.formula is Formula.GROWTH and top is not None and bottom is not None:
        return percent(top - bottom, bottom)
    return percent(top, bottom)


def _judged(target: Target, counts: Counts, value: Decimal | None) -> Decimal | None:
    """Return the percent a verdict rests on; a count may be missed by some pieces."""
    if target.direction is not Direction.COUNT or counts.numerator is None:
        return value
    allowed = replace(counts, numerator=counts.numerator + target.tolerance)
    return _value(target, allowed)


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
        text=share.text,
        day=share.day,
    )


def _missing(target: Target, period: Counts, cumulative: Counts) -> str:
    """Tell what is missing; a target in words asks for no planned number."""
    if target.formula is Formula.TEXT:
        return ""
    unknown = next((one for one in (period, cumulative) if not one.denominator), None)
    if unknown is None:
        return ""
    in_words = target.direction is Direction.TEXT and unknown.missing in _OF_PLAN
    return "" if in_words else unknown.missing


_OF_PLAN = ("plan_number", "nothing_planned")
"""What only the plan's own numbers can lack."""

_PART_OF_WHOLE = (Formula.TRAINED, Formula.SUPPLIED, Formula.RATIO)
"""Formulas whose two numbers come from different entries, one a part of the other."""


def _doubts(target: Target, period: Counts, cumulative: Counts) -> tuple[str, ...]:
    above = target.formula in _PART_OF_WHOLE and any(
        one.numerator is not None
        and one.denominator
        and one.numerator > one.denominator
        for one in (period, cumulative)
    )
    said = ("numerator_above_denominator",) if above else ()
    return tuple(dict.fromkeys((*said, *period.doubts, *cumulative.doubts)))
