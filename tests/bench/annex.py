"""How long an annex of a thousand rows takes, against layouts made of reportlab.

Ours is the whole way from the table to the archival file. Theirs are given the
texts as they are printed, the widths of the columns and the type that ours came to,
and have to break the texts into lines, set the rows on pages with repeated headings
and write a plain PDF. Every layout that was thought of is measured; the limit holds
against the fastest. Plain `Table` over long data takes seconds and is not tried:
it measures all rows again for each page it splits off.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import TableStyle

from desktop.files import fonts
from desktop.files.pdf.document import draw
from desktop.files.pdf.values import printed
from desktop.files.pdf.widths import PAD, column_widths, widest_words
from desktop.records.report import Report
from tests.bench.pairs import Row, compare, median
from tests.files.pdf_reader import read_lines
from tests.files.report_builder import a_data_table, a_report, an_annex

ROWS: Final = 1_000
TURNS: Final = 9
ANNEX: Final = f"annex of {ROWS:,} rows / the fastest layout of reportlab"
LIMITS = {ANNEX: 1.3}

SIZE: Final = 11.0
"""What ours comes to for this table; held to it below."""
LEADING: Final = SIZE * 1.22
LEFT, RIGHT, EDGE = 30 * mm, 15 * mm, 20 * mm
CHUNK: Final = 14
"""Rows of a table of its own; what a page holds."""

Texts = list[list[str]]
Layout = Callable[["Content"], object]


class Content:
    """The table as every layout is given it."""

    def __init__(self) -> None:
        table = a_data_table(ROWS)
        self.heading = [column.heading[0] for column in table.columns]
        self.rows: Texts = [
            [
                printed(value, column.type)
                for value, column in zip(row.values, table.columns, strict=True)
            ]
            for row in table.rows
        ]
        room = A4[0] - LEFT - RIGHT
        words = widest_words(table.columns, self.rows)
        widths = column_widths(table.columns, words, room, SIZE)
        assert widths is not None
        self.widths = widths
        found = read_lines(
            draw(
                a_report(
                    blocks=(),
                    annexes=(an_annex(blocks=(a_data_table(40),), landscape=False),),
                )
            ).pdf
        )
        assert SIZE in {line.size for line in found if "Hội nghị" in line.text}
        self.report: Report = a_report(
            blocks=(), annexes=(an_annex(blocks=(table,), landscape=False),)
        )


STYLE: Final = TableStyle(
    [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, SIZE, LEADING),
        ("FONT", (0, 0), (-1, 0), fonts.BOLD, SIZE, LEADING),
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("ALIGN", (4, 1), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
)


def build(story: Sequence[Flowable]) -> None:
    """Let the library spread flowables over pages."""
    document = SimpleDocTemplate(
        io.BytesIO(),
        pagesize=A4,
        leftMargin=LEFT - 6,
        rightMargin=RIGHT - 6,
        topMargin=EDGE - 6,
        bottomMargin=EDGE - 6,
    )
    document.build(list(story))


def wrapped(content: Content, row: Sequence[str], font: str) -> list[list[str]]:
    """Break the cells of a row with the library's own splitter."""
    return [
        simpleSplit(text, font, SIZE, width - 2 * PAD)
        for text, width in zip(row, content.widths, strict=True)
    ]


def strings(content: Content) -> Texts:
    """Return heading and rows as the tables take them, lines joined."""
    rows = [wrapped(content, content.heading, fonts.BOLD)]
    rows += [wrapped(content, row, fonts.REGULAR) for row in content.rows]
    return [["\n".join(lines) for lines in row] for row in rows]


def heights(rows: Texts) -> list[float]:
    """Return the height of each row, told beforehand."""
    return [max(text.count("\n") + 1 for text in row) * LEADING + 5 for row in rows]


def long_paragraphs(content: Content) -> None:
    """Draw a LongTable whose cells are Paragraphs, as examples do."""
    style = ParagraphStyle("", fontName=fonts.REGULAR, fontSize=SIZE, leading=LEADING)
    rows: list[list[Any]] = [content.heading, *content.rows]
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    build([LongTable(cells, content.widths, repeatRows=1, style=STYLE)])


def long_strings(content: Content) -> None:
    """Draw a LongTable of strings broken beforehand."""
    rows = strings(content)
    build([LongTable(rows, content.widths, repeatRows=1, style=STYLE)])


def long_heights(content: Content) -> None:
    """Draw the same, with the heights of all rows told."""
    rows = strings(content)
    told = heights(rows)
    build([LongTable(rows, content.widths, told, repeatRows=1, style=STYLE)])


