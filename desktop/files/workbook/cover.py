"""Write the first sheet: the report as a document, without its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.files.footnoted import Footnoted, mark
from desktop.files.workbook import text
from desktop.files.workbook.book import Book
from desktop.files.workbook.letterhead import (
    ALL,
    BOLD,
    CENTRED,
    GAP,
    LEFT,
    RIGHT,
    listed,
    on,
    put_contact,
    put_letterhead,
)
from desktop.files.workbook.sheet import TALLEST, Sheet, printable_width
from desktop.files.workbook.styles import NOTE, Look
from desktop.files.workbook.words import Words
from desktop.records.report import (
    Annex,
    Block,
    Chart,
    Footnote,
    Heading,
    Paragraph,
    Report,
    Table,
)

SHARES = (15, 15, 15, 10, 15, 30)
"""Columns in hundredths of the width: 45 left and 55 right, and 40 in the middle."""
ROOM_TO_SIGN = 80.0
"""Points between authority and name; about 28 mm."""
KEPT = 80.0
"""Points a heading keeps below itself, or it begins a new page."""

BODY = Look(horizontal="justify")
HEADINGS = {
    1: Look(bold=True),
    2: Look(bold=True),
    3: Look(),
}
"""Looks of the levels `I.`, `1.` and `a)`."""
SEE = Look(italic=True)

Names = Mapping[int, str]
"""Names of sheets by the identity (`id`) of the table or chart on them."""


def put_cover(
    book: Book, name: str, report: Report, names: Names, notes: Footnoted
) -> None:
    """Write letterhead, body, signature block and notes on a new first sheet."""
    room = printable_width(landscape=False)
    sheet = Sheet(book, name, [room * share / 100 for share in SHARES])
    put_letterhead(sheet, report)
    for block in report.blocks:
        _put_block(sheet, block, names, notes)
    _put_signature(sheet, report)
    _put_notes(sheet, notes.of_text(_tables(report, names)))
    if book.code:
        line = book.words.code.format(code=book.code)
        sheet.add(height=GAP * 2)
        sheet.add(on(ALL, line, replace(NOTE, horizontal="center")))
    put_contact(sheet, report.letterhead.contact)
    for annex in report.annexes:
        if any(isinstance(block, (Heading, Paragraph)) for block in annex.blocks):
            _put_annex(sheet, annex, names, notes)


def _tables(report: Report, names: Names) -> list[str]:
    """Return the codes of the tables that have a sheet, and their notes below them."""
    blocks = [*report.blocks, *(b for annex in report.annexes for b in annex.blocks)]
    return [b.code for b in blocks if isinstance(b, Table) and id(b) in names]


def _put_notes(sheet: Sheet, notes: Sequence[Footnote]) -> None:
    """Write the notes of the text, below everything that is signed."""
    words = sheet.book.words
    if notes:
        sheet.keep(KEPT)
        sheet.add(height=GAP * 2)
        sheet.add(on(ALL, words.notes, replace(NOTE, bold=True)))
    for note in notes:
        _put_text(
            sheet, words.footnote.format(mark=mark([note.number]), text=note.text), NOTE
        )


# --- body --------------------------------------------------------------------


def _put_block(sheet: Sheet, block: Block, names: Names, notes: Footnoted) -> None:
    if isinstance(block, Heading):
        look = HEADINGS.get(block.level, HEADINGS[3])
        marks = mark(notes.section(block.place))
        sheet.keep(KEPT)
        _put_text(sheet, f"{block.text} {marks}" if marks else block.text, look)
    elif isinstance(block, Paragraph):
        _put_text(sheet, block.text, replace(BODY, italic=block.italic))
    else:
        _put_text(sheet, _pointer(sheet.book.words, block, names), SEE)


def _pointer(words: Words, block: Table | Chart, names: Names) -> str:
    line = words.see_table if isinstance(block, Table) else words.see_chart
    return line.format(title=block.title, sheet=names[id(block)])


def _put_text(sheet: Sheet, words: str, look: Look) -> None:
    """Write a text of any length, in as many rows as Excel's tallest row demands."""
    span = on(ALL, words, look)
    lines = text.lines(words, look.size, sheet.room(span), bold=look.bold)
    most = int(TALLEST / (look.size * 1.4))
    for start in range(0, len(lines), most):
        part = on(ALL, " ".join(lines[start : start + most]), look)
        whole = words if len(lines) <= most else part.value
        part = replace(part, value=whole)
        sheet.add(part, height=min(sheet.height_of(part) + GAP, TALLEST))


# --- signature and annexes ---------------------------------------------------


def _put_signature(sheet: Sheet, report: Report) -> None:
    signer, words = report.signer, sheet.book.words
    left: list[tuple[str, Look]] = []
    if report.recipients:
        left.append((words.recipients, Look(size=12, bold=True, italic=True)))
        small = Look(size=11)
        left += [(line, small) for line in listed(report.recipients, ".")]
    rows = max(len(left), len(signer.authority))
    sheet.keep(20 * (rows + 3) + ROOM_TO_SIGN)
    sheet.add(height=GAP * 2)
    right = [(line, BOLD) for line in signer.authority]
    for place in range(rows):
        spans = [
            on(half, *column[place])
            for half, column in ((LEFT, left), (RIGHT, right))
            if place < len(column)
        ]
        sheet.add(*spans)
    sheet.add(height=max(ROOM_TO_SIGN - 15 * (len(left) - len(right)), 15))
    for line, look in (
        (signer.test_mark, replace(CENTRED, italic=True)),
        (signer.name, BOLD),
    ):
        if line:
            sheet.add(on(RIGHT, line, look))


def annex_lines(annex: Annex) -> tuple[tuple[str, Look], ...]:
    """Return the lines above an annex and their looks; blank ones are left out."""
    italic = replace(CENTRED, italic=True)
    lines = ((annex.label, BOLD), (annex.title, BOLD), (_bracketed(annex), italic))
    return tuple((line, look) for line, look in lines if line)


def _bracketed(annex: Annex) -> str:
    line = annex.reference
    return f"({line})" if line and not line.startswith("(") else line


def _put_annex(sheet: Sheet, annex: Annex, names: Names, notes: Footnoted) -> None:
    """Write the words of an annex on a page of their own."""
    sheet.break_page()
    for line, look in annex_lines(annex):
        sheet.add(on(ALL, line, look))
    sheet.add(height=GAP)
    for block in annex.blocks:
        _put_block(sheet, block, names, notes)
