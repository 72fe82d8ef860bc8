"""Draw a report as PDF/A-3u, laid out as Decree 30/2020 asks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop.files import fonts
from desktop.files.pdf.archival import Properties, archive
from desktop.files.pdf.body import PORTRAIT, Sheet, Stretch, ended, stretches
from desktop.files.pdf.closing import AGENCY, PERSON, closing
from desktop.files.pdf.drawn import Attachment, Box, Companion, Drawn, PrintedCode
from desktop.files.pdf.footnotes import DOCUMENT, Notes, anchored
from desktop.files.pdf.letterhead import contact, head
from desktop.files.pdf.pages import Margins, corner, draw_pages, paged
from desktop.files.pdf.strips import Strip, bind_all, bind_last
from desktop.files.pdf.text import NOTE, REFERENCE, TITLE, enter, paragraph, title
from desktop.files.pdf.words import program, words
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.progress import Progress, silent
from desktop.records.report import Annex, Report

__all__ = ["Attachment", "Box", "Companion", "Drawn", "PrintedCode", "draw"]

_MOST: Final = 0.8
"""Part of a page the closing block may take, so that body lines fit above it."""


def draw(
    report: Report,
    *,
    companion: Companion | None = None,
    attachments: Sequence[Attachment] = (),
    code: PrintedCode | None = None,
    by_hand: bool = False,
    progress: Progress = silent,
) -> Drawn:
    """Return the finished document; equal input gives equal bytes.

    The companion is named in the last line of the last annex, or of the
    document when it has no annex. The code stands at the foot of each page; a
    document that is signed by hand says so, and bears the square code too.

    Raises:
        Cancelled: `progress` asked to stop.
    """
    fonts.register()
    notes = anchored(report)
    square = code if by_hand else None
    parts = [
        _body(report, notes, square),
        *(_annex(each, notes) for each in report.annexes),
    ]
    if companion is not None:
        _name_companion(parts[-1][-1], companion)
    opening = contact(report.letterhead.contact, PORTRAIT.room)
    pages = [*paged(parts[0], opening)]
    pages += [page for part in parts[1:] for page in paged(part)]
    margins = _margins(report, code, by_hand=by_hand)
    pdf, boxes = draw_pages(pages, margins, progress)
    properties = Properties(
        title=_document_title(report),
        author=fonts.one_line(report.agency),
        program=program(),
        moment=report.computed_at,
        language=report.language,
        keyword=PRACTICE_KEYWORD if report.practice else "",
    )
    archived = archive(pdf, properties, attachments)
    return Drawn(
        pdf=archived,
        person_box=boxes[PERSON],
        agency_box=boxes[AGENCY],
        copy_box=corner(PORTRAIT),
    )


def _margins(report: Report, code: PrintedCode | None, *, by_hand: bool) -> Margins:
    """Return what stands outside the text: practice, not signed, and the code."""
    fixed = words("foot")
    unsigned = fixed["by_hand"] if by_hand else ""
    typed = fixed["code"].format(code=code.typed) if code else ""
    below = f" {fixed['between']} ".join(part for part in (unsigned, typed) if part)
    return Margins(
        across=fonts.one_line(fixed["across"]) if report.practice else "",
        foot=fonts.one_line(fixed["practice"]) if report.practice else "",
        code=fonts.one_line(below),
        corner=fonts.one_line(unsigned),
    )


def _body(
    report: Report, notes: Notes, square: PrintedCode | None = None
) -> list[Stretch]:
    body = stretches(ended(report.blocks), notes=notes)
    opening = head(report.letterhead, PORTRAIT.room, notes.at(DOCUMENT))
    if body and body[0].sheet == PORTRAIT:
        body[0].strips[:0] = opening
    else:
        body.insert(0, Stretch(PORTRAIT, opening))
    last = body[-1]
    sheet = last.sheet
    most = sheet.tall * _MOST
    end = closing(report.signer, report.recipients, sheet.room, most, square)
    last.strips[:] = [*bind_last(last.strips), *end]
    return body


def _annex(annex: Annex, notes: Notes) -> list[Stretch]:
    """Return an annex under its label, its title and the document it goes with."""

    def opening(sheet: Sheet) -> list[Strip]:
        name = f"{_label(annex)} - {annex.title}"
        return enter(_annex_head(annex, sheet.room), name, 0)

    lying = annex.landscape
    found = stretches(
        annex.blocks, landscape=lying, level=1, notes=notes, opening=opening
    )
    return found or [Stretch(PORTRAIT, opening(PORTRAIT))]


def _annex_head(annex: Annex, room: float) -> list[Strip]:
    lines = title(_label(annex), TITLE, room)
    lines += title(annex.title.upper(), replace(TITLE, before=2), room)
    if annex.reference:
        text = annex.reference.strip().removeprefix("(").removesuffix(")")
        reference = words("annex")["reference"].format(text=text)
        lines += title(reference, REFERENCE, room)
    return lines


def _label(annex: Annex) -> str:
    """Return the label; a single annex has no numeral but keeps the word."""
    return annex.label or words("annex")["label"]


def _name_companion(stretch: Stretch, companion: Companion) -> None:
    text = words("annex")["companion"].format(
        file_name=companion.file_name, sha256=companion.sha256
    )
    line = paragraph(text, replace(NOTE, before=9), stretch.sheet.room)
    stretch.strips[:] = [
        *stretch.strips[:-1],
        *bind_all(stretch.strips[-1:]),
        *line,
    ]


def _document_title(report: Report) -> str:
    letterhead = report.letterhead
    return fonts.one_line(f"{letterhead.document_type} {letterhead.subject}")
