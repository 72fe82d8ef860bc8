"""Read what an office wants to know first: targets, gaps, deadlines, two charts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.files import catalogue, templates
from desktop.operations.figures.compute_results import (
    Office,
    compute_results,
    moved_tasks,
    read_office,
    span_of,
)
from desktop.operations.periods.read_deadlines import Due
from desktop.operations.trust.read_endings import read_endings
from desktop.operations.units.read_board import read_board
from desktop.operations.units.read_units import Units, read_units
from desktop.progress import Progress, silent
from desktop.records.ending import Ending
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.identity import Code
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.records.report import Chart
from desktop.records.result import Result, Verdict
from desktop.records.task import Task
from desktop.rules.counting import RECORD_OF, Span
from desktop.rules.reports import tables as report_tables
from desktop.rules.reports.kinds import DEFAULT_KIND
from desktop.rules.task_tree import groups
from desktop.store import records, totals
from desktop.store.store import Store

_DEEDS = (Source.ACTIVITY, Source.PRODUCT, Source.POSTING, Source.BROADCAST)
"""Kinds of record that name the tasks they carry out."""

_STANDS = (Aggregate.LATEST, Aggregate.STANDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How an office stands in a period."""

    results: tuple[Result, ...]
    labels: Mapping[str, str]
    """Standing words of the report, in which goals are put."""
    months: Chart
    kinds: tuple[tuple[Register, int], ...]
    """Entries of each register of deeds, those without any included."""
    idle: tuple[Task, ...]
    """Tasks for which the period has nothing."""
    units: Units
    dues: tuple[Due, ...]
    endings: tuple[Ending, ...]
    """Certificates and lists of revoked ones that must be renewed now."""
    empty: bool
    """Whether nothing was ever recorded."""

    @property
    def unknown(self) -> int:
        """Return how many targets lack figures."""
        return sum(one.headline.verdict is Verdict.UNKNOWN for one in self.results)


def read_overview(
    store: Store, period: Period, progress: Progress = silent
) -> Overview:
    """Return how the office stands in a period.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    office, span = read_office(store), span_of(period)
    results = compute_results(store, period, progress)
    labels = templates.load_template(DEFAULT_KIND).labels
    by_month = totals.grouped(store.reader, _all(Source.ACTIVITY), span, "month")
    return Overview(
        results=results,
        labels=labels,
        months=report_tables.month_chart(period, by_month, labels),
        kinds=tuple(_kinds(store, span)),
        idle=idle_tasks(store, office, period, progress),
        units=read_units(store, period, progress),
        dues=read_board(store, period, progress),
        endings=tuple(one for one in read_endings(store) if one.soon),
        empty=not any(records.count(store.reader, one) for one in RECORD_OF.values()),
    )


def idle_tasks(
    store: Store, office: Office, period: Period, progress: Progress = silent
) -> tuple[Task, ...]:
    """Return the tasks no entry of a period names and none of whose figures moved.

    Groups of tasks are left out. A figure that stands, such as followers or portals,
    is no sign of work in the period.
    """
    span = span_of(period)
    named = {
        task
        for source in _DEEDS
        for task in totals.grouped(store.reader, _all(source), span, "tasks")
    }
    tasks = records.find(store.reader, Task, where={"plan": office.plan.id})
    heads = groups(tasks)
    quiet = [one for one in tasks if one.id not in heads | named]
    moved = moved_tasks(store, period, quiet, _STANDS, progress)
    return tuple(task for task in quiet if task.id not in moved)


def _kinds(store: Store, span: Span) -> Iterator[tuple[Register, int]]:
    for register in catalogue.load_registers():
        if register.source in _DEEDS:
            figure = _all(register.source, register.kind)
            yield register, int(totals.total(store.reader, figure, span))


def _all(source: Source, kind: str = "") -> Figure:
    where = (Condition(field="kind", values=(kind,)),) if kind else ()
    return Figure(code=Code(source), label="", unit="", source=source, where=where)
