"""Compute results against targets, and the figures of tasks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.errors import ConflictError, UnknownNameError
from desktop.files import catalogue
from desktop.operations.figures import sum_days
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Succession
from desktop.records.figure import Aggregate, Condition, Figure
from desktop.records.identity import AgencyId, Code, PlanId, TaskId
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.records.preferences import Preferences
from desktop.records.result import Result, TaskFigure, YearResult
from desktop.records.target import Estimate, Inherited, Milestone, Target
from desktop.records.task import Task
from desktop.rules import stretches
from desktop.rules import targets as rules
from desktop.rules.calendar import year_of
from desktop.rules.counting import Span, names_tasks
from desktop.rules.planned import numbers
from desktop.rules.stretches import Stretch
from desktop.rules.succession import forebears
from desktop.rules.task_tree import below, groups
from desktop.store import preferences, records, totals
from desktop.store import targets as counted
from desktop.store.store import Store
from desktop.store.target_setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who the office is and what it works by, read once for a computation."""

    preferences: Preferences
    plan: Plan
    figures: Mapping[Code, Figure]
    successions: tuple[Succession, ...] = ()

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Return what names in a figure's conditions stand for.

        An office stands for those it took over from too: what they did goes on
        counting (domain, 5).
        """
        kept = self.preferences
        return {
            "@agency": self._with_forebears(kept.agency),
            "@recipient": self._with_forebears(kept.recipient),
        }

    def _with_forebears(self, agency: AgencyId | None) -> tuple[str, ...]:
        if agency is None:
            return ()
        return (agency, *forebears(agency, self.successions, dt.date.max))

    def whole(self, last: dt.date) -> Span:
        """Return the days from the plan's first to a last one."""
        return Span(self.plan.first_day, last)


def read_office(store: Store, plan: PlanId | None = None) -> Office:
    """Return who the office is and the plan it chose, or another one it holds.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: The file holds no plan of that id.
    """
    db = store.reader
    kept = preferences.get(db)
    chosen = records.get(db, Plan, plan or kept.plan) if kept else None
    if kept is not None and chosen is None and plan is not None:
        known = tuple(sorted(one.id for one in records.find(db, Plan)))
        raise UnknownNameError("plan", plan, known)
    if kept is None or chosen is None:
        raise ConflictError("no_office")
    return Office(
        preferences=kept,
        plan=chosen,
        figures=catalogue.load_figures(),
        successions=records.find(db, Succession),
    )


def span_of(period: Period) -> Span:
    """Return the days of a period whose records count."""
    return stretches.span_of(period)


def refuse_outside_plan(
    store: Store, period: Period, plan: PlanId | None = None
) -> None:
    """Check that a period touches the days of the plan.

    Raises:
        ConflictError: It lies wholly before or after them.
        UnknownNameError: The file holds no plan of that id.
    """
    held = read_office(store, plan).plan
    if period.last_day < held.first_day or period.first_day > held.last_day:
        days = (period.first_day, period.last_day, held.first_day, held.last_day)
        told = (one.isoformat() for one in days)
        raise ConflictError("period_outside_plan", *told)


def compute_results(
    store: Store,
    period: Period,
    progress: Progress = silent,
    *,
    plan: PlanId | None = None,
    by_year: bool = False,
) -> tuple[Result, ...]:
    """Return the result of every target of the plan, as of one instant.

    Each target counts in the version in force on the closing day, and each year, where
    they are asked for, by the one in force on the year's last.

    Args:
        store: An open office.
        period: The days reported on.
        progress: Is told of each target.
        plan: A plan the office holds instead of the one it chose.
        by_year: Whether to count each year of the plan up to the period's as well.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: The file holds no plan of that id.
        Cancelled: The user asked to stop.
    """
    office = read_office(store, plan)
    sum_days.catch_up(store, office.figures, office.names, progress)
    with store.reading() as db:
        counter = _Counter(
            db, office, read_setting(db, office), period, by_year=by_year
        )
        wanted = rules.in_force(counter.setting.versions, span_of(period).last)
        found = []
        for number, target in enumerate(wanted):
            progress(Step("computing", number, len(wanted)))
            found.append(counter.result(target))
    return tuple(found)


def read_setting(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    office: Office,
) -> Setting:
    """Return what counting the targets of an office's plan needs."""
    return Setting(
        figures=office.figures,
        versions=records.find(db, Target, where={"plan": office.plan.id}),
        milestones=records.find(db, Milestone),
        names=office.names,
        inherited=records.find(db, Inherited),
        successions=records.find(db, Succession),
        began_on=office.preferences.began_on,
    )


