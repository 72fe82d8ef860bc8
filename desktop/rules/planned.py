"""How much was planned for the days a target is counted over (001-T3, 001-T5a)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.identity import GoalId
from desktop.records.target import Inherited, Milestone, Target
from desktop.rules.stretches import QUARTERS, Stretch
from desktop.rules.targets import version_on

_QUARTERS = len(QUARTERS)


@dataclass(frozen=True, slots=True)
class Number:
    """What is planned for a year, and for each of its quarters where it was split."""

    value: Decimal
    quarters: tuple[Decimal, ...] = ()


def numbers(
    target: Target, versions: Iterable[Target], milestones: Iterable[Milestone]
) -> dict[int, Number]:
    """Return what is planned for each year: by the version, or by the one before it.

    A year that was over before the version came keeps the number of the version that
    was in force at its end.
    """
    known = tuple(one for one in versions if one.goal == target.goal)
    found: dict[int, Number] = {}
    for one in milestones:
        then = version_on(known, dt.date(one.year, 12, 31))
        earlier = then is not None and one.target == then.id
        if one.target == target.id or (earlier and one.year not in found):
            found[one.year] = Number(one.value, one.quarters)
    return found


def with_inherited(
    known: Mapping[int, Number], goal: GoalId, inherited: Iterable[Inherited]
) -> dict[int, Number]:
    """Add the numbers of years for which only an office before had one."""
    found = dict(known)
    for one in inherited:
        if one.goal == goal and one.denominator is not None and one.year not in known:
            had = found.get(one.year, Number(Decimal(0)))
            found[one.year] = Number(had.value + one.denominator)
    return found


def planned(
    known: Mapping[int, Number], stretch: Stretch, *, adds_up: bool
) -> Decimal | None:
    """Return the number planned for the years a stretch holds, or None if none is.

    A sum over years one of which has no number would be held against too little. A
    part of a year is held against its quarters, where the number was split, and else
    against the whole year's.

    Args:
        known: The number of each year.
        stretch: The days that count.
        adds_up: Whether the numbers of two years make a sum; those of kinds of
            products do not, for both years may have the same kinds (001-T5a).
    """
    years = stretch.years
    found = {year: known[year] for year in years if year in known}
    if not found or (adds_up and len(found) < len(years)):
        return None
    alone = not any(stretch.quarters(year) for year in years)
    values = [
        one.value if alone else _held(one, stretch.quarters(year))
        for year, one in found.items()
    ]
    return sum(values, Decimal(0)) if adds_up else max(values)


def lacking(asked: Decimal | None) -> str:
    """Return the key of what a count lacks that has nothing to be held against.

    A number of zero was entered: nothing is asked of these days, and none is missing.
    """
    return "nothing_planned" if asked == 0 else "plan_number"


def _held(one: Number, quarters: tuple[int, ...]) -> Decimal:
    """Return what falls to some quarters of a year, or all of it when not split."""
    if len(one.quarters) != _QUARTERS or len(quarters) == _QUARTERS:
        return one.value
    return sum((one.quarters[number - 1] for number in quarters), Decimal(0))
