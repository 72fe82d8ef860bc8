"""Compute results against targets, and the figures of tasks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from desktop.errors import ConflictError
from desktop.files import catalogue
from desktop.progress import Progress, Step, silent
from desktop.records.figure import Figure
from desktop.records.identity import Code, TaskId
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.records.preferences import Preferences
from desktop.records.result import Result, TaskFigure
from desktop.records.target import Milestone, Target
from desktop.records.task import Task
from desktop.rules import targets as rules
from desktop.rules.counting import RECORD_OF, Span
from desktop.store import preferences, records, totals
from desktop.store import targets as counted
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who the office is and what it works by, read once for a computation."""

    preferences: Preferences
    plan: Plan
    figures: Mapping[Code, Figure]

    @property
    def names(self) -> dict[str, str]:
        """Return what names in a figure's conditions stand for."""
        return {
            "@agency": self.preferences.agency,
            "@recipient": self.preferences.recipient or "",
        }

    def whole(self, last: dt.date) -> Span:
        """Return the days from the plan's first to a last one."""
        return Span(self.plan.first_day, last)


def read_office(store: Store) -> Office:
    """Return who the office is and its plan.

    Raises:
        ConflictError: The file holds no office yet.
    """
    db = store.reader
    kept = preferences.get(db)
    plan = records.get(db, Plan, kept.plan) if kept else None
    if kept is None or plan is None:
        raise ConflictError("no_office")
    return Office(preferences=kept, plan=plan, figures=catalogue.load_figures())


def span_of(period: Period) -> Span:
    """Return the days of a period whose records count."""
    return Span(period.first_day, min(period.last_day, period.closing_day))


def refuse_outside_plan(store: Store, period: Period) -> None:
    """Check that a period touches the years of the plan.

    Raises:
        ConflictError: It lies wholly before or after them.
    """
    plan = read_office(store).plan
    if period.last_day < plan.first_day or period.first_day > plan.last_day:
        days = (period.first_day, period.last_day)
        years = f"{plan.first_day.year} - {plan.last_day.year}"
        told = (one.isoformat() for one in days)
        raise ConflictError("period_outside_plan", *told, years)


def compute_results(
    store: Store, period: Period, progress: Progress = silent
) -> tuple[Result, ...]:
    """Return the result of every target of the plan, as of one instant."""
    office = read_office(store)
    span = span_of(period)
    whole = office.whole(span.last)
    with store.reading() as db:
        wanted = records.find(db, Target, where={"plan": office.plan.id})
        setting = counted.Setting(
            figures=office.figures,
            milestones=records.find(db, Milestone),
            names=office.names,
            whole=whole,
        )
        found = []
        for number, target in enumerate(wanted):
            progress(Step("computing", number, len(wanted)))
            in_period = counted.counts(db, target, span, setting)
            in_all = counted.counts(db, target, whole, setting)
            found.append(rules.result(target, in_period, in_all))
    return tuple(found)


def task_figures(
    store: Store, period: Period, progress: Progress = silent
) -> dict[TaskId, tuple[TaskFigure, ...]]:
    """Return the figures of every task of the plan, in the order of its row."""
    office = read_office(store)
    span = span_of(period)
    whole = office.whole(span.last)
    with store.reading() as db:
        tasks = records.find(db, Task, where={"plan": office.plan.id})
        wanted = sorted({code for task in tasks for code in task.figures})
        found: dict[Code, tuple[dict[str, Decimal], dict[str, Decimal]]] = {}
        for number, code in enumerate(wanted):
            progress(Step("computing", number, len(wanted)))
            found[code] = (
                _by_task(db, office, code, span),
                _by_task(db, office, code, whole),
            )
    return {task.id: _row(task, office.figures, found) for task in tasks}


def _by_task(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    office: Office,
    code: Code,
    span: Span,
) -> dict[str, Decimal]:
    """Count a figure for each task; what names no task counts for every one."""
    figure = office.figures[code]
    if any(one.name == "tasks" for one in fields(RECORD_OF[figure.source])):
        return totals.grouped(db, figure, span, "tasks", office.names)
    value = totals.total(db, figure, span, office.names)
    return defaultdict(lambda: value)


def _row(
    task: Task,
    figures: Mapping[Code, Figure],
    found: Mapping[Code, tuple[dict[str, Decimal], dict[str, Decimal]]],
) -> tuple[TaskFigure, ...]:
    return tuple(
        TaskFigure(
            figure=figures[code],
            period=_at(found[code][0], task.id),
            cumulative=_at(found[code][1], task.id),
        )
        for code in task.figures
    )


def _at(values: dict[str, Decimal], task: TaskId) -> Decimal:
    if isinstance(values, defaultdict) or task in values:
        return values[task]
    return Decimal(0)
