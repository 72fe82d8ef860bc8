"""Draft a report: read everything as of one instant, count, and lay it out."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from desktop.files import catalogue, templates
from desktop.operations.compute_results import (
    Office,
    compute_results,
    read_office,
    refuse_outside_plan,
    span_of,
    task_figures,
)
from desktop.operations.office_time import office_time
from desktop.operations.read_agencies import agencies_on
from desktop.progress import Progress, Step, silent
from desktop.records.activity import ActivityState
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId, Code
from desktop.records.period import Period
from desktop.records.plan import RoadmapStep
from desktop.records.product import OwnChannel, Product
from desktop.records.report import Report, Table
from desktop.records.target import Target
from desktop.records.task import Task, TaskState
from desktop.records.template import ReportTemplate
from desktop.rules import layout, report_data
from desktop.rules.calendar import read_code
from desktop.rules.counting import DAY, RECORD_OF, Span
from desktop.rules.facts import Facts, SharedCount, SpendingLine
from desktop.rules.report_words import figure_codes
from desktop.store import joint_events, records, totals
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

DEFAULT_KIND = "report-year"

_ALL_ACTIVITIES = Figure(
    code=Code("activities"), label="", unit="", source=Source.ACTIVITY
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which report is asked for, and what only a person can say in it."""

    period: Period
    period_words: str
    kind: str = DEFAULT_KIND
    number: str = ""
    dated: dt.date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    """What the officer wrote, by the section's place in the outline."""


def draft_report(store: Store, request: Request, progress: Progress = silent) -> Report:
    """Return a report as it would be issued now.

    Raises:
        UnknownNameError: There is no template of that kind.
        ConflictError: The file holds no office yet, or the period lies outside
            the years of its plan.
        Cancelled: The user asked to stop.
    """
    refuse_outside_plan(store, request.period)
    template = templates.load_template(request.kind)
    with store.reading():
        facts = _facts(store, request, template, progress)
    progress(Step("laying_out", 0, 1))
    return layout.lay_out(facts, template)


def _facts(
    store: Store, request: Request, template: ReportTemplate, progress: Progress
) -> Facts:
    office = read_office(store)
    span = span_of(request.period)
    results = compute_results(
        store, request.period, progress, by_year=_is_year(request.period)
    )
    by_task = task_figures(store, request.period, progress)
    counter = _Counter(store, office, span)
    tasks = records.find(store.reader, Task, where={"plan": office.plan.id})
    return Facts(
        preferences=office.preferences,
        plan=office.plan,
        period=request.period,
        period_words=request.period_words,
        computed_at=office_time(store),
        report_id=store.new_id(),
        number=request.number,
        dated=request.dated,
        agencies=agencies_on(store, span.last),
        figures=office.figures,
        results=results,
        tasks=tasks,
        task_figures=by_task,
        task_states=_states(store, span.last.year),
        totals=counter.totals(template),
        by_agency=counter.by_agency(template),
        joined=counter.joined(template),
        shared=_shared(store, span),
        by_month=totals.grouped(store.reader, _ALL_ACTIVITIES, span, "month"),
        spending=_spending(store, span),
        texts=request.texts,
        data=_data(store, office, span, template),
    )


def _is_year(period: Period) -> bool:
    code = read_code(period.code)
    return code is not None and not code.part


@dataclass(frozen=True, slots=True)
class _Counter:
    """Count the figures a template names."""

    store: Store
    office: Office
    span: Span

    def totals(self, template: ReportTemplate) -> dict[Code, Decimal]:
        """Return every figure of the sentences and tables over the period."""
        codes = {
            code
            for section in template.sections
            for text in section.sentences
            for code in figure_codes(text)
        } | set(_table_figures(template))
        return {
            code: totals.total(
                self.store.reader,
                self.office.figures[code],
                self.span,
                self.office.names,
            )
            for code in sorted(codes)
        }

    def by_agency(
        self, template: ReportTemplate
    ) -> dict[Code, dict[AgencyId, Decimal]]:
        """Return every figure of the tables over the period, for each agency."""
        return {
            code: {
                AgencyId(agency): value
                for agency, value in totals.grouped(
                    self.store.reader,
                    self.office.figures[code],
                    self.span,
                    "agency",
                    self.office.names,
                ).items()
            }
            for code in _table_figures(template)
        }

    def joined(self, template: ReportTemplate) -> dict[Code, frozenset[str]]:
        """Return the entries each figure of the tables leaves out of its total."""
        found = {
            code: totals.joined(
                self.store.reader,
                self.office.figures[code],
                self.span,
                self.office.names,
            )
            for code in _table_figures(template)
        }
        return {code: ids for code, ids in found.items() if ids}