def chunks(content: Content) -> None:
    """Draw a Table for each page's worth of rows, with its own heading."""
    heading, *rows = strings(content)
    story = []
    for start in range(0, len(rows), CHUNK):
        part = [heading, *rows[start : start + CHUNK]]
        story.append(Table(part, content.widths, heights(part), style=STYLE))
    build(story)


def paged(told: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield first row and row after of each page, below a repeated heading."""
    room = A4[1] - 2 * EDGE - told[0]
    first, used = 1, 0.0
    for place in range(1, len(told)):
        if used + told[place] > room:
            yield first, place
            first, used = place, 0.0
        used += told[place]
    yield first, len(told)


def raw_strings(content: Content) -> None:
    """Draw each line of text by itself, and each cell as a rectangle."""
    _raw(content, _each_string)


def raw_pens(content: Content) -> None:
    """Draw a row with one text object, and its cells as one path."""
    _raw(content, _one_pen)


def raw_grids(content: Content) -> None:
    """Draw the same without cells: long lines through the page."""
    _raw(content, _long_lines)


RowDrawer = Callable[[Canvas, Content, list[list[str]], float, float, str], None]


def _raw(content: Content, draw_row: RowDrawer) -> None:
    rows = [wrapped(content, content.heading, fonts.BOLD)]
    rows += [wrapped(content, row, fonts.REGULAR) for row in content.rows]
    told = [max(map(len, row)) * LEADING + 5 for row in rows]
    canvas = Canvas(io.BytesIO(), pagesize=A4, pageCompression=1)
    for first, after in paged(told):
        top = A4[1] - EDGE
        for place in (0, *range(first, after)):
            font = fonts.REGULAR if place else fonts.BOLD
            draw_row(canvas, content, rows[place], top, told[place], font)
            top -= told[place]
        canvas.showPage()
    canvas.save()


def _each_string(
    canvas: Canvas,
    content: Content,
    row: list[list[str]],
    top: float,
    tall: float,
    font: str,
) -> None:
    canvas.setFont(font, SIZE)
    left = LEFT
    for lines, width in zip(row, content.widths, strict=True):
        canvas.rect(left, top - tall, width, tall)
        for place, text in enumerate(lines):
            canvas.drawString(left + PAD, top - LEADING - place * LEADING, text)
        left += width


def _one_pen(
    canvas: Canvas,
    content: Content,
    row: list[list[str]],
    top: float,
    tall: float,
    font: str,
) -> None:
    path, left = canvas.beginPath(), LEFT
    for width in content.widths:
        path.rect(left, top - tall, width, tall)
        left += width
    canvas.drawPath(path)
    _set_row(canvas, content, row, top, font)


def _set_row(
    canvas: Canvas, content: Content, row: list[list[str]], top: float, font: str
) -> None:
    pen, left = canvas.beginText(), LEFT
    pen.setFont(font, SIZE, LEADING)
    for lines, width in zip(row, content.widths, strict=True):
        pen.setTextOrigin(left + PAD, top - LEADING)
        for text in lines:
            pen.textLine(text)
        left += width
    canvas.drawText(pen)


def _long_lines(
    canvas: Canvas,
    content: Content,
    row: list[list[str]],
    top: float,
    tall: float,
    font: str,
) -> None:
    """Draw only the line below a row; those between columns are as long as a page."""
    if font == fonts.BOLD:
        left = LEFT
        for width in (0.0, *content.widths):
            left += width
            canvas.line(left, EDGE, left, top)
    right = LEFT + sum(content.widths)
    canvas.line(LEFT, top - tall, right, top - tall)
    _set_row(canvas, content, row, top, font)


LAYOUTS: Final[dict[str, Layout]] = {
    "LongTable of Paragraphs": long_paragraphs,
    "LongTable of strings": long_strings,
    "LongTable of strings, heights told": long_heights,
    "a Table for each page": chunks,
    "canvas, a call for each line": raw_strings,
    "canvas, a text object for each row": raw_pens,
    "canvas, the same with lines through the page": raw_grids,
}


def ours(content: Content) -> object:
    """Draw the whole report that has the table as its annex."""
    return draw(content.report)


def run() -> list[Row]:
    """Return our ratio to the fastest layout, then that of each other to it."""
    fonts.register()
    content = Content()
    taken = {
        name: median(lambda layout=layout: layout(content), 3)  # type: ignore[misc]
        for name, layout in LAYOUTS.items()
    }
    fastest = min(taken, key=lambda name: taken[name])
    pair = compare(lambda: ours(content), lambda: LAYOUTS[fastest](content), TURNS)
    found: list[Row] = [(ANNEX, pair.ratio, f"{pair.remark}; {fastest}")]
    for name, seconds in sorted(taken.items(), key=lambda item: item[1]):
        remark = f"{seconds:.3f} s"
        found.append((f"  {name} / the fastest", seconds / taken[fastest], remark))
    return found
