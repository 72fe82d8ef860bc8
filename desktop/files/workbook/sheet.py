"""Write one sheet row by row, with its page set for printing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from desktop.files.workbook import text
from desktop.files.workbook.book import Book
from desktop.files.workbook.cells import ReadyCell, address
from desktop.files.workbook.rows import RowWriter
from desktop.files.workbook.styles import FONT, TABLE_SIZE, ColumnStyles, Look, one_look
from desktop.files.workbook.text import carried
from desktop.records.report import Value

PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 210, 297
"""Widths of an A4 page in millimetres."""
PAPER_A4 = 9
"""Number of the paper size in ECMA-376 part 1, pageSetup."""
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
"""Margins in millimetres; Decree 30/2020, Annex I."""
POINTS_PER_MM = 72 / 25.4
POINTS_PER_CHARACTER = TABLE_SIZE / 2
"""A column's unit is one digit of the default font: half its size in Times."""
LINE = 1.28
"""Height of a line as a multiple of the type size: Vietnamese marks stack."""
ONE_ROW = 15.0
"""Points of a row nobody gave a height."""
ROUNDED = 8.0
"""Points a page of rows may grow by, as Excel rounds heights to whole pixels."""
TALLEST = 400.0
"""Points; Excel allows a row 409."""
INDENT = 6.0
"""Points a text or a figure in a table stands off the line at its side."""
EDGES = 4.0
"""Points a cell keeps free at its two sides together."""
WRAP_SAFETY = 0.95
"""Share of the width counted on: Excel rounds a digit down to whole pixels."""


def printable_width(*, landscape: bool) -> float:
    """Return the width between the margins of an A4 page, in points."""
    page = LANDSCAPE_WIDTH if landscape else PORTRAIT_WIDTH
    return (page - LEFT - RIGHT) * POINTS_PER_MM


def printable_height(*, landscape: bool) -> float:
    """Return the height between the margins of an A4 page, in points."""
    page = PORTRAIT_WIDTH if landscape else LANDSCAPE_WIDTH
    return (page - TOP - BOTTOM) * POINTS_PER_MM


def column_for(text_width: float) -> float:
    """Return the width in points of a column sure to hold such a text on one line."""
    return (text_width + INDENT + EDGES) / WRAP_SAFETY + 0.1


def line_height(lines: int, size: float) -> float:
    """Return the height of a row, in points, that holds so many lines of type."""
    return min(round(lines * size * LINE + 3, 1), TALLEST)


def target(sheet: str, row: int, column: int = 1) -> str:
    """Return the address of a cell on any sheet, for a link."""
    return f"{quote_sheetname(sheet)}!{address(row, column)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A text over some columns of a row, both ends included, counted from 1."""

    value: Value
    look: Look
    first: int
    last: int


