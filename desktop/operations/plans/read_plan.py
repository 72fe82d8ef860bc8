"""Read the plan as it is shown: its text, its tasks and targets with their figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from desktop.files import catalogue, templates
from desktop.operations.figures.compute_results import (
    compute_results,
    read_office,
    task_figures,
)
from desktop.operations.periods.read_deadlines import Due, read_deadlines
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import Code, TargetId, TaskId
from desktop.records.period import Period
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.result import Result, TaskFigure
from desktop.records.target import Milestone, Target
from desktop.records.task import Quantity, Task, TaskState
from desktop.rules.reports.kinds import DEFAULT_KIND
from desktop.rules.task_tree import in_order
from desktop.store import records
from desktop.store.evidence import Proof, proof_by_task
from desktop.store.store import Store

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBook:
    """A plan with everything that belongs to it, for one period."""

    plan: Plan
    year: int
    """The period's last year: the one states and planned numbers are of."""
    sections: tuple[PlanSection, ...]
    bases: tuple[LegalBasis, ...]
    values: tuple[PlanValue, ...]
    """The plan's words for values of the catalogues, catalogue by catalogue."""
    roles: tuple[PlanRole, ...]
    steps: tuple[RoadmapStep, ...]
    plans: tuple[Plan, ...]
    """Every plan of the office, this one too."""
    tasks: tuple[Task, ...]
    """In the order they are read: each group before its tasks."""
    states: Mapping[TaskId, TaskState]
    quantities: tuple[Quantity, ...]
    """What tasks should reach in the year."""
    figures: Mapping[TaskId, tuple[TaskFigure, ...]]
    proofs: Mapping[str, Proof]
    """Of each task, how many activities done in the period have no evidence."""
    results: tuple[Result, ...]
    versions: tuple[Target, ...]
    """Every version of every target, those not in force too."""
    milestones: Mapping[TargetId, Milestone]
    """The year's numbers."""
    planned: tuple[Milestone, ...]
    """The numbers of all years and versions."""
    labels: Mapping[str, str]
    """Standing words of the report, in which goals are put."""
    dues: tuple[Due, ...]
    agencies: tuple[Agency, ...]
    kinds: Mapping[Code, str]
    """Names of the kinds of agency."""
    tiers: Mapping[str, str]
    """Names of the levels."""


def read_plan(store: Store, period: Period, progress: Progress = silent) -> PlanBook:
    """Return the plan with its figures in a period.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    plan = read_office(store).plan
    year = period.last_day.year
    states = records.find(store.reader, TaskState, where={"year": year})
    milestones = records.find(store.reader, Milestone, where={"year": year})
    return PlanBook(
        plan=plan,
        year=year,
        sections=_of_plan(store, PlanSection, plan),
        bases=_of_plan(store, LegalBasis, plan),
        values=_of_plan(store, PlanValue, plan),
        roles=_of_plan(store, PlanRole, plan),
        steps=_of_plan(store, RoadmapStep, plan),
        plans=records.find(store.reader, Plan),
        tasks=in_order(_of_plan(store, Task, plan)),
        states={one.task: one for one in states},
        quantities=records.find(store.reader, Quantity, where={"year": year}),
        figures=task_figures(store, period, progress),
        proofs=proof_by_task(
            store.reader, period.first_day.isoformat(), period.last_day.isoformat()
        ),
        results=compute_results(store, period, progress),
        versions=_of_plan(store, Target, plan),
        planned=records.find(store.reader, Milestone),
        milestones={one.target: one for one in milestones},
        labels=templates.load_template(DEFAULT_KIND).labels,
        dues=read_deadlines(store, year),
        agencies=records.find(store.reader, Agency),
        kinds={one.code: one.name for one in _items(store, "agency_kind")},
        tiers={one.code: one.name for one in catalogue.load_tiers().levels},
    )


def _of_plan(store: Store, cls: type[Record], plan: Plan) -> tuple[Record, ...]:
    return records.find(store.reader, cls, where={"plan": plan.id})


def _items(store: Store, name: str) -> tuple[CatalogueItem, ...]:
    return records.find(store.reader, CatalogueItem, where={"catalogue": name})
