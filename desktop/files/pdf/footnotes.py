"""Find what the explanations of a report stand at, and set them as notes.

A note whose figure, row or section is not in the report stands at the next larger
thing that is: the row, the table, and in the end the title of the document.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desktop.files import fonts
from desktop.files.pdf.strips import Strip
from desktop.files.pdf.text import Style, paragraph
from desktop.files.pdf.words import words
from desktop.records.report import (
    Annex,
    Block,
    FigureKey,
    Footnote,
    Heading,
    Report,
    Table,
)

Anchor = str | FigureKey
"""Place of a section, or a figure, a row (no column), a table (no row either)."""

DOCUMENT: Final = ""
"""The anchor of a note that belongs to the whole document."""

_NOTE: Final = Style(size=11, before=2, spacing=1)


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a report by what they stand at."""

    by_anchor: Mapping[Anchor, Sequence[Footnote]] = field(default_factory=dict)

    def at(self, anchor: Anchor) -> Sequence[Footnote]:
        """Return the notes of one anchor in the order of their numbers."""
        return self.by_anchor.get(anchor, ())


NO_NOTES: Final = Notes()


def anchored(report: Report) -> Notes:
    """Return every note of the report at an anchor that is drawn."""
    blocks = [*report.blocks, *_within(report.annexes)]
    known = set(_anchors(blocks))
    found: dict[Anchor, list[Footnote]] = {}
    for note in sorted(report.footnotes, key=lambda note: note.number):
        found.setdefault(_drawn(note, known), []).append(note)
    return Notes(found)


def mark(notes: Iterable[Footnote]) -> str:
    """Return what stands raised at an anchor: the numbers of its notes."""
    form = words("notes")["mark"]
    return "".join(form.format(number=note.number) for note in notes)


def note_lines(notes: Iterable[Footnote], room: float) -> tuple[Strip, ...]:
    """Return notes as they stand at the foot, over `room` points."""
    form = words("notes")["note"]
    return tuple(
        replace(strip, body_lines=0, bound=False)
        for note in notes
        for strip in paragraph(
            fonts.one_line(form.format(number=note.number, text=note.text)),
            _NOTE,
            room,
        )
    )


def noted(
    strips: Sequence[Strip], notes: Sequence[Footnote], room: float
) -> list[Strip]:
    """Return strips with the notes at the foot of the page of the last of them."""
    if not notes:
        return list(strips)
    return [*strips[:-1], replace(strips[-1], notes=note_lines(notes, room))]


def _within(annexes: Iterable[Annex]) -> Iterator[Block]:
    for annex in annexes:
        yield from annex.blocks


def _anchors(blocks: Iterable[Block]) -> Iterator[Anchor]:
    for block in blocks:
        if isinstance(block, Heading) and block.place:
            yield block.place
        elif isinstance(block, Table):
            yield from _table_anchors(block)


def _table_anchors(table: Table) -> Iterator[FigureKey]:
    if table.title:
        yield FigureKey(table=table.code, row="", column="")
    for row in table.rows:
        if not row.key:
            continue
        yield FigureKey(table=table.code, row=row.key, column="")
        for column in table.columns:
            if column.key:
                yield FigureKey(table=table.code, row=row.key, column=column.key)


def _drawn(note: Footnote, known: set[Anchor]) -> Anchor:
    """Return the closest of its anchors that is in the report."""
    return next((each for each in _wanted(note) if each in known), DOCUMENT)


def _wanted(note: Footnote) -> Iterator[Anchor]:
    if note.at is not None:
        yield note.at
        yield replace(note.at, column="")
        yield replace(note.at, column="", row="")
    if note.section:
        yield note.section
