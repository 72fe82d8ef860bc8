"""Write the first sheet of a form, in the shape of the official one.

Its head, headings on several levels, numbers of the columns, the row to be filled in,
below it what is listed on the other sheets and whether the two agree, and who signs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font

from desktop.files.forms.form_cells import (
    append,
    formula,
    limit_total,
    protect,
)
from desktop.files.forms.form_head import FormHead
from desktop.files.forms.form_words import FormWords
from desktop.files.workbook.book import Book
from desktop.files.workbook.cells import ReadyCell
from desktop.files.workbook.sheet import Sheet, Span, line_height, printable_width
from desktop.files.workbook.styles import (
    HEADING,
    NOTE,
    NUMBER,
    TABLE_SIZE,
    TITLE,
    WHOLE,
    Look,
    one_look,
)
from desktop.records.form import FormTotal
from desktop.rules.forms.columns import letter
from desktop.rules.forms.drafting import HEAD_ROWS, FormDraft, value_row
from desktop.rules.forms.layout import FormLayout

_LABEL, _LEAST, _MONEY = 92.0, 44.0, 66.0
"""Widths of columns in points: what the rows are called, numbers, sums of money or
headings that stand alone."""
_LEFT, _RIGHT = 190.0, 215.0
"""Points that the two sides of the head take."""
_MONEY_UNIT = "đồng"
_RED = "FFB00020"
_PLAIN = Look(size=TABLE_SIZE)
_BOXED = Look(size=TABLE_SIZE, boxed=True, vertical="center")
_ENTRY = replace(_BOXED, form=WHOLE, horizontal="right", wrap=False, entry=True)
_WORKED_OUT = replace(_BOXED, form=WHOLE, horizontal="right", wrap=False, filled=True)
_CHECK = replace(_BOXED, horizontal="center", italic=True, filled=True)
_TALL = 22.0
"""Height of the row to be filled in, in points."""


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The last column of the head's left block, and the first of its right one."""

    left: int
    right: int


def write_summary(
    book: Book, draft: FormDraft, head: FormHead, words: FormWords
) -> None:
    """Write the summary as the first sheet.

    Raises:
        OSError: The disk is full.
    """
    widths = _widths(draft.layout)
    made = Sheet(book, draft.content.summary, widths, landscape=True)
    _put_head(made, draft, head, words)
    _put_headings(made, draft.layout, words)
    _put_rows(made, draft, words)
    _put_signs(made, head, words)
    _put_tasks(made, draft, words)
    protect(made.sheet)
    made.sheet.freeze_panes = f"B{value_row(draft.layout)}"


def _widths(layout: FormLayout) -> tuple[float, ...]:
    wide = [one.unit == _MONEY_UNIT or len(one.heading) == 1 for one in layout.columns]
    room = printable_width(landscape=True) - _LABEL - _MONEY * sum(wide)
    usual = max(_LEAST, room / max(wide.count(False), 1))
    return (_LABEL, *(_MONEY if one else usual for one in wide))


def _put_head(made: Sheet, draft: FormDraft, head: FormHead, words: FormWords) -> None:
    layout, last = draft.layout, len(made.widths)
    at = _blocks(made.widths)
    title = replace(TITLE, vertical="top")
    period = replace(TITLE, bold=False, italic=True, size=TABLE_SIZE + 1)
    mark = words.practice if head.practice else ""
    rows = (
        (words.number.format(number=layout.number), layout.title, title, head.reporter),
        (head.document, head.period, period, head.recipient),
        (head.received, mark, replace(title, size=TABLE_SIZE), head.stamp),
    )
    for left, middle, look, right in rows:
        made.add(
            Span(value=left, look=_PLAIN, first=1, last=at.left),
            Span(value=middle, look=look, first=at.left + 1, last=at.right - 1),
            Span(value=right, look=_PLAIN, first=at.right, last=last),
        )
    made.add(Span(value=words.hint, look=NOTE, first=1, last=last))
    names = "; ".join(draft.inherited)
    if names:
        text = words.inherited.format(names=names)
        made.add(Span(value=text, look=replace(NOTE, bold=True), first=1, last=last))
    else:
        made.add(Span(value=None, look=_PLAIN, first=1, last=1), height=6.0)
    if made.rows != HEAD_ROWS:
        raise AssertionError(made.rows)


def _blocks(widths: tuple[float, ...]) -> _Blocks:
    left = next(n for n in range(1, len(widths)) if sum(widths[:n]) >= _LEFT)
    right = next(n for n in range(len(widths), 1, -1) if sum(widths[n - 1 :]) >= _RIGHT)
    return _Blocks(left, max(right, left + 2))


def _put_headings(made: Sheet, layout: FormLayout, words: FormWords) -> None:
    levels = max(len(one.heading) for one in layout.columns)
    top = made.rows + 1
    tops = tuple(_tops(layout))
    single = [one for one in tops if one.first == one.last and _alone(layout, one)]
    leaves = tuple(_leaves(layout))
    first = max((made.height_of(one) for one in tops if one not in single), default=0.0)
    second = max((made.height_of(one) for one in leaves if one.value), default=0.0)
    alone = max((made.height_of(one) for one in single), default=0.0)
    first = first or line_height(1, TABLE_SIZE)
    label = Span(value=words.subject, look=HEADING, first=1, last=1)
    made.add(label, *tops, height=first)
    if levels > 1:
        blank = replace(label, value=None)
        made.add(blank, *leaves, height=max(second, alone - first))
        for one in (label, *single):
            made.merge(top, one.first, made.rows, one.last)
    numbers = [(None, 1), *((f"({n - 1})", n) for n in range(2, len(made.widths) + 1))]
    made.add(*(Span(value=t, look=NUMBER, first=n, last=n) for t, n in numbers))


