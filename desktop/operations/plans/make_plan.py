"""Make a plan of the office's own, empty or after the model of one it has."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from desktop.errors import InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.operations.plans.amend_plan import agency_ids, tidied
from desktop.records.identity import PlanId, StepId, TargetId, TaskId
from desktop.records.period import Deadline
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.plan_checks import plan_problems, reference_problems
from desktop.rules.target_checks import first_day
from desktop.store import records
from desktop.store.store import Change, Store

Record = TypeVar("Record")
NewId = Callable[[object], str]


def make_plan(store: Store, plan: Plan, copied: PlanId | None = None) -> Outcome[Plan]:
    """Keep a new plan; with `copied`, with all parts of that plan under new ids.

    Of the targets the versions in force on the copied plan's last day are taken,
    without their days and without the numbers planned for its years.

    Raises:
        InputError: The rules of plans refuse it, or it names what nobody knows.
    """
    plan = tidied(plan)
    found = problems(store, plan)
    if any(one.blocking for one in found):
        raise InputError(found)
    with store.change("make_plan", plan.title) as change:
        records.put(change, plan)
        if copied is not None:
            _copy(change, copied, plan)
    return Outcome(plan, change.touched)


def problems(store: Store, plan: Plan) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a plan that would be new."""
    plans = records.find(store.reader, Plan)
    return (
        *plan_problems(plan, plans),
        *reference_problems(plan, plans, agency_ids(store)),
    )


def _copy(change: Change, copied: PlanId, plan: Plan) -> None:
    model = records.get(change.db, Plan, copied)
    bases = _fresh(change, LegalBasis, copied, plan)
    tasks = _tasks(change, copied, plan, bases)
    for cls in (PlanSection, PlanValue, PlanRole, Deadline):
        _fresh(change, cls, copied, plan)
    for step in records.find(change.db, RoadmapStep, where={"plan": copied}):
        named = tuple(tasks[one] for one in step.tasks if one in tasks)
        made = replace(step, id=StepId(_id(change)), plan=plan.id, tasks=named)
        records.put(change, made)
    if model is not None:
        _targets(change, model, plan)


def _fresh(
    change: Change, cls: type[Any], copied: PlanId, plan: Plan
) -> dict[str, str]:
    """Copy records as they are; return the new id of each."""
    ids: dict[str, str] = {}
    for one in records.find(change.db, cls, where={"plan": copied}):
        ids[one.id] = _id(change)
        records.put(change, replace(one, id=ids[one.id], plan=plan.id))
    return ids


def _tasks(
    change: Change, copied: PlanId, plan: Plan, bases: dict[str, str]
) -> dict[TaskId, TaskId]:
    every = records.find(change.db, Task, where={"plan": copied})
    ids = {one.id: TaskId(_id(change)) for one in every}
    for one in every:
        made = replace(
            one,
            id=ids[one.id],
            plan=plan.id,
            parent=ids.get(one.parent) if one.parent else None,
            bases=tuple(bases[each] for each in one.bases if each in bases),
        )
        records.put(change, made)
    return ids


def _targets(change: Change, model: Plan, plan: Plan) -> None:
    for one in _last_versions(change, model):
        year = one.year if one.year and _within(one.year, plan) else None
        made = replace(
            one,
            id=TargetId(f"{plan.id}/{one.code}"),
            plan=plan.id,
            valid_from=None,
            valid_to=None,
            decision="",
            year=year or plan.last_day.year,
        )
        records.put(change, made)


def _last_versions(change: Change, model: Plan) -> Iterable[Target]:
    found = records.find(change.db, Target, where={"plan": model.id})
    last = {
        one.code: one for one in sorted(found, key=lambda one: first_day(one, model))
    }
    return sorted(last.values(), key=lambda one: one.position)


def _within(year: int, plan: Plan) -> bool:
    return plan.first_day.year <= year <= plan.last_day.year


def _id(change: Change) -> str:
    return str(change.new_id())