class Sheet:
    """One sheet being written; rows can only be added below."""

    def __init__(
        self,
        book: Book,
        name: str,
        widths: Sequence[float],
        *,
        landscape: bool = False,
        frozen: int = 0,
        hidden: Collection[int] = (),
    ) -> None:
        """Add a sheet with columns this wide, in points, and its top rows frozen.

        Columns whose numbers are among the hidden ones are there and not seen.
        """
        self.book, self.name, self.widths = book, name, tuple(widths)
        self.rows = 0
        """Rows written so far."""
        scale = min(1.0, printable_width(landscape=landscape) / (sum(widths) or 1.0))
        self._page = printable_height(landscape=landscape) / scale
        self._repeated, self._opened = 0.0, 0
        self._used = 0.0
        self.sheet: Any = book.workbook.create_sheet(name)
        self._cells = tuple(
            ReadyCell(self.sheet, column, book.words)
            for column in range(1, len(widths) + 1)
        )
        self._rooms = tuple(
            self._room(n, n) - INDENT for n in range(1, len(self.widths) + 1)
        )
        self._set_columns(hidden)
        self._set_page(landscape=landscape)
        if frozen:
            self.sheet.freeze_panes = f"A{frozen + 1}"
        self._open()

    def add(self, *spans: Span, height: float | None = None) -> int:
        """Add a row of texts, tall enough for all of them; return its number."""
        self.rows += 1
        height = self._height(spans) if height is None else height
        self.sheet.row_dimensions[self.rows].height = height
        self._advance(height)
        for span in spans:
            self._fill(span)
        used = [self._cells[n - 1] for s in spans for n in range(s.first, s.last + 1)]
        for cell in used:
            cell.row = self.rows
        self.sheet.append(used)
        for span in spans:
            self.merge(self.rows, span.first, self.rows, span.last)
        return self.rows

    def add_values(
        self,
        values: Sequence[Value],
        styles: Sequence[ColumnStyles],
        *,
        bold: bool = False,
        rooms: Sequence[float] = (),
    ) -> int:
        """Add a row of values, one to each column; return its number.

        `rooms` are the widths the texts have when cells will be joined.
        """
        self.rows = row = self.rows + 1
        cells = self._cells
        count = self._most_lines(values, bold, rooms)
        if count > 1:
            height = line_height(count, TABLE_SIZE)
            self.sheet.row_dimensions[row].height = height
        self._advance(height if count > 1 else ONE_ROW)
        for cell, value, style in zip(cells, values, styles, strict=True):
            cell.row = row
            cell.hold(value, style)
        self.sheet.append(cells)
        self.sheet.row_dimensions.pop(row, None)  # written, and not needed again
        return row

    def height_of_values(
        self,
        values: Sequence[Value],
        *,
        bold: bool = False,
        rooms: Sequence[float] = (),
    ) -> float:
        """Return the height in points `add_values` gives a row of these values."""
        lines = self._most_lines(values, bold, rooms)
        return line_height(lines, TABLE_SIZE) if lines > 1 else ONE_ROW

    def _most_lines(
        self,
        values: Sequence[Value],
        bold: bool,  # noqa: FBT001  private
        rooms: Sequence[float],
    ) -> int:
        rooms = rooms or self._rooms
        return max(map(self._lines, values, rooms, repeat(bold)), default=1)

    def break_page(self) -> None:
        """Begin a new printed page below the rows written so far."""
        self.sheet.row_breaks.append(Break(id=self.rows))
        self._used, self._opened = self._repeated, self.rows

    def repeat(self, points: float) -> None:
        """Know that the rows above, so tall together, open every printed page."""
        self._repeated, self._opened = points, self.rows

    def keep(self, points: float) -> None:
        """Begin a new printed page unless so much of this one is left."""
        left = self._page - self._used - ROUNDED
        if self.rows > self._opened and points > left:
            self.break_page()

    def _advance(self, height: float) -> None:
        """Know how far down the printed page a row goes."""
        below = self._used + height
        self._used = self._repeated + height if below > self._page else below

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Join a block of cells into one; a single cell stays as it is."""
        if (top, left) != (bottom, right):
            area = f"{address(top, left)}:{address(bottom, right)}"
            self.sheet.merged_cells.add(area)

    def link(self, row: int, column: int, target: str, tip: str = "") -> None:
        """Let a click on a cell lead to another cell of the workbook.

        Such a link is an attribute of the sheet, no relationship: signatures, which
        cover relationships one by one, know nothing of it.
        """
        self.sheet._hyperlinks.append(  # noqa: SLF001  write-only sheets have no way
            Hyperlink(
                ref=address(row, column),
                location=carried(target),
                tooltip=carried(tip) or None,
            )
        )

    def area(self, top: int, bottom: int) -> str:
        """Return the address of whole rows of the table, such as `$A$4:$G$20`."""
        return f"$A${top}:${get_column_letter(len(self.widths))}${bottom}"

    def _fill(self, span: Span) -> None:
        style = one_look(self.book.styles, span.look)
        self._cells[span.first - 1].hold(span.value, style)
        for place in range(span.first, span.last):
            self._cells[place].hold(None, style)

    def _height(self, spans: Sequence[Span]) -> float:
        return max((self.height_of(span) for span in spans), default=ONE_ROW)

    def height_of(self, span: Span) -> float:
        """Return the height in points a text needs in its columns."""
        look = span.look
        if not look.wrap:
            return line_height(1, look.size)
        lines = text.lines(
            str(span.value or ""), look.size, self.room(span), bold=look.bold
        )
        return line_height(len(lines), look.size)

    def _lines(self, value: Value, room: float, bold: bool) -> int:  # noqa: FBT001
        """Return how many lines a value takes; figures take one."""
        if not isinstance(value, str):
            return 1
        return len(text.lines(value, TABLE_SIZE, room, bold=bold))

    def room(self, span: Span) -> float:
        """Return the width in points that is sure to be there for a text."""
        return self._room(span.first, span.last)

    def rooms(self, spans: Sequence[tuple[int, int]]) -> list[float]:
        """Return the widths of all columns when the spans (both ends) are joined."""
        joined = {first: self._room(first, last) - INDENT for first, last in spans}
        return [joined.get(n, room) for n, room in enumerate(self._rooms, 1)]

    def _room(self, first: int, last: int) -> float:
        return sum(self.widths[first - 1 : last]) * WRAP_SAFETY - EDGES

    def _set_columns(self, hidden: Collection[int]) -> None:
        for place, width in enumerate(self.widths, 1):
            dimension = self.sheet.column_dimensions[get_column_letter(place)]
            dimension.width = round(width / POINTS_PER_CHARACTER, 2)
            dimension.hidden = place in hidden

    def _set_page(self, *, landscape: bool) -> None:
        sheet = self.sheet
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.paperSize = PAPER_A4
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        margins = sheet.page_margins
        margins.left, margins.right = LEFT / 25.4, RIGHT / 25.4
        margins.top, margins.bottom = TOP / 25.4, BOTTOM / 25.4
        margins.header = margins.footer = 10 / 25.4
        sheet.print_options.horizontalCentered = True
        for part, words in (
            (sheet.oddFooter.center, _foot(self.book)),
            (sheet.oddHeader.center, self.book.mark),
        ):
            if words:
                part.text, part.font, part.size = words, f"{FONT},Regular", TABLE_SIZE

    def _open(self) -> None:
        """Start the sheet's own file, in a folder that is gone when we are done."""
        out = self.book.folder / f"{len(self.book.workbook.worksheets)}.xml"
        self.sheet._writer = RowWriter(self.sheet, out)  # noqa: SLF001
        self.sheet._writer.write_top()  # noqa: SLF001
        # Rows are made here of ready cells; the library's own way asks every value
        # what it is and makes a new object for each styled cell.
        self.sheet._values_to_row = lambda cells, _row: cells  # noqa: SLF001


def _foot(book: Book) -> str:
    """Return page numbers and code in one line: left and middle would touch."""
    code = book.words.code.format(code=book.code) if book.code else ""
    return " · ".join(part for part in (book.words.footer, code) if part)
