"""Write one table on a sheet of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.files.footnoted import Footnoted, mark
from desktop.files.workbook.book import Book
from desktop.files.workbook.marks import Marked
from desktop.files.workbook.sheet import (
    Sheet,
    Span,
    line_height,
    printable_width,
)
from desktop.files.workbook.styles import (
    HEADING,
    NOTE,
    NUMBER,
    TABLE_SIZE,
    TITLE,
    UNIT,
    ColumnStyles,
    Look,
    column_styles,
)
from desktop.files.workbook.widths import column_widths, record_page
from desktop.records.report import Column, Row, RowKind, Table, Value

STEP = 500
"""Rows between two reports of progress."""

Tick = Callable[[int], None]
"""Told how many rows were written since it was last told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A table and the sheet it goes to."""

    table: Table
    name: str
    """Name of the sheet, as no other sheet has it."""
    landscape: bool = False
    """Left to the widths of the columns on sheets of plain records."""
    above: tuple[tuple[str, Look], ...] = ()
    """Lines above the title: those of the annex."""
    filtered: bool = False
    """With Excel's filter on the headings, for sheets of plain records."""
    notes: Footnoted | None = None
    """Footnotes borne by its title, its rows and its figures."""


def first_row(place: Place) -> int:
    """Return the number of the sheet's row that holds the first row of the table."""
    depth, numbered = _heading_rows(place.table)
    return len(_top_lines(place)) + depth + numbered + 1


def _heading_rows(table: Table) -> tuple[int, bool]:
    """Return how many rows the headings take, and whether numbers stand below."""
    depth = max((len(column.heading) for column in table.columns), default=0)
    return depth, any(column.number for column in table.columns)


def put_table(book: Book, place: Place, tick: Tick) -> Sheet:
    """Write a table on a new sheet, with its headings on every printed page.

    Returns the sheet, still open for links.
    """
    table = place.table
    lines = _top_lines(place)
    depth, numbered = _heading_rows(table)
    first, last = len(lines) + 1, first_row(place) - 1
    widths, landscape = _page(place)
    sheet = Sheet(book, place.name, widths, landscape=landscape, frozen=last)
    sheet.sheet.print_title_rows = f"{first}:{last}"
    for line, look in lines:
        _put_line(sheet, line, look)
    tall = _put_headings(sheet, table.columns, depth)
    if numbered:
        sheet.add(*(_at(n, c.number, NUMBER) for n, c in enumerate(table.columns, 1)))
        tall += line_height(1, TABLE_SIZE)
    sheet.repeat(tall)
    _put_rows(sheet, place, tick)
    book.name_range(table.code, place.name, sheet.area(last + 1, sheet.rows))
    if place.filtered:
        sheet.sheet.auto_filter.ref = sheet.area(last, sheet.rows).replace("$", "")
    for note in (*table.notes, *_footnotes(book, place)):
        _put_line(sheet, note, NOTE)
    return sheet


def _footnotes(book: Book, place: Place) -> list[str]:
    """Return the notes its figures bear, marked as they are."""
    form = book.words.footnote
    notes = place.notes.of_table(place.table.code) if place.notes else ()
    return [form.format(mark=mark([one.number]), text=one.text) for one in notes]


def _page(place: Place) -> tuple[tuple[float, ...], bool]:
    """Return the widths of the columns, and whether the page lies on its side."""
    if place.filtered:
        return record_page(place.table)
    room = printable_width(landscape=place.landscape)
    return column_widths(place.table, room), place.landscape


def _top_lines(place: Place) -> list[tuple[str, Look]]:
    """Return the lines above the headings; the last of the titles bears the notes."""
    titles = [*place.above, (place.table.title, TITLE)]
    titles = [(line, look) for line, look in titles if line]
    marks = mark(place.notes.title(place.table.code)) if place.notes else ""
    if titles and marks:
        titles[-1] = (f"{titles[-1][0]} {marks}", titles[-1][1])
    unit = place.table.unit
    return [*titles, *([(unit, UNIT)] if unit else [])]


def _put_line(sheet: Sheet, line: str, look: Look) -> None:
    sheet.add(Span(value=line, look=look, first=1, last=len(sheet.widths)))


def _at(column: int, value: Value, look: Look) -> Span:
    return Span(value=value, look=look, first=column, last=column)


# --- headings ----------------------------------------------------------------


def _put_headings(sheet: Sheet, columns: tuple[Column, ...], depth: int) -> float:
    """Write the headings, joining what belongs together; return their height."""
    blocks = heading_blocks(columns, depth)
    top = sheet.rows + 1
    heights = _heading_heights(sheet, blocks, depth)
    for level in range(depth):
        words = {left: word for lv, left, _, _, word in blocks if lv == level}
        spans = (_at(n, words.get(n), HEADING) for n in range(1, len(columns) + 1))
        sheet.add(*spans, height=heights[level])
    for level, left, bottom, right, _word in blocks:
        sheet.merge(top + level, left, top + bottom, right)
    return sum(heights)


