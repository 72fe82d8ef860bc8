"""Check a report before it is signed: what whoever receives it would send it back for.

Few things block, and all of them are contradictions no explanation could mend:

- more people, counted once, than the group has; more found than there were items
  (`rules.findings.from_results.impossible`);
- in an entry, a part that is more than its whole
  (`rules.findings.from_entries.IMPOSSIBLE`).

Everything else is a doubt: it is told, may be explained in a footnote, and stops
nobody.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.errors import ConflictError
from desktop.files import catalogue
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.entries.entry_findings import Entries
from desktop.operations.figures.compute_results import (
    Office,
    compute_results,
    read_office,
    refuse_outside_plan,
    span_of,
)
from desktop.operations.figures.past_figures import past_figures
from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.operations.reports.draft_report import Request
from desktop.operations.reports.explain_findings import kept_explanations
from desktop.operations.reports.kept_texts import kept_texts
from desktop.operations.reports.read_templates import load_for
from desktop.operations.reports.report_facts import report_facts
from desktop.operations.trust.read_endings import read_endings
from desktop.operations.units.read_units import read_units
from desktop.progress import Progress, Step, silent
from desktop.records.ending import EndingKind
from desktop.records.finding import Finding
from desktop.records.issued import IssuedReport
from desktop.records.report import Report
from desktop.records.result import Result
from desktop.records.task import Task
from desktop.records.template import ReportTemplate
from desktop.rules.findings.anchors import table_code
from desktop.rules.findings.explaining import explained, with_footnotes
from desktop.rules.findings.from_papers import certificate, from_settings
from desktop.rules.findings.from_past import from_past
from desktop.rules.findings.from_results import from_results
from desktop.rules.findings.from_texts import from_empty, from_stale
from desktop.rules.findings.from_units import Unproven, from_evidence, from_units
from desktop.rules.findings.ordering import ordered
from desktop.rules.reports.draft_text import Generated
from desktop.rules.reports.kinds import kind_named
from desktop.rules.reports.outline import by_section
from desktop.rules.reports.section_texts import section_texts
from desktop.store import entry_parts, evidence, records
from desktop.store.store import Store

_LONGEST_NAME = 90
"""Letters of a task's text by which one knows it again."""

_PARTS = 5
"""Steps of which whoever waits is told."""


def check_report(
    store: Store, request: Request, progress: Progress = silent
) -> Outcome[tuple[Finding, ...]]:
    """Return what should be mended or explained, the largest effect first.

    Raises:
        UnknownNameError: There is no such kind of report.
        ConflictError: The file holds no office yet, or the period lies outside the
            years of its plan.
        Cancelled: The user asked to stop.
    """
    refuse_outside_plan(store, request.period)
    with store.reading():
        look = _look(store, request)
        found = ordered(look.all(progress))
    said = kept_explanations(store, request.kind, request.period)
    return Outcome(explained(found, said))


def with_explanations(
    store: Store, request: Request, report: Report, progress: Progress = silent
) -> Report:
    """Return a report with what was said of its findings as footnotes.

    Only what still stands is printed: what was mended needs no word, and what was said
    of other numbers may no longer be true.
    """
    if not kept_explanations(store, request.kind, request.period):
        return report
    return with_footnotes(report, check_report(store, request, progress).value)


def hard_errors(
    store: Store, asked: Request | Report, progress: Progress = silent
) -> tuple[Finding, ...]:
    """Return what nobody may issue a report with; the first of it moves most.

    Args:
        store: An open office.
        asked: What is to be issued, laid out already or not; a slip is held to what
            the report it corrects is.
        progress: Is told of each target.

    Raises:
        UnknownNameError: There is no such kind of report.
        ConflictError: The file holds no office.
        Cancelled: The user asked to stop.
    """
    kind = _kind_of(store, asked)
    if kind_named(kind).letter:
        return ()
    figures = Request(period=asked.period, period_words="", kind=kind)
    with store.reading():
        look = _look(store, figures)
        return ordered(one for one in look.contradictions(progress) if one.blocks)


def _kind_of(store: Store, asked: Request | Report) -> str:
    """Return a report's kind; of a slip, that of the report it corrects."""
    if isinstance(asked, Report) and asked.corrects:
        original = records.get(store.reader, IssuedReport, asked.corrects)
        if original is not None:
            return original.kind
    return asked.kind


