"""Count everything a report is laid out from, as of one instant."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.errors import UnknownNameError
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.agencies.reporting_units import read_reporting_units
from desktop.operations.figures.compute_results import (
    Office,
    compute_results,
    read_office,
    span_of,
    task_figures,
)
from desktop.operations.figures.untasked import untasked_figures
from desktop.operations.office_time import office_time
from desktop.operations.periods.late_entries import late_entries
from desktop.operations.units.unit_reports import unit_reports
from desktop.progress import Progress
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId, Code, TaskId
from desktop.records.period import Period
from desktop.records.target import Inherited
from desktop.records.task import Quantity, Task, TaskState
from desktop.records.template import ReportTemplate
from desktop.rules import stretches
from desktop.rules.calendar import a_year_before, read_code
from desktop.rules.counting import Span
from desktop.rules.reports import growth as report_growth
from desktop.rules.reports import years as report_years
from desktop.rules.reports.facts import Earlier, Facts, Proof, SharedCount, SpendingLine
from desktop.rules.reports.sentences import figure_codes
from desktop.store import evidence, joint_events, records, totals, unit_totals
from desktop.store.store import Store

_ALL_ACTIVITIES = Figure(
    code=Code("activities"), label="", unit="", source=Source.ACTIVITY
)


def report_facts(
    store: Store,
    period: Period,
    period_words: str,
    template: ReportTemplate,
    progress: Progress,
) -> Facts:
    """Return what was counted; nobody's words and no data sheets are among it."""
    office = read_office(store)
    span = span_of(period)
    several = _several_years(period)
    by_year = several or _is_year(period)
    results = compute_results(store, period, progress, by_year=by_year)
    by_task = task_figures(store, period, progress)
    counter = _Counter(store, office)
    years = counter.by_year(_columns(template, report_years.YEARS), period)
    tasks = records.find(store.reader, Task, where={"plan": office.plan.id})
    agencies = agencies_on(store, span.last)
    names = {one.id: one.short_name or one.name for one in agencies}
    return Facts(
        preferences=office.preferences,
        plan=office.plan,
        period=period,
        period_words=period_words,
        computed_at=office_time(store),
        report_id="",
        agencies=agencies,
        figures=office.figures,
        results=results,
        tasks=tasks,
        task_figures=by_task,
        untasked=untasked_figures(store, period),
        task_states=_states(store, span.first.year if several else 0, span.last.year),
        totals=counter.totals(_said(template), span),
        by_agency=counter.by_agency(_columns(template, "agencies"), span),
        joined=counter.joined(_columns(template, "agencies"), span),
        shared=_shared(store, span),
        by_month=totals.grouped(store.reader, _ALL_ACTIVITIES, span, "month"),
        spending=_spending(store, span),
        earlier=counter.earlier(_columns(template, report_growth.EARLIER), period),
        by_year=years,
        inherited=_inherited(store, years),
        proofs=_proofs(store, span),
        quantities=_quantities(store, span),
        units=unit_reports(store, period, progress),
        late=late_entries(store, template.code, period, names),
    )


def _is_year(period: Period) -> bool:
    code = read_code(period.code)
    return code is not None and not code.part


def _several_years(period: Period) -> bool:
    return period.first_day.year < period.last_day.year and not read_code(period.code)


