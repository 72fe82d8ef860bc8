"""Remove a version of a target, or a target nothing refers to."""

import datetime as dt
from dataclasses import replace

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.records.identity import TargetId
from desktop.records.plan import Plan
from desktop.records.target import Milestone, Target
from desktop.rules.numbers import format_integer
from desktop.rules.target_checks import first_day, last_day
from desktop.store import links, records
from desktop.store.store import Store


def remove_target(store: Store, target_id: TargetId) -> Outcome[Target]:
    """Remove a target's version with the numbers planned for its years.

    The version before it goes on until the removed one would have ended; the last
    version left takes the target with it.

    Raises:
        ConflictError: It is the only version, and something reached, estimated or
            inherited names the target; or it is the first of several.
    """
    db = store.reader
    target = records.get(db, Target, target_id)
    plan = records.get(db, Plan, target.plan) if target else None
    if target is None or plan is None:
        raise ConflictError("no_target", target_id)
    same = {"plan": target.plan, "code": target.code}
    others = [one for one in records.find(db, Target, where=same) if one != target]
    linked = links.of_goals(db, (target.goal,))
    if linked and not others:
        raise ConflictError("target_linked", target.code, format_integer(linked))
    before = _before(target, others, plan)
    if others and before is None:
        raise ConflictError("target_first", target.code, str(len(others)))
    with store.change("remove_target", f"{target.code} {target.label}") as change:
        for one in records.find(change.db, Milestone, where={"target": target_id}):
            records.remove(change, Milestone, one.id)
        records.remove(change, Target, target_id)
        if before is not None:
            records.put(change, replace(before, valid_to=target.valid_to))
    return Outcome(target, change.touched)


def _before(target: Target, others: list[Target], plan: Plan) -> Target | None:
    day = first_day(target, plan) - dt.timedelta(days=1)
    return next((one for one in others if last_day(one, plan) == day), None)
