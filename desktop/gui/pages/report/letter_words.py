"""Let an officer's words stand in a letter instead of those it was drafted with."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.progress import Progress, silent
from desktop.records.report import Block, Paragraph, Report
from desktop.rules.report_kinds import kind_named

if TYPE_CHECKING:
    from desktop.operations.draft_report import Request
    from desktop.store.store import Store

BODY = "body"
"""Place of the words of a letter, which has no sections."""


def draft(store: "Store", request: "Request", progress: Progress = silent) -> Report:
    """Return a report or a letter as it would be sent now, with the officer's words.

    Raises:
        ConflictError: There is none to be written.
        Cancelled: The user asked to stop.
    """
    if not kind_named(request.kind).letter:
        from desktop.operations.draft_report import draft_report

        return draft_report(store, request, progress)
    from desktop.operations.draft_letter import LetterRequest, draft_letter

    asked = LetterRequest(
        kind=request.kind,
        period=request.period,
        period_words=request.period_words,
        number=request.number,
        dated=request.dated,
    )
    letter = draft_letter(store, asked, progress)
    return with_words(letter, request.texts.get(BODY, ""))


def words_of(letter: Report) -> str:
    """Return the words of a letter, one paragraph a line."""
    return "\n".join(one.text for one in letter.blocks if isinstance(one, Paragraph))


def with_words(letter: Report, words: str) -> Report:
    """Return a letter with other words; tables stand before its last paragraph."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        return letter
    rest: list[Block] = [one for one in letter.blocks if not isinstance(one, Paragraph)]
    said = [Paragraph(text=line) for line in lines]
    return replace(letter, blocks=(*said[:-1], *rest, said[-1]))
