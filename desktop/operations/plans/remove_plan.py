"""Remove a plan nobody ever worked by, with everything that is only part of it."""

from dataclasses import dataclass
from typing import Any

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.records.identity import PlanId
from desktop.records.period import Deadline
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.target import Milestone, Target
from desktop.records.task import Task
from desktop.rules.numbers import format_integer
from desktop.store import links, preferences, records
from desktop.store.store import Change, Store

_PARTS = (
    PlanSection,
    LegalBasis,
    PlanValue,
    PlanRole,
    RoadmapStep,
    Deadline,
    Task,
    Target,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """How many things refer to a plan."""

    chosen: bool
    """Whether the office works by it."""
    plans: int
    """Plans under it, or that go on from it."""
    records: int
    """Records that carry out its tasks, or reach its targets."""
    sayings: int
    """States of its tasks and quantities planned for them."""
    reports: int
    """Reports issued on it."""

    @property
    def all(self) -> int:
        """Return how many things refer to the plan, the office's choice left out."""
        return self.plans + self.records + self.sayings + self.reports


def uses(store: Store, plan: Plan) -> Uses:
    """Return what refers to a plan."""
    db = store.reader
    kept = preferences.get(db)
    where = {"plan": plan.id}
    tasks = [one.id for one in records.find(db, Task, where=where)]
    goals = {one.goal for one in records.find(db, Target, where=where)}
    steps = [one.id for one in records.find(db, RoadmapStep, where=where)]
    return Uses(
        chosen=kept is not None and kept.plan == plan.id,
        plans=sum(
            plan.id in {one.parent, one.follows} for one in records.find(db, Plan)
        ),
        records=links.of_tasks(db, tasks)
        + links.of_goals(db, goals)
        + links.of_steps(db, steps),
        sayings=links.said_of_tasks(db, tasks),
        reports=links.reports_of(db, plan.title),
    )


def remove_plan(store: Store, plan_id: PlanId) -> Outcome[Plan]:
    """Remove a plan with its text, tasks, targets, milestones and deadlines.

    Raises:
        ConflictError: The office works by it, or something refers to it; such a plan
            can be closed instead.
    """
    plan = records.get(store.reader, Plan, plan_id)
    if plan is None:
        raise ConflictError("no_plan", plan_id)
    _refuse_used(plan, uses(store, plan))
    with store.change("remove_plan", plan.title) as change:
        for target in records.find(change.db, Target, where={"plan": plan_id}):
            _remove_all(change, Milestone, {"target": target.id})
        for cls in _PARTS:
            _remove_all(change, cls, {"plan": plan_id})
        records.remove(change, Plan, plan_id)
    return Outcome(plan, change.touched)


def _refuse_used(plan: Plan, found: Uses) -> None:
    if found.chosen:
        raise ConflictError("plan_chosen", plan.title)
    if found.all:
        raise ConflictError("plan_used", plan.title, format_integer(found.all))


def _remove_all(change: Change, cls: type[Any], where: dict[str, str]) -> None:
    for one in records.find(change.db, cls, where=where):
        records.remove(change, cls, one.id)
