"""Set the number a target should have, or the one planned, in a year."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.records.identity import TargetId
from desktop.records.plan import Plan
from desktop.records.target import Milestone, Target
from desktop.rules.plan_checks import planned_problems
from desktop.rules.target_checks import is_share
from desktop.store import records
from desktop.store.store import Store

Planned = tuple[Decimal | None, tuple[Decimal, ...]]
"""A year's number, None for none, and its four quarters if it is split."""

_WHOLE = 100


def milestone_id(target: TargetId, year: int) -> str:
    """Return the id of a target's number for a year."""
    return f"{target}/{year}"


def put_milestones(
    store: Store,
    target_id: TargetId,
    year: int,
    value: Decimal | None,
    quarters: tuple[Decimal, ...] = (),
) -> Outcome[tuple[Milestone, ...]]:
    """Keep a target's number for one year; None takes it away.

    Raises:
        InputError: The year is outside the plan, the number is below zero or a share
            above 100, or the quarters do not add up to it.
        ConflictError: There is no such target.
    """
    return put_years(store, target_id, {year: (value, quarters)})


def put_years(
    store: Store, target_id: TargetId, planned: Mapping[int, Planned]
) -> Outcome[tuple[Milestone, ...]]:
    """Keep a target's numbers for several years as one deed; return those there are.

    Raises:
        InputError: As `put_milestones`; nothing is kept.
        ConflictError: There is no such target.
    """
    db = store.reader
    target = records.get(db, Target, target_id)
    plan = records.get(db, Plan, target.plan) if target else None
    if target is None or plan is None:
        raise ConflictError("no_target", target_id)
    for year, (value, quarters) in planned.items():
        if value is not None:
            _refuse(target, plan, year, value, quarters)
    known = {
        one.year: one
        for one in records.find(db, Milestone, where={"target": target_id})
    }
    years = ", ".join(str(year) for year in planned)
    made = []
    with store.change("set_milestone", f"{target.code}, {years}") as change:
        for year, (value, quarters) in planned.items():
            if value is not None:
                made.append(_made(known.get(year), target_id, year, value, quarters))
                records.put(change, made[-1])
            elif year in known:
                records.remove(change, Milestone, known[year].id)
    return Outcome(tuple(made), change.touched)


def _made(
    known: Milestone | None,
    target: TargetId,
    year: int,
    value: Decimal,
    quarters: tuple[Decimal, ...],
) -> Milestone:
    return Milestone(
        id=known.id if known else milestone_id(target, year),
        target=target,
        year=year,
        value=value,
        quarters=quarters,
    )


def _refuse(
    target: Target, plan: Plan, year: int, value: Decimal, quarters: tuple[Decimal, ...]
) -> None:
    found = list(planned_problems(value, quarters))
    first, last = plan.first_day.year, plan.last_day.year
    if not first <= year <= last:
        found.append(Problem("year", "year_outside_plan", (str(first), str(last))))
    if is_share(target) and value > _WHOLE:
        found.append(Problem("value", "above_hundred", (str(value),)))
    if is_share(target) and quarters:
        found.append(Problem("quarters", "share_not_split"))
    if found:
        raise InputError(tuple(found))