def _shared(store: Store, span: Span) -> SharedCount:
    events, entries = joint_events.in_span(store.reader, span)
    return SharedCount(events=events, entries=entries)


def _table_figures(template: ReportTemplate) -> tuple[Code, ...]:
    found = (one.figure for table in template.tables for one in table.columns)
    return tuple(dict.fromkeys(code for code in found if code))


def _states(store: Store, year: int) -> dict[Any, TaskState]:
    found = records.find(store.reader, TaskState, where={"year": year})
    return {state.task: state for state in found}


def _spending(store: Store, span: Span) -> tuple[SpendingLine, ...]:
    sources = {
        item.code: item.name
        for item in records.find(
            store.reader, CatalogueItem, where={"catalogue": "funding_source"}
        )
    }
    return tuple(
        SpendingLine(
            source=sources.get(Code(code), code),
            code=code,
            planned=planned,
            spent=spent,
        )
        for code, planned, spent in totals.spending(store.reader, span)
    )


def _data(
    store: Store, office: Office, span: Span, template: ReportTemplate
) -> tuple[Table, ...]:
    sheets = list(_sheets(store, office, span))
    return report_data.data_tables(
        sheets, span, _names(store, template.labels, span.last), template.labels
    )


def _sheets(store: Store, office: Office, span: Span) -> Iterator[report_data.Sheet]:
    # From the plan's first day: the cumulative figures are recounted from here too.
    whole = office.whole(span.last)
    for register in catalogue.load_registers():
        cls, day = RECORD_OF[register.source], DAY[register.source]
        where = {"kind": register.kind} if register.kind else None
        between = (day, whole.first.isoformat(), whole.last.isoformat())
        if day == "year":
            between = (day, str(whole.first.year), str(whole.last.year))
        elif register.source is Source.OWN_CHANNEL:  # it stands since it was opened
            between = (day, dt.date.min.isoformat(), whole.last.isoformat())
        found: tuple[Any, ...] = records.find(
            store.reader, cls, where=where, between=between
        )
        yield report_data.Sheet(
            register=register,
            records=tuple(reversed(found)),
            day=day,
            table=BY_RECORD[cls].table,
        )


def _names(
    store: Store, labels: Mapping[str, str], day: dt.date
) -> dict[tuple[str, str], str]:
    """Return what codes and ids are called; agencies as they were called on a day."""
    db = store.reader
    names = {
        (item.catalogue, str(item.code)): item.name
        for item in records.each(db, CatalogueItem)
    }
    names |= {
        ("agency", one.id): one.short_name or one.name
        for one in agencies_on(store, day)
    }
    names |= {("task", one.id): one.code for one in records.each(db, Task)}
    names |= {("product", one.id): one.title for one in records.each(db, Product)}
    names |= {("goal", one.goal): one.code for one in records.each(db, Target)}
    names |= {("step", one.id): one.text for one in records.each(db, RoadmapStep)}
    names |= {("own_channel", one.id): one.name for one in records.each(db, OwnChannel)}
    names |= {("figure", code): f.label for code, f in catalogue.load_figures().items()}
    names |= {
        ("event", lead): event.lead.title
        for lead, event in joint_events.events(db).items()
    }
    names |= {("tier", one.code): one.name for one in catalogue.load_tiers().levels}
    names |= {("state", state): labels[f"state_{state}"] for state in ActivityState}
    return names
