"""Read the plan as it is shown: its text, its tasks and targets with their figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from desktop.files import catalogue, templates
from desktop.operations.compute_results import (
    compute_results,
    read_office,
    task_figures,
)
from desktop.operations.draft_report import DEFAULT_KIND
from desktop.operations.read_deadlines import Due, read_deadlines
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import Code, TargetId, TaskId
from desktop.records.period import Period
from desktop.records.plan import LegalBasis, Plan, PlanSection
from desktop.records.result import Result, TaskFigure
from desktop.records.target import Milestone
from desktop.records.task import Task, TaskState
from desktop.store import records
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
    themes: tuple[CatalogueItem, ...]
    pillars: tuple[CatalogueItem, ...]
    tasks: tuple[Task, ...]
    states: Mapping[TaskId, TaskState]
    figures: Mapping[TaskId, tuple[TaskFigure, ...]]
    results: tuple[Result, ...]
    milestones: Mapping[TargetId, Milestone]
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
        themes=_items(store, "theme"),
        pillars=_items(store, "pillar"),
        tasks=_of_plan(store, Task, plan),
        states={one.task: one for one in states},
        figures=task_figures(store, period, progress),
        results=compute_results(store, period, progress),
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
