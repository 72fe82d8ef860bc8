"""Set the number a target should have, or the one planned, in a year."""

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
) -> Outcome[Milestone | None]:
    """Keep a target's number for one year; None takes it away.

    Raises:
        InputError: The year is outside the plan, the number is below zero or a share
            above 100, or the quarters do not add up to it.
        ConflictError: There is no such target.
    """
    db = store.reader
    target = records.get(db, Target, target_id)
    plan = records.get(db, Plan, target.plan) if target else None
    if target is None or plan is None:
        raise ConflictError("no_target", target_id)
    known = records.find(db, Milestone, where={"target": target_id, "year": year})
    subject = f"{target.code} {target.label}, {year}"
    with store.change("set_milestone", subject) as change:
        if value is None:
            for one in known:
                records.remove(change, Milestone, one.id)
            return Outcome(None, change.touched)
        _refuse(target, plan, year, value, quarters)
        made = Milestone(
            id=known[0].id if known else milestone_id(target_id, year),
            target=target_id,
            year=year,
            value=value,
            quarters=quarters,
        )
        records.put(change, made)
    return Outcome(made, change.touched)


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