def refuse_hard_errors(
    store: Store, asked: Request | Report, progress: Progress = silent
) -> None:
    """Check that nothing contradicts itself in what is about to be issued.

    Raises:
        ConflictError: `report_contradicts`, with how many there are and what the
            first is found in.
    """
    found = hard_errors(store, asked, progress)
    if found:
        raise ConflictError("report_contradicts", str(len(found)), found[0].subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """One look at everything a report says."""

    store: Store
    request: Request
    office: Office
    template: ReportTemplate
    entries: Entries

    def all(self, progress: Progress) -> Iterator[Finding]:
        """Yield every finding, in no order."""
        yield from from_settings(self.office.preferences)
        yield from self._certificate()
        if kind_named(self.request.kind).letter:
            return
        progress(Step("checking", 0, _PARTS))
        facts = report_facts(
            self.store,
            self.request.period,
            self.request.period_words,
            self.template,
            progress,
        )
        yield from self._targets(facts.results)
        yield from self._sections(section_texts(facts, self.template))
        progress(Step("checking", 1, _PARTS))
        yield from self._units()
        yield from self._evidence()
        progress(Step("checking", 2, _PARTS))
        yield from self.entries.parts()
        yield from self.entries.dates()
        progress(Step("checking", 3, _PARTS))
        yield from self._past()
        progress(Step("checking", 4, _PARTS))
        yield from self.entries.twins(progress)

    def contradictions(self, progress: Progress) -> Iterator[Finding]:
        """Yield what could block, without what only makes one wonder."""
        yield from self._targets(self._results(progress))
        yield from self.entries.parts()

    def _results(self, progress: Progress) -> tuple[Result, ...]:
        return compute_results(self.store, self.request.period, progress)

    def _targets(self, results: tuple[Result, ...]) -> Iterator[Finding]:
        yield from from_results(results, self.office.figures, self.entries.registers)

    def _certificate(self) -> Iterator[Finding]:
        for one in read_endings(self.store):
            if one.kind is EndingKind.CERTIFICATE:
                yield from certificate(one.name, one.ends, office_time(self.store))

    def _sections(self, made: Mapping[str, Generated]) -> Iterator[Finding]:
        request, sections = self.request, self.template.sections
        texts = by_section(sections, request.texts)
        yield from from_empty(sections, texts, made)
        kept = kept_texts(self.store, request.kind, request.period)
        written = {
            key: kept[key]
            for key, text in texts.items()
            if key in kept and kept[key].text.strip() == text.strip()
        }
        yield from from_stale(sections, written, made)

    def _units(self) -> Iterator[Finding]:
        units = read_units(self.store, self.request.period)
        first = next(iter(self.template.tables), None)
        yield from from_units(
            (one.agency for one in units.silent),
            len(units.units),
            table_code(first) if first else "",
        )

    def _evidence(self) -> Iterator[Finding]:
        db, span = self.store.reader, span_of(self.request.period)
        days = span.first.isoformat(), span.last.isoformat()
        names = {
            str(one.id): f"{one.number or one.code} {_short(one.text)}"
            for one in records.find(db, Task, where={"plan": self.office.plan.id})
        }
        by_task = [
            Unproven(task=task, name=names[task], done=o.done, lacking=o.lacking)
            for task, o in evidence.proof_by_task(db, *days).items()
            if task in names
        ]
        alone = entry_parts.unproven_without_task(db, span)
        bare = Unproven(task="", name="", done=alone, lacking=alone)
        done = evidence.proof(db, *days).done
        yield from from_evidence((*by_task, bare), done)

    def _past(self) -> Iterator[Finding]:
        span = span_of(self.request.period)
        figures = past_figures(
            self.store, self.office, span, self.template, self.entries.registers
        )
        over = span.last < office_time(self.store).date()
        yield from from_past(figures, over=over)


def _short(text: str) -> str:
    """Return the first words of a text that may be as long as a paragraph."""
    first = text.split("\n", maxsplit=1)[0].rstrip(" .;")
    return textwrap.shorten(first, _LONGEST_NAME, placeholder="…")


def _look(store: Store, request: Request) -> _Look:
    office = read_office(store)
    template = load_for(store, request.kind)
    agencies = agencies_on(store, span_of(request.period).last)
    return _Look(
        store=store,
        request=request,
        office=office,
        template=template,
        entries=Entries(
            store=store,
            period=request.period,
            template=template,
            figures=office.figures,
            registers=catalogue.load_registers(),
            agencies={str(one.id): one for one in agencies},
            today=office_time(store).date(),
        ),
    )
