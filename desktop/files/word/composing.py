"""Compose a document: head, body, signature, annexes, and what stands at the foot."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop.files.pdf.body import ended
from desktop.files.pdf.footnotes import DOCUMENT, anchored
from desktop.files.pdf.tails import keyed
from desktop.files.pdf.words import words as printed_words
from desktop.files.word.elements import ITALIC, PLAIN, Element, Set, paragraph, run
from desktop.files.word.footnotes import Footnotes
from desktop.files.word.letterhead import closing, head
from desktop.files.word.pictures import put_chart
from desktop.files.word.sections import Foot, Pages
from desktop.files.word.styles import BODY, HEADINGS, TITLE
from desktop.files.word.tables import put_table
from desktop.files.word.words import words
from desktop.progress import Progress, Step
from desktop.records.report import Annex, Block, Heading, Paragraph, Report, Table

STAGE = "writing_word"
_BELOW: Final = 3.0
"""Points between the lines above an annex."""
_REFERENCE: Final = Set(align="center", after=2 * _BELOW, kept=True)


class Composer:
    """Fills an empty document with a report."""

    def __init__(self, document: Any, report: Report) -> None:  # noqa: ANN401
        """Lay the first page."""
        self._document, self._report = document, report
        self._words = words()
        self._notes = anchored(report)
        self._footnotes = Footnotes(report.footnotes)
        self._pages = Pages(document, self._foot())

    def compose(self, progress: Progress) -> None:
        """Set the whole report.

        Raises:
            Cancelled: `progress` asked to stop.
        """
        report = self._report
        parts = 1 + len(report.annexes)
        self._body()
        for done, annex in enumerate(report.annexes, 1):
            progress(Step(STAGE, done, parts))
            self._annex(annex)
        self._footnotes.attach(self._document)
        progress(Step(STAGE, parts, parts))

    def _foot(self) -> Foot:
        practice = printed_words("foot")["practice"] if self._report.practice else ""
        contact = self._report.letterhead.contact
        return Foot(first=contact, note=self._words.not_read, every=practice)

    def _body(self) -> None:
        report, width = self._report, self._pages.room[0]
        self._add(head(report.letterhead, width))
        general = [note.number for note in self._notes.at(DOCUMENT)]
        if general:
            self._add([paragraph(Set(kept=True), *self._footnotes.references(general))])
        self._blocks(ended(report.blocks), landscape=False)
        self._pages.turn(landscape=False)
        self._keep_last()
        self._add(closing(report.signer, report.recipients, self._pages.room[0]))

    def _annex(self, annex: Annex) -> None:
        laid = _laid(annex.blocks, landscape=annex.landscape)
        first = laid[0][0] if laid else annex.landscape
        self._pages.turn(landscape=first, anew=True)
        label = annex.label or printed_words("annex")["label"]
        for text in (label, annex.title.upper()):
            self._add([paragraph(Set(style=TITLE, after=_BELOW), run(text))])
        if annex.reference:
            text = annex.reference.strip().removeprefix("(").removesuffix(")")
            line = printed_words("annex")["reference"].format(text=text)
            self._add([paragraph(_REFERENCE, run(line, ITALIC))])
        self._blocks(annex.blocks, landscape=annex.landscape)

    def _blocks(self, blocks: Sequence[Block], *, landscape: bool) -> None:
        for lying, block in _laid(tuple(keyed(blocks)), landscape=landscape):
            self._pages.turn(landscape=lying)
            self._add(self._block(block))

    def _block(self, block: Block) -> Iterator[Element]:
        if isinstance(block, Heading):
            own = self._notes.at(block.place) if block.place else ()
            marks = self._footnotes.references([note.number for note in own])
            style = HEADINGS[min(max(block.level, 1), len(HEADINGS))]
            yield paragraph(Set(style=style), run(block.text), *marks)
        elif isinstance(block, Paragraph):
            face = ITALIC if block.italic else PLAIN
            for line in block.text.splitlines() or [""]:
                yield paragraph(Set(style=BODY), run(line, face))
        elif isinstance(block, Table):
            room = self._pages.room[0]
            yield from put_table(block, room, self._notes, self._footnotes)
        else:
            yield from put_chart(self._document, block, self._pages.room, self._words)

    def _add(self, elements: Iterator[Element] | Sequence[Element]) -> None:
        """Add elements above the last section's own."""
        body = self._document.element.body
        for one in elements:
            body.sectPr.addprevious(one)

    def _keep_last(self) -> None:
        """Let the last paragraph of the body stay with the signature below it."""
        last = self._document.element.body.sectPr.getprevious()
        if last.tag.endswith("}p") and last.pPr is not None and last.pPr.sectPr is None:
            last.pPr.keepNext_val = True


def _laid(blocks: Sequence[Block], *, landscape: bool) -> list[tuple[bool, Block]]:
    """Return each block with whether its page lies: a heading as what it heads."""
    laid: list[tuple[bool, Block]] = []
    following = landscape
    for block in reversed(blocks):
        if isinstance(block, Table):
            following = block.landscape or landscape
        elif not isinstance(block, Heading):
            following = landscape
        laid.append((following, block))
    return laid[::-1]