class _Counter:
    """Count one target after another over the same days."""

    def __init__(
        self,
        db: Any,  # noqa: ANN401  only `store` knows what a database is
        office: Office,
        setting: Setting,
        period: Period,
        *,
        by_year: bool,
    ) -> None:
        """Cut the days once for all targets."""
        self.setting = setting
        self._db = db
        self._period = stretches.of_period(period)
        self._whole = stretches.from_start(office.plan, period)
        self._years = stretches.by_year(office.plan, period) if by_year else {}
        year = year_of(period)
        estimates = records.find(db, Estimate, where={"year": year})
        self._estimates = {one.goal: one.value for one in estimates}

    def result(self, target: Target) -> Result:
        """Return what one target reached."""
        in_period = self._counts(target, self._period)
        found = rules.result(target, in_period, self._counts(target, self._whole))
        return replace(
            found,
            years=tuple(self._by_year(target)),
            estimate=self._estimates.get(target.goal),
        )

    def _counts(self, target: Target, stretch: Stretch) -> rules.Counts:
        return counted.counts(self._db, target, stretch, self.setting)

    def _by_year(self, target: Target) -> Iterator[YearResult]:
        versions = [one for one in self.setting.versions if one.goal == target.goal]
        for year, stretch in self._years.items():
            then = rules.version_on(versions, stretch.span.last)
            if then is None:
                continue
            known = numbers(then, versions, self.setting.milestones)
            found = self._counts(then, stretch)
            yield YearResult(
                year=year,
                measured=rules.measured(then, found),
                planned=known[year].value if year in known else None,
                inherited=found.inherited is not None,
            )


def task_figures(
    store: Store,
    period: Period,
    progress: Progress = silent,
    *,
    plan: PlanId | None = None,
) -> dict[TaskId, tuple[TaskFigure, ...]]:
    """Return the figures of every task of the plan, in the order of its row.

    The row of a group counts what names any task under it, each entry once.
    What was inherited of a figure is told of no task: it is one number for the whole
    plan, and several tasks may list the figure.
    """
    office = read_office(store, plan)
    span = span_of(period)
    whole = office.whole(span.last)
    with store.reading() as db:
        tasks = records.find(db, Task, where={"plan": office.plan.id})
        families = {one: {one, *below(one, tasks)} for one in groups(tasks)}
        wanted = sorted({code for task in tasks for code in task.figures})
        found: dict[Code, tuple[dict[str, Decimal], dict[str, Decimal]]] = {}
        for number, code in enumerate(wanted):
            progress(Step("computing", number, len(wanted)))
            asked = {
                one.id: families[one.id]
                for one in tasks
                if one.id in families and code in one.figures
            }
            found[code] = (
                _by_task(db, office, code, span, asked),
                _by_task(db, office, code, whole, asked),
            )
    return {task.id: _row(task, office.figures, found) for task in tasks}


def moved_tasks(
    store: Store,
    period: Period,
    among: Iterable[Task],
    standing: Collection[Aggregate],
    progress: Progress = silent,
) -> frozenset[TaskId]:
    """Return those of some tasks that a figure of their row moved for in a period.

    Only the period is counted, and of a task that moved no other figure: of a million
    entries each count takes its time.

    Args:
        store: The open office.
        period: The days counted.
        among: The tasks asked about; groups among them have no figures of their own.
        standing: Aggregates of figures that stand, which are no sign of work.
        progress: Told of each figure.
    """
    office, span = read_office(store), span_of(period)
    tasks = tuple(among)
    moved: set[TaskId] = set()
    wanted = sorted({code for task in tasks for code in task.figures})
    with store.reading() as db:
        for number, code in enumerate(wanted):
            progress(Step("computing", number, len(wanted)))
            asked = [t.id for t in tasks if code in t.figures and t.id not in moved]
            if asked and office.figures[code].aggregate not in standing:
                found = _by_task(db, office, code, span, {})
                moved.update(one for one in asked if _at(found, one))
    return frozenset(moved)


def _by_task(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    office: Office,
    code: Code,
    span: Span,
    families: Mapping[TaskId, Iterable[TaskId]],
) -> dict[str, Decimal]:
    """Count a figure for each task, and for each group over all that is under it.

    What names no task counts for every one.
    """
    figure = office.figures[code]
    if not names_tasks(figure):
        value = totals.total(db, figure, span, office.names)
        return defaultdict(lambda: value)
    found = totals.grouped(db, figure, span, "tasks", office.names)
    for group, family in families.items():
        named = Condition(field="tasks", values=tuple(family))
        # Of the tasks of what was told without entries nothing is known.
        whole = replace(figure, code=Code(""), where=(*figure.where, named))
        found[group] = totals.total(db, whole, span, office.names)
    return found


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
