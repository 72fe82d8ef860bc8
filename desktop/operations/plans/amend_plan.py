"""Change the head of a plan: its title, days, relatives, signer, state."""

from dataclasses import replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, PlanId
from desktop.records.plan import Plan, PlanState
from desktop.records.target import Target
from desktop.rules import entry
from desktop.rules.dates import format_date
from desktop.rules.plan_checks import plan_problems, reference_problems
from desktop.store import preferences, records
from desktop.store.store import Store


def amend_plan(store: Store, plan: Plan) -> Outcome[Plan]:
    """Keep a plan in the place of the one with its id.

    Raises:
        InputError: The rules of plans refuse it, or its years would no longer hold
            a version of one of its targets, or a plan under it, or it names what
            nobody knows.
    """
    plan = tidied(plan)
    found = (*problems(store, plan),)
    if any(one.blocking for one in found):
        raise InputError(found)
    with store.change("amend_plan", plan.title) as change:
        records.put(change, plan)
    return Outcome(plan, change.touched)


def tidied(plan: Plan) -> Plan:
    """Return a plan with its texts in their stored form.

    Where the number is still blank, the room left for it stays as printed (001-F5).
    """
    cleaned = entry.clean(plan)
    if not cleaned.number.startswith("/"):
        return cleaned
    room = len(plan.number) - len(plan.number.lstrip())
    return replace(cleaned, number=" " * room + cleaned.number)


def problems(store: Store, plan: Plan) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a plan as it would stand in the office."""
    db = store.reader
    plans = records.find(db, Plan)
    found = [
        *plan_problems(plan, plans),
        *reference_problems(plan, plans, agency_ids(store)),
    ]
    for one in plans:
        if one.parent == plan.id and one.last_day > plan.last_day:
            facts = one.title, format_date(one.last_day)
            found.append(Problem("last_day", "ends_before_child", facts))
    for target in records.find(db, Target, where={"plan": plan.id}):
        days = (target.valid_from, target.valid_to)
        if any(day and not plan.first_day <= day <= plan.last_day for day in days):
            found.append(Problem("last_day", "version_left_out", (target.code,)))
    return tuple(found)


def agency_ids(store: Store) -> frozenset[AgencyId]:
    """Return the ids of all agencies, against which a plan is checked."""
    return frozenset(one.id for one in records.each(store.reader, Agency))


def set_state(store: Store, plan_id: PlanId, state: PlanState) -> Outcome[Plan]:
    """Close a plan, or open it again; a closed one stays readable (003-F1).

    Raises:
        ConflictError: It is the plan the office works by, which cannot be closed, or
            there is no such plan.
    """
    kept = preferences.get(store.reader)
    plan = records.get(store.reader, Plan, plan_id)
    if plan is None:
        raise ConflictError("no_plan", plan_id)
    if state is PlanState.CLOSED and kept is not None and kept.plan == plan_id:
        raise ConflictError("plan_chosen", plan.title)
    verb = "close_plan" if state is PlanState.CLOSED else "open_plan"
    with store.change(verb, plan.title) as change:
        made = replace(plan, state=state)
        records.put(change, made)
    return Outcome(made, change.touched)
