"""Show what a template's words become with the records of a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.errors import DesktopError
from desktop.operations.letters.draft_letter import (
    REMINDER,
    LetterRequest,
    draft_letter,
)
from desktop.operations.reports.draft_report import Request, draft_page
from desktop.operations.reports.report_facts import report_facts
from desktop.progress import Progress, silent
from desktop.records.period import Period
from desktop.records.report import Paragraph
from desktop.records.template import ReportTemplate
from desktop.rules.reports.kinds import kind_named
from desktop.rules.reports.outline import section_keys
from desktop.rules.reports.section_texts import section_texts
from desktop.rules.reports.words import standing
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a template's words become."""

    head: str = ""
    """Subject, opening and closing, one paragraph a line."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """Words of each section by its key; blank where it says nothing."""
    fault: DesktopError | None = None
    """Why there is nothing to show."""


def preview_template(
    store: Store,
    period: Period,
    period_words: str,
    template: ReportTemplate,
    progress: Progress = silent,
) -> Preview:
    """Return the words of a template that has nothing wrong, filled from the records.

    A fault comes in the answer: whoever types does not wait for it.
    """
    try:
        if kind_named(template.code).letter:
            return _letter(store, period, period_words, template, progress)
        return _report(store, period, period_words, template, progress)
    except DesktopError as error:
        return Preview(fault=error)


def _report(
    store: Store,
    period: Period,
    period_words: str,
    template: ReportTemplate,
    progress: Progress,
) -> Preview:
    bare = replace(template, tables=())  # nothing of them is shown here
    facts = report_facts(store, period, period_words, bare, progress)
    made = section_texts(facts, bare)
    words = (template.subject, *template.opening, template.closing)
    return Preview(
        head="\n".join(standing(text, facts) for text in words),
        sections={
            key: made[key].text or one.empty
            for key, one in zip(
                section_keys(template.sections), template.sections, strict=True
            )
        },
    )


def _letter(
    store: Store,
    period: Period,
    period_words: str,
    template: ReportTemplate,
    progress: Progress,
) -> Preview:
    about = None
    if template.code != REMINDER:  # with the report as it would be now
        asked = Request(period=period, period_words=period_words)
        about = draft_page(store, asked, progress).report
    request = LetterRequest(
        kind=template.code, period=period, period_words=period_words, about=about
    )
    letter = draft_letter(store, request, progress, template=template)
    told = (one.text for one in letter.blocks if isinstance(one, Paragraph))
    return Preview(head="\n".join((letter.letterhead.subject, *told)))
