"""Choose which of the office's plans everything on screen speaks of."""

from dataclasses import replace

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.records.identity import PlanId
from desktop.records.plan import Plan
from desktop.store import preferences, records
from desktop.store.store import Store


def choose_plan(store: Store, plan_id: PlanId) -> Outcome[Plan]:
    """Work by another of the office's plans from now on.

    A closed plan may be chosen too: that is how its figures are read again (003-F1).

    Raises:
        ConflictError: There is no such plan, or no office yet.
    """
    kept = preferences.get(store.reader)
    if kept is None:
        raise ConflictError("no_office")
    plan = records.get(store.reader, Plan, plan_id)
    if plan is None:
        raise ConflictError("no_plan", plan_id)
    with store.change("choose_plan", plan.title) as change:
        preferences.put(change, replace(kept, plan=plan_id))
    return Outcome(plan, change.touched)
