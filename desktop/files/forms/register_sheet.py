"""Write the sheet on which a unit lists its entries of one register."""

from dataclasses import replace
from typing import TypeVar

from desktop.files.forms.form_cells import entry_styles, limit, protect
from desktop.files.forms.form_words import FormWords
from desktop.files.workbook.book import Book
from desktop.files.workbook.sheet import Sheet, Span
from desktop.files.workbook.styles import (
    HEADING,
    NOTE,
    NUMBER,
    TABLE_SIZE,
    TITLE,
    ColumnStyles,
    Look,
    one_look,
)
from desktop.records.register import FieldType
from desktop.rules.entry_table.lines import SHAPES
from desktop.rules.forms.columns import ColumnDraft, Rule, letter
from desktop.rules.forms.drafting import FIRST_ROW, SheetDraft

Thing = TypeVar("Thing")
HEADINGS = FIRST_ROW - 2
"""Row of the headings; below it the numbers of the columns."""
_WIDE, _USUAL, _NARROW, _KEY = 130.0, 78.0, 56.0, 60.0
"""Widths of columns in points."""
_TITLES = frozenset({"title", "name"})


def write_sheet(
    book: Book, draft: SheetDraft, words: FormWords, *, unit: str, period: str
) -> None:
    """Write the sheet below those written so far.

    Args:
        book: The workbook.
        draft: What stands on it.
        words: What a form says.
        unit: Name of the unit.
        period: The period in the middle of a sentence.

    Raises:
        OSError: The disk is full.
    """
    widths = (*(_width(one) for one in draft.columns), *_of(draft, _USUAL), _KEY)
    made = Sheet(
        book,
        draft.sheet.sheet,
        widths,
        landscape=True,
        frozen=HEADINGS + 1,
        hidden=[len(widths)],
    )
    _put_head(made, draft, words, unit=unit, period=period)
    key = one_look(book.styles, Look(size=TABLE_SIZE, form="@", entry=True))
    styles: list[ColumnStyles] = [entry_styles(book, one) for one in draft.columns]
    told = one_look(book.styles, Look(size=TABLE_SIZE, boxed=True, filled=True))
    styles += [*_of(draft, told), key]
    for line in draft.lines:
        of = _of(draft, line.of or None)
        made.add_values((*line.values, *of, line.key), styles)
    _hold(made, draft, words)


def _put_head(
    made: Sheet, draft: SheetDraft, words: FormWords, *, unit: str, period: str
) -> None:
    register, many = draft.register, len(draft.columns)
    title = words.sheet_title.format(name=register.name)
    hint = words.sheet_hint.format(unit=unit, period=period, one=register.one)
    if draft.wanted:
        groups = "; ".join(draft.wanted)
        hint = f"{hint} {words.sheet_groups.format(groups=groups)}"
    if draft.inherits:
        hint = f"{hint} {words.sheet_inherited.format(column=words.old_unit)}"
    shown = min(many, 8)  # what is frozen beside the eye fits a small screen
    left = replace(TITLE, horizontal="left")
    made.add(Span(value=title, look=left, first=1, last=shown), height=24.0)
    made.add(Span(value=hint, look=NOTE, first=1, last=shown))
    texts = (*(one.heading for one in draft.columns), *_of(draft, words.old_unit))
    headings = enumerate(texts, 1)
    made.add(*(Span(value=t, look=HEADING, first=n, last=n) for n, t in headings))
    numbers = ((place, f"({place})") for place in range(1, len(texts) + 1))
    made.add(*(Span(value=t, look=NUMBER, first=n, last=n) for n, t in numbers))


def _hold(made: Sheet, draft: SheetDraft, words: FormWords) -> None:
    """Set the limits of the cells, the protection and the printed page."""
    sheet, place = made.sheet, draft.sheet
    for one in draft.columns:
        at = one.column.column
        area = f"{at}{place.first_row}:{at}{place.last_row}"
        limit(sheet, one, area, words)
    last = letter(len(made.widths) - 1)
    sheet.print_title_rows = f"{HEADINGS}:{HEADINGS + 1}"
    sheet.print_area = f"A1:{last}{place.last_row}"
    protect(sheet)


def _of(draft: SheetDraft, thing: Thing) -> tuple[Thing, ...]:
    """Return what stands in the column of old units, where the sheet has one."""
    return (thing,) if draft.inherits else ()


def _width(column: ColumnDraft) -> float:
    kind = column.field.type
    if column.field.name in _TITLES or kind in SHAPES or kind is FieldType.LONG_TEXT:
        return _WIDE
    narrow = column.rule in (Rule.WHOLE, Rule.DECIMAL, Rule.DAY)
    return _NARROW if narrow and kind is not FieldType.MONEY else _USUAL
