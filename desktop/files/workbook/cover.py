"""Write the first sheet: the report as a document, without its tables."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.files.workbook import text
from desktop.files.workbook.book import Book
from desktop.files.workbook.sheet import TALLEST, Sheet, Span, printable_width
from desktop.files.workbook.styles import Look
from desktop.files.workbook.words import Words
from desktop.records.report import (
    Annex,
    Block,
    Chart,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    Table,
)

SHARES = (15, 15, 15, 10, 15, 30)
"""Columns in hundredths of the width: 45 left and 55 right, and 40 in the middle."""
LEFT, RIGHT, MIDDLE, ALL = (1, 3), (4, 6), (3, 5), (1, 6)
"""Halves of the letterhead, the rule under the subject, and the whole width."""
SHORT_RULE = (2, 2)
"""A third of the left half: the rule under the name of the agency."""
ROOM_TO_SIGN = 80.0
"""Points between authority and name; about 28 mm."""
KEPT = 80.0
"""Points a heading keeps below itself, or it begins a new page."""
GAP = 6.0
"""Points between paragraphs; Decree 30/2020, Annex I."""

CENTRED = Look(horizontal="center", vertical="center")
SMALL = replace(CENTRED, size=12)
BOLD = replace(CENTRED, bold=True)
RULE = Look(ruled=True)
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


def put_cover(book: Book, name: str, report: Report, names: Names) -> None:
    """Write letterhead, body and signature block on a new first sheet."""
    room = printable_width(landscape=False)
    sheet = Sheet(book, name, [room * share / 100 for share in SHARES])
    _put_letterhead(sheet, report)
    for block in report.blocks:
        _put_block(sheet, block, names)
    _put_signature(sheet, report)
    for annex in report.annexes:
        if any(isinstance(block, (Heading, Paragraph)) for block in annex.blocks):
            _put_annex(sheet, annex, names)


def _on(place: tuple[int, int], value: str, look: Look) -> Span:
    return Span(value=value, look=look, first=place[0], last=place[1])


# --- letterhead --------------------------------------------------------------


def _put_letterhead(sheet: Sheet, report: Report) -> None:
    head, words = report.letterhead, sheet.book.words
    nation = replace(SMALL, bold=True, wrap=False)
    motto = replace(BOLD, underline=True, wrap=False)
    superior, agency = (
        (head.superior, head.agency) if head.superior else (head.agency, "")
    )
    sheet.add(
        _on(LEFT, superior, SMALL if head.superior else replace(SMALL, bold=True)),
        _on(RIGHT, words.nation, nation),
    )
    sheet.add(
        _on(LEFT, agency, replace(SMALL, bold=True)), _on(RIGHT, words.motto, motto)
    )
    sheet.add(_on(SHORT_RULE, "", RULE), height=GAP)
    sheet.add(
        _on(LEFT, number_line(head, words), CENTRED),
        _on(RIGHT, date_line(head, words), replace(CENTRED, italic=True)),
    )
    sheet.add(height=GAP * 2)
    for line in (head.document_type, head.subject):
        sheet.add(_on(ALL, line, BOLD))
    sheet.add(_on(MIDDLE, "", RULE), height=GAP)
    sheet.add(_on(ALL, period_line(report, words), replace(CENTRED, italic=True)))
    sheet.add(height=GAP)
    _put_addressees(sheet, head.addressees)


def number_line(head: Letterhead, words: Words) -> str:
    """Return `Số: 05/BC-ABC`; a number below ten gets a zero (Decree 30/2020)."""
    if not head.number:
        return words.number_blank.format(symbol=head.symbol)
    return words.number.format(number=head.number.zfill(2), symbol=head.symbol)


def date_line(head: Letterhead, words: Words) -> str:
    """Return place and date; days below ten and months 1 and 2 get a zero."""
    if head.date is None:
        return words.date_blank.format(place=head.place, year=head.year)
    month = head.date.month
    return words.date.format(
        place=head.place,
        day=f"{head.date.day:02}",
        month=f"{month:02}" if month in (1, 2) else month,
        year=head.date.year,
    )


def period_line(report: Report, words: Words) -> str:
    """Return the days the report speaks of and the day figures were closed."""
    period = report.period
    return words.period.format(
        first=f"{period.first_day:%d/%m/%Y}",
        last=f"{period.last_day:%d/%m/%Y}",
        closing=f"{period.closing_day:%d/%m/%Y}",
    )


def _put_addressees(sheet: Sheet, addressees: tuple[str, ...]) -> None:
    words = sheet.book.words.addressees
    if len(addressees) == 1:
        sheet.add(_on(ALL, f"{words} {addressees[0]}", CENTRED))
    elif addressees:
        sheet.add(_on(ALL, words, CENTRED))
        for line in _listed(addressees, "."):
            sheet.add(_on((2, 6), line, Look()))
    if addressees:
        sheet.add(height=GAP)


def _listed(lines: tuple[str, ...], end: str) -> list[str]:
    """Return lines with a dash before and `;` after, the last with its own end."""
    ends = [";"] * (len(lines) - 1) + [end]
    return [f"- {line}{mark}" for line, mark in zip(lines, ends, strict=True)]


# --- body --------------------------------------------------------------------


def _put_block(sheet: Sheet, block: Block, names: Names) -> None:
    if isinstance(block, Heading):
        look = HEADINGS.get(block.level, HEADINGS[3])
        sheet.keep(KEPT)
        _put_text(sheet, block.text, look)
    elif isinstance(block, Paragraph):
        _put_text(sheet, block.text, replace(BODY, italic=block.italic))
    else:
        _put_text(sheet, _pointer(sheet.book.words, block, names), SEE)


def _pointer(words: Words, block: Table | Chart, names: Names) -> str:
    line = words.see_table if isinstance(block, Table) else words.see_chart
    return line.format(title=block.title, sheet=names[id(block)])


def _put_text(sheet: Sheet, words: str, look: Look) -> None:
    """Write a text of any length, in as many rows as Excel's tallest row demands."""
    span = _on(ALL, words, look)
    lines = text.lines(words, look.size, sheet.room(span), bold=look.bold)
    most = int(TALLEST / (look.size * 1.4))
    for start in range(0, len(lines), most):
        part = _on(ALL, " ".join(lines[start : start + most]), look)
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
        left += [(line, small) for line in _listed(report.recipients, ".")]
    rows = max(len(left), len(signer.authority))
    sheet.keep(20 * (rows + 3) + ROOM_TO_SIGN)
    sheet.add(height=GAP * 2)
    right = [(line, BOLD) for line in signer.authority]
    for place in range(rows):
        spans = [
            _on(half, *column[place])
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
            sheet.add(_on(RIGHT, line, look))


def annex_lines(annex: Annex) -> tuple[tuple[str, Look], ...]:
    """Return the lines above an annex and their looks; blank ones are left out."""
    italic = replace(CENTRED, italic=True)
    lines = ((annex.label, BOLD), (annex.title, BOLD), (_bracketed(annex), italic))
    return tuple((line, look) for line, look in lines if line)


def _bracketed(annex: Annex) -> str:
    line = annex.reference
    return f"({line})" if line and not line.startswith("(") else line


def _put_annex(sheet: Sheet, annex: Annex, names: Names) -> None:
    """Write the words of an annex on a page of their own."""
    sheet.break_page()
    for line, look in annex_lines(annex):
        sheet.add(_on(ALL, line, look))
    sheet.add(height=GAP)
    for block in annex.blocks:
        _put_block(sheet, block, names)