def _tops(layout: FormLayout) -> Iterator[Span]:
    """Yield the headings of the top level, those of neighbours joined."""
    place = 2
    for (text, _several), many in groupby(
        layout.columns, key=lambda one: (one.heading[0], len(one.heading) > 1)
    ):
        count = len(tuple(many))
        yield Span(value=text, look=HEADING, first=place, last=place + count - 1)
        place += count


def _alone(layout: FormLayout, top: Span) -> bool:
    return len(layout.columns[top.first - 2].heading) == 1


def _leaves(layout: FormLayout) -> Iterator[Span]:
    for place, one in enumerate(layout.columns, 2):
        text = one.heading[1] if len(one.heading) > 1 else None
        yield Span(value=text, look=HEADING, first=place, last=place)


def _put_rows(made: Sheet, draft: FormDraft, words: FormWords) -> None:
    """Write the row of totals, what is listed of each, and whether they agree."""
    totals = draft.content.totals
    spans = [
        Span(value=draft.values.get(one.key), look=_ENTRY, first=n, last=n)
        for n, one in enumerate(totals, 2)
    ]
    bold = replace(_BOXED, bold=True)
    label = Span(value=words.row_total, look=bold, first=1, last=1)
    row = made.add(label, *spans, height=max(_TALL, made.height_of(label)))
    for one in totals:
        limit_total(made.sheet, one.cell, one.label.split(": ")[-1], words)
    listed: list[ReadyCell] = [
        formula(made, n, draft.formulas[one.key], _WORKED_OUT)
        if one.key in draft.formulas
        else _text(made, n, "–")
        for n, one in enumerate(totals, 2)
    ]
    _append(made, words.row_listed, listed)
    checks: list[ReadyCell] = [
        formula(made, n, _check(one, draft, row, words), _CHECK)
        for n, one in enumerate(totals, 2)
    ]
    _append(made, words.row_check, checks)
    _colour(made, row + 2, words)


def _append(made: Sheet, label: str, cells: list[ReadyCell]) -> None:
    first = _text(made, 1, label)
    span = Span(value=label, look=_BOXED, first=1, last=1)
    height = max(line_height(2, TABLE_SIZE), made.height_of(span))
    append(made, [first, *cells], height)


def _text(made: Sheet, column: int, text: str) -> ReadyCell:
    """Return a cell with a fixed text among those that are worked out."""
    cell = ReadyCell(made.sheet, column, made.book.words)
    look = _BOXED if column == 1 else _CHECK
    cell.hold(text, one_look(made.book.styles, look))
    return cell


def _check(one: FormTotal, draft: FormDraft, row: int, words: FormWords) -> str:
    """Return the formula that says whether a total can be right."""
    own, said = one.cell, f'"{words.check_good}"'
    column = own.rstrip("0123456789")
    parts = [other.cell for other in draft.content.totals if other.part_of == one.key]
    if parts:
        listed = ",".join(parts)
        differ = f"AND(COUNT({listed})>0,{own}<>SUM({listed}))"
        said = f'IF({differ},"{words.check_parts}",{said})'
    if one.key in draft.formulas:
        said = f'IF({own}<{column}{row + 1},"{words.check_less}",{said})'
    said = f'IF(ISNUMBER({own}),{said},"{words.check_number}")'
    return f'IF({own}="","",{said})'


def _colour(made: Sheet, row: int, words: FormWords) -> None:
    """Let what does not agree stand out, in colour and in words."""
    last = letter(len(made.widths))
    rule = FormulaRule(  # type: ignore[no-untyped-call]  # openpyxl
        formula=[f'AND(B{row}<>"",B{row}<>"{words.check_good}")'],
        font=Font(color=_RED, bold=True),
    )
    made.sheet.conditional_formatting.add(f"B{row}:{last}{row}", rule)


def _put_signs(made: Sheet, head: FormHead, words: FormWords) -> None:
    last = len(made.widths)
    made.add(Span(value=None, look=_PLAIN, first=1, last=1), height=10.0)
    thirds = [1, last // 3 + 1, last * 2 // 3 + 1, last + 1]
    ends = list(zip(thirds, [n - 1 for n in thirds[1:]], strict=False))
    centred = replace(_PLAIN, horizontal="center")
    date = Span(
        value=words.date_line.format(year=head.year),
        look=replace(centred, italic=True, entry=True),
        first=ends[-1][0],
        last=last,
    )
    made.add(date)
    bold, italic = replace(centred, bold=True), replace(centred, italic=True)
    for look, texts in ((bold, words.signs), (italic, words.sign_hints)):
        pairs = zip(texts, ends, strict=True)
        made.add(*(Span(value=t, look=look, first=f, last=e) for t, (f, e) in pairs))
    blank = replace(centred, entry=True)
    made.add(
        *(Span(value=None, look=blank, first=f, last=e) for f, e in ends), height=60.0
    )


def _put_tasks(made: Sheet, draft: FormDraft, words: FormWords) -> None:
    """Tell below the form which tasks the unit has a part in, and their numbers."""
    if not draft.tasks:
        return
    last = len(made.widths)
    bold = replace(_PLAIN, bold=True)
    made.break_page()  # what is signed is a page of its own
    made.add(Span(value=words.tasks, look=bold, first=1, last=last))
    for code, text in draft.tasks:
        made.add(
            Span(value=code, look=_PLAIN, first=1, last=1),
            Span(value=text, look=_PLAIN, first=2, last=last),
        )