Block = tuple[int, int, int, int, str]
"""Top level, left column, bottom level, right column, words; levels from 0."""


def heading_blocks(columns: tuple[Column, ...], depth: int) -> list[Block]:
    """Return the blocks of equal neighbours the headings are drawn as.

    A block spreads to the right only under one block of the level above, and down
    only over the whole of its width.
    """
    cells = [_filled(column, depth) for column in columns]
    return _split(cells, 0, 1, depth)


def _filled(column: Column, depth: int) -> tuple[str, ...]:
    """Repeat the lowest heading of a column that has fewer levels."""
    heading = column.heading or ("",)
    return heading + heading[-1:] * (depth - len(heading))


def _split(
    cells: list[tuple[str, ...]], level: int, left: int, depth: int
) -> list[Block]:
    blocks: list[Block] = []
    if level == depth:
        return blocks
    for word, group in groupby(cells, key=lambda cell: cell[level]):
        members = list(group)
        bottom = level
        while bottom + 1 < depth and all(m[bottom + 1] == word for m in members):
            bottom += 1
        right = left + len(members) - 1
        blocks.append((level, left, bottom, right, word))
        blocks += _split(members, bottom + 1, left, depth)
        left = right + 1
    return blocks


def _heading_heights(sheet: Sheet, blocks: list[Block], depth: int) -> list[float]:
    """Return heights in points that leave room for every heading, lowest level last."""
    heights = [TABLE_SIZE * 1.28 + 6] * depth
    for top, left, bottom, right, word in sorted(blocks, key=lambda b: b[2] - b[0]):
        span = Span(value=word, look=HEADING, first=left, last=right)
        missing = sheet.height_of(span) - sum(heights[top : bottom + 1])
        heights[bottom] += max(missing, 0)
    return heights


# --- rows --------------------------------------------------------------------


def _put_rows(sheet: Sheet, place: Place, tick: Tick) -> None:
    """Write the rows; no page ends between those that cling, but among records."""
    table, marked = place.table, Marked(place.table, place.notes, sheet.book.styles)
    styles = {
        kind: tuple(column_styles(sheet.book.styles, c, kind) for c in table.columns)
        for kind in RowKind
    }
    runs = {} if place.filtered else clinging(table.rows)
    for number, bare in enumerate(table.rows, 1):
        if run := runs.get(number):
            sheet.keep(sum(_row_height(sheet, one) for one in run))
        row, own = marked.row(bare, styles[bare.kind])
        if row.kind is RowKind.GROUP:
            _put_group(sheet, row, own)
        else:
            sheet.add_values(row.values, own, bold=row.kind is RowKind.TOTAL)
        if number % STEP == 0:
            tick(STEP)
    if not table.rows:
        sheet.add_values((None,) * len(table.columns), styles[RowKind.DATA])
    tick(len(table.rows) % STEP)


def clinging(rows: Sequence[Row]) -> dict[int, tuple[Row, ...]]:
    """Return the rows that stay on one page, by the place of the first, from 1.

    A group clings to the row below it, and a row to its total.
    """
    runs: dict[int, tuple[Row, ...]] = {}
    first = 1
    for place, row in enumerate(rows, 1):
        below = rows[place].kind if place < len(rows) else None
        if below and (row.kind is RowKind.GROUP or below is RowKind.TOTAL):
            continue
        runs[first] = tuple(rows[first - 1 : place])
        first = place + 1
    return runs


def _row_height(sheet: Sheet, row: Row) -> float:
    bold = row.kind is not RowKind.DATA
    rooms = sheet.rooms(_group_spans(row)) if row.kind is RowKind.GROUP else ()
    return sheet.height_of_values(row.values, bold=bold, rooms=rooms)


def _put_group(sheet: Sheet, row: Row, styles: tuple[ColumnStyles, ...]) -> None:
    """Let each text of a group's row run over the empty cells at its right."""
    spans = _group_spans(row)
    number = sheet.add_values(row.values, styles, rooms=sheet.rooms(spans), bold=True)
    for left, right in spans:
        sheet.merge(number, left, number, right)


def _group_spans(row: Row) -> list[tuple[int, int]]:
    """Return the first and the last column of each text of a group's row."""
    full = [n for n, value in enumerate(row.values, 1) if value not in (None, "")]
    ends = [n - 1 for n in full[1:]] + [len(row.values)]
    return list(zip(full, ends, strict=True))
