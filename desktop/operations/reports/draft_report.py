"""Draft a report: read everything as of one instant, count, and lay it out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.files.wire.template import template_sha256
from desktop.operations.figures.compute_results import (
    read_office,
    refuse_outside_plan,
    span_of,
)
from desktop.operations.reports.read_templates import load_for
from desktop.operations.reports.report_facts import report_facts
from desktop.operations.reports.report_sheets import data_sheets
from desktop.progress import Progress, Step, silent
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.records.report import Report
from desktop.records.template import ReportTemplate
from desktop.rules.reports import layout
from desktop.rules.reports.draft_text import Generated
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.kinds import DEFAULT_KIND
from desktop.rules.reports.section_texts import section_texts
from desktop.store import journal
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which report is asked for, and what only a person can say in it."""

    period: Period
    period_words: str
    kind: str = DEFAULT_KIND
    number: str = ""
    dated: dt.date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    """What stands in a section in the place of the words made from the records, by the
    section's key; what is blank is made from the records."""
    reply: dt.date | None = None
    """Of a reminder: the day by which an answer is asked for."""
    units: tuple[AgencyId, ...] = ()
    """Of a reminder: who is written to; empty: every unit that is late."""


def draft_report(store: Store, request: Request, progress: Progress = silent) -> Report:
    """Return a report as it would be issued now, its data sheets included.

    Raises:
        UnknownNameError: There is no template of that kind.
        ConflictError: The file holds no office yet, or the period lies outside
            the years of its plan.
        Cancelled: The user asked to stop.
    """
    refuse_outside_plan(store, request.period)
    with store.reading():
        template = load_for(store, request.kind)
        facts = _facts(store, request, template, progress)
        span, office = span_of(request.period), read_office(store)
        facts = replace(facts, data=data_sheets(store, office, span, template))
    progress(Step("laying_out", 0, 1))
    return _laid_out(store, facts, request, template)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDraft:
    """A draft for the page: without data sheets, with what was made of each section."""

    report: Report
    generated: Mapping[str, Generated]
    """What the records make of each section, by its key, whatever the
    officer wrote there; blank where they tell nothing."""
    template: ReportTemplate


class Drafts:
    """Drafts for the page: nothing is counted again while nothing has changed."""

    def __init__(self) -> None:
        """Begin without any."""
        self._known: tuple[tuple[object, ...], Facts, ReportTemplate] | None = None

    def read(
        self, store: Store, request: Request, progress: Progress = silent
    ) -> PageDraft:
        """Return the draft of a report as the records stand.

        Raises:
            UnknownNameError: There is no template of that kind.
            ConflictError: The file holds no office yet, or the period lies outside
                the years of its plan.
            Cancelled: The user asked to stop.
        """
        with store.reading() as db:
            key = (
                store.path,
                journal.head(db),
                request.kind,
                request.period,
                request.period_words,
                store.now().date(),
            )
            known = self._known
            if known is None or known[0] != key:
                refuse_outside_plan(store, request.period)
                template = load_for(store, request.kind)
                known = (key, _facts(store, request, template, progress), template)
        self._known = known
        _, facts, template = known
        return PageDraft(
            report=_laid_out(store, facts, request, template),
            generated=section_texts(facts, template),
            template=template,
        )


def draft_page(
    store: Store, request: Request, progress: Progress = silent
) -> PageDraft:
    """Return the draft of a report for the page, counted now; as `Drafts.read` does."""
    return Drafts().read(store, request, progress)


def _facts(
    store: Store, request: Request, template: ReportTemplate, progress: Progress
) -> Facts:
    return report_facts(store, request.period, request.period_words, template, progress)


def _laid_out(
    store: Store, facts: Facts, request: Request, template: ReportTemplate
) -> Report:
    """Lay out what was counted with what only a person can say."""
    whole = replace(
        facts,
        report_id=store.new_id(),
        number=request.number,
        dated=request.dated,
        texts=request.texts,
    )
    report = layout.lay_out(whole, template)
    return replace(report, template_sha256=template_sha256(template))
