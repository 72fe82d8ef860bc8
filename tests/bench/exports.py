"""How long the report of ten thousand activities takes, against bare library calls.

First the workbook alone, with every trace the report has; then everything.

Ours is the whole verb: read, count, lay out, issue, write the workbook, draw the
PDF, prepare its fields, and note both. Bare is what nobody could spare: openpyxl's
write-only mode given the very cells of that workbook, values with the very styles,
on sheets of the same names, saved; and a reportlab canvas given the very texts of
that PDF with the same font at the same places, page by page. Both are read out of
the finished files beforehand. Cells without their styles are a row of their own.
Links, which lead from a figure to its trace, are ours alone: bare calls write none.
"""

import copy
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.styleable import StyleableObject
from reportlab.pdfgen.canvas import Canvas

from desktop.cli.report import issue
from desktop.files import fonts
from desktop.files.workbook import workbook
from desktop.operations.issuing.export_report import Exported
from desktop.operations.reports.draft_report import Request
from desktop.operations.reports.read_report import read_report
from desktop.progress import silent
from desktop.records.report import Report
from desktop.rules import calendar
from desktop.store.store import Store
from desktop.wording.periods import period_phrase
from tests.bench.offices import YEAR, an_office
from tests.bench.pairs import Row, compare
from tests.files.pdf_reader import MM, Line, page_sizes, read_lines

ACTIVITIES = 10_000
TURNS = 3
REPORT = "report of 10,000 activities / bare calls for the same cells and pages"
PLAIN = "the same / bare calls for values without any style, and the same pages"
WORKBOOK = "its workbook alone / openpyxl write-only for the same cells and styles"
LIMITS = {WORKBOOK: 1.3, REPORT: 1.5}

Style = tuple[int, ...]
Sheets = dict[str, list[list[tuple[Any, Style]]]]
"""Rows of values and styles by the name of the sheet."""

PARTS = ("font", "border", "fill", "alignment", "number_format")


@dataclass(frozen=True, slots=True)
class Content:
    """What the bare calls write: cells by sheet, and lines by page."""

    sheets: Sheets
    styles: dict[Style, StyleableObject]
    """A cell that bears each style."""
    sizes: list[tuple[int, int]]
    """Millimetres of each page."""
    lines: list[Line]


def read(made: Exported) -> Content:
    """Read the finished files back, outside of any timing."""
    book = openpyxl.load_workbook(made.workbook)
    styles: dict[Style, StyleableObject] = {}
    sheets: Sheets = {}
    for sheet in book:
        rows = sheets[sheet.title] = []
        for row in sheet.iter_rows():
            # Those under a merged cell bear nothing of their own.
            found = [(cell, tuple(getattr(cell, "_style", None) or ())) for cell in row]
            styles.update({style: cell for cell, style in found if style})
            rows.append([(cell.value, style) for cell, style in found])
    pdf = made.pdf.read_bytes()
    return Content(sheets, styles, page_sizes(pdf), read_lines(pdf))


def write_styled(content: Content, path: Path) -> None:
    """Write the cells with their styles; each style is made once, as is best."""
    book = openpyxl.Workbook(write_only=True)
    made: dict[Style, StyleArray] = {}
    for name, rows in content.sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            cells: list[object] = []
            for value, style in row:
                if not style:
                    cells.append(value)
                    continue
                cell: Any = WriteOnlyCell(sheet, value)
                if style not in made:
                    for part in PARTS:
                        old = getattr(content.styles[style], part)
                        setattr(cell, part, copy.copy(old))
                    made[style] = cell._style
                cell._style = made[style]
                cells.append(cell)
            sheet.append(cells)
    book.save(path)


def write_plain(content: Content, path: Path) -> None:
    """Write nothing but the values."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in content.sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([value for value, _ in row])
    book.save(path)


def draw(content: Content, path: Path) -> None:
    """Draw the lines at their places, page by page."""
    canvas = Canvas(str(path))
    lines = iter(content.lines)
    line = next(lines, None)
    for number, (width, height) in enumerate(content.sizes):
        canvas.setPageSize((width * MM, height * MM))
        while line is not None and line.page == number:
            canvas.setFont(fonts.REGULAR, line.size)
            canvas.drawString(line.x0, line.y, line.text)
            line = next(lines, None)
        canvas.showPage()
    canvas.save()


def report(office: Path, folder: Path) -> Exported:
    """Do what the verb `report` does."""
    period = calendar.parse_period(str(YEAR))
    request = Request(period=period, period_words=period_phrase(period))
    with Store(office) as store:
        return issue(store, request, folder, silent)


def frozen(office: Path, made: Exported) -> Report:
    """Return the report as it was issued."""
    with Store(office, writable=False) as store:
        return read_report(store, made.report)


def run() -> list[Row]:
    """Return the ratios to bare calls with and without styles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = an_office(folder, ACTIVITIES)
        made = report(office, folder)
        content, issued = read(made), frozen(office, made)

        def bare(write: Callable[[Content, Path], None]) -> Callable[[], None]:
            def work() -> None:
                write(content, folder / "bare.xlsx")
                draw(content, folder / "bare.pdf")

            return work

        found = [
            (
                WORKBOOK,
                compare(
                    lambda: workbook.write(issued, folder / "ours.xlsx"),
                    lambda: write_styled(content, folder / "bare.xlsx"),
                    TURNS,
                ),
            )
        ]
        found += [
            (label, compare(lambda: report(office, folder), bare(write), TURNS))
            for label, write in ((REPORT, write_styled), (PLAIN, write_plain))
        ]
    cells = sum(len(row) for rows in content.sheets.values() for row in rows)
    addends = sum(len(trace.addends) for trace in issued.traces)
    size = f"{cells} cells, {addends} addends, {len(content.sizes)} pages"
    return [(label, pair.ratio, f"{pair.remark}; {size}") for label, pair in found]
