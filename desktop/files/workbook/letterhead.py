"""Write what Decree 30/2020 puts above the body, on the first sheet."""

from dataclasses import replace

from desktop.files.workbook.sheet import Sheet, Span
from desktop.files.workbook.styles import Look
from desktop.files.workbook.words import Words
from desktop.records.report import Letterhead, Report

LEFT, RIGHT, MIDDLE, ALL = (1, 3), (4, 6), (3, 5), (1, 6)
"""Halves of the letterhead, the rule under the subject, and the whole width."""
SHORT_RULE = (2, 2)
"""A third of the left half: the rule under the name of the agency."""
STAMP = (1, 2)
"""Room of a framed mark: of urgency, of how far the document may go."""
GAP = 6.0
"""Points between paragraphs; Decree 30/2020, Annex I."""

CENTRED = Look(horizontal="center", vertical="center")
SMALL = replace(CENTRED, size=12)
BOLD = replace(CENTRED, bold=True)
RULE = Look(ruled=True)


def on(place: tuple[int, int], value: str, look: Look) -> Span:
    """Return a text over a stretch of columns."""
    return Span(value=value, look=look, first=place[0], last=place[1])


def put_letterhead(sheet: Sheet, report: Report) -> None:
    """Write everything above the body: cells 1 to 5, 9a, 10b and 11."""
    head, words = report.letterhead, sheet.book.words
    _put_names(sheet, head)
    sheet.add(
        on(LEFT, number_line(head, words), CENTRED),
        on(RIGHT, date_line(head, words), replace(CENTRED, italic=True)),
    )
    if head.document_type:
        _put_title(sheet, report)
    else:
        sheet.add(on(LEFT, words.letter_subject.format(subject=head.subject), SMALL))
    for stamp in (head.urgency, head.circulation):
        if stamp:
            sheet.add(height=GAP)
            sheet.add(on(STAMP, stamp, replace(BOLD, boxed=True)))
    sheet.add(height=GAP)
    _put_addressees(sheet, head.addressees)


def _put_names(sheet: Sheet, head: Letterhead) -> None:
    words = sheet.book.words
    nation = replace(SMALL, bold=True, wrap=False)
    motto = replace(BOLD, underline=True, wrap=False)
    superior, agency = (
        (head.superior, head.agency) if head.superior else (head.agency, "")
    )
    sheet.add(
        on(LEFT, superior, SMALL if head.superior else replace(SMALL, bold=True)),
        on(RIGHT, words.nation, nation),
    )
    sheet.add(
        on(LEFT, agency, replace(SMALL, bold=True)), on(RIGHT, words.motto, motto)
    )
    sheet.add(on(SHORT_RULE, "", RULE), height=GAP)


def _put_title(sheet: Sheet, report: Report) -> None:
    head, words = report.letterhead, sheet.book.words
    sheet.add(height=GAP * 2)
    for line in (head.document_type, head.subject):
        sheet.add(on(ALL, line, BOLD))
    sheet.add(on(MIDDLE, "", RULE), height=GAP)
    sheet.add(on(ALL, period_line(report, words), replace(CENTRED, italic=True)))


def put_contact(sheet: Sheet, lines: tuple[str, ...]) -> None:
    """Write address and telephone of the office (cell 13) under a rule."""
    if lines:
        sheet.add(height=GAP)
        sheet.add(on(ALL, "", RULE), height=GAP)
    for line in lines:
        sheet.add(on(ALL, line, replace(CENTRED, size=11)))


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
        sheet.add(on(ALL, f"{words} {addressees[0]}", CENTRED))
    elif addressees:
        sheet.add(on(ALL, words, CENTRED))
        for line in listed(addressees, "."):
            sheet.add(on((2, 6), line, Look()))
    if addressees:
        sheet.add(height=GAP)


def listed(lines: tuple[str, ...], end: str) -> list[str]:
    """Return lines with a dash before and `;` after, the last with its own end."""
    ends = [";"] * (len(lines) - 1) + [end]
    return [f"- {line}{mark}" for line, mark in zip(lines, ends, strict=True)]
