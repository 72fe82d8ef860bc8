"""Make a report ready: whole, as it would be issued now, whoever asks for it."""

from dataclasses import replace

from desktop.operations.issuing.check_report import with_explanations
from desktop.operations.issuing.trace_report import with_traces
from desktop.operations.letters.draft_letter import LetterRequest, draft_letter
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.kept_texts import kept_texts
from desktop.progress import Progress, silent
from desktop.records.report import Report
from desktop.rules.letters.words import BODY, with_words
from desktop.rules.reports.kinds import kind_named
from desktop.store.store import Store


def ready_report(store: Store, request: Request, progress: Progress = silent) -> Report:
    """Return a report or letter as it would be issued now.

    A report has the codes and traces of its figures, and what was said of its findings
    as footnotes; a letter has neither. Everything is of one instant.

    Raises:
        UnknownNameError: There is no such kind.
        ConflictError: There is none to be written, as `draft_report` and
            `draft_letter`.
        Cancelled: The user asked to stop.
    """
    with store.reading():
        if kind_named(request.kind).letter:
            return _letter(store, request, progress)
        report = with_traces(store, draft_report(store, request, progress), progress)
        return with_explanations(store, request, report, progress)


def with_kept_texts(store: Store, request: Request) -> Request:
    """Return a request with the words an officer left in the draft of that report."""
    kept = kept_texts(store, request.kind, request.period)
    return replace(request, texts={key: one.text for key, one in kept.items()})


def _letter(store: Store, request: Request, progress: Progress) -> Report:
    asked = LetterRequest(
        kind=request.kind,
        period=request.period,
        period_words=request.period_words,
        number=request.number,
        dated=request.dated,
        reply=request.reply,
        units=request.units,
    )
    letter = draft_letter(store, asked, progress)
    return with_words(letter, request.texts.get(BODY, ""))