@dataclass(frozen=True, slots=True)
class _Counter:
    """Count figures over spans of days."""

    store: Store
    office: Office

    def totals(self, codes: Iterable[Code], span: Span) -> dict[Code, Decimal]:
        """Return some figures over a span."""
        return {
            code: totals.total(
                self.store.reader, self.office.figures[code], span, self.office.names
            )
            for code in sorted(set(codes))
        }

    def by_agency(
        self, codes: tuple[Code, ...], span: Span
    ) -> dict[Code, dict[AgencyId, Decimal]]:
        """Return figures for each unit that reports, or agency that does for itself."""
        db, office = self.store.reader, self.office
        units = read_reporting_units(db, office.preferences.agency)
        return {
            code: unit_totals.by_unit(
                db, office.figures[code], span, units, office.names
            )
            for code in codes
        }

    def joined(self, codes: tuple[Code, ...], span: Span) -> dict[Code, frozenset[str]]:
        """Return the entries each figure leaves out of its total."""
        found = {
            code: totals.joined(
                self.store.reader, self.office.figures[code], span, self.office.names
            )
            for code in codes
        }
        return {code: ids for code, ids in found.items() if ids}

    def earlier(self, codes: tuple[Code, ...], period: Period) -> tuple[Earlier, ...]:
        """Return the periods before that have anything and lie in the plan's years."""
        if not codes:
            return ()
        counted = (
            Earlier(
                kind=kind,
                first_day=span.first,
                last_day=span.last,
                totals=self.totals(codes, span),
            )
            for kind, span in spans_before(period).items()
            if span.last >= self.office.plan.first_day
        )
        return tuple(one for one in counted if any(one.totals.values()))

    def by_year(
        self, codes: tuple[Code, ...], period: Period
    ) -> dict[int, dict[Code, Decimal]]:
        """Return figures of each year the period and the plan have."""
        if not codes:
            return {}
        years = stretches.by_year(self.office.plan, period)
        spans = {
            year: Span(max(one.span.first, period.first_day), one.span.last)
            for year, one in years.items()
        }
        return {
            year: self.totals(codes, span)
            for year, span in spans.items()
            if span.first <= span.last
        }


def spans_before(period: Period) -> dict[str, Span]:
    """Return the period before and that of the year before, as short as this one is.

    Where they are one it is told once: of a year, the year before. What runs longer
    than a year has none of the year before.
    """
    before = stretches.of_period(period).before
    found = {} if before is None else {"previous": before.span}
    try:
        year_before = stretches.span_of(a_year_before(period))
    except UnknownNameError:
        return found
    if year_before.last >= period.first_day:
        return found
    if year_before in found.values():
        return {"last_year": year_before}
    return found | {"last_year": year_before}


def _said(template: ReportTemplate) -> set[Code]:
    """Return every figure of the sentences and tables."""
    texts = (text for section in template.sections for text in section.sentences)
    said = {code for text in texts for code in figure_codes(text)}
    return said.union(*(_columns(template, one.rows) for one in template.tables))


def _columns(template: ReportTemplate, rows: str) -> tuple[Code, ...]:
    """Return the figures of the tables whose rows are of one kind."""
    found = (
        one.figure
        for table in template.tables
        if table.rows == rows
        for one in table.columns
    )
    return tuple(dict.fromkeys(code for code in found if code))


def _inherited(store: Store, years: Iterable[int]) -> frozenset[Code]:
    told = set(years)
    left = records.find(store.reader, Inherited)
    return frozenset(one.figure for one in left if one.figure and one.year in told)


def _shared(store: Store, span: Span) -> SharedCount:
    events, entries = joint_events.in_span(store.reader, span)
    return SharedCount(events=events, entries=entries)


def _states(store: Store, first: int, last: int) -> dict[TaskId, TaskState]:
    """Return what was said of each task in a year, or last in several years."""
    if not first:
        found = records.find(store.reader, TaskState, where={"year": last})
    else:
        found = records.find(store.reader, TaskState)
    within = (one for one in found if not first or first <= one.year <= last)
    return {one.task: one for one in sorted(within, key=lambda one: one.year)}


def _proofs(store: Store, span: Span) -> dict[TaskId, Proof]:
    return {
        TaskId(task): Proof(files=files, entries=entries)
        for task, (files, entries) in evidence.by_task(store.reader, span).items()
    }


def _quantities(store: Store, span: Span) -> tuple[Quantity, ...]:
    every = records.find(store.reader, Quantity)
    return tuple(one for one in every if span.first.year <= one.year <= span.last.year)


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
