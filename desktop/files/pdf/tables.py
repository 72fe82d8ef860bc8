"""Turn a table into strips: a heading that is repeated, then one strip a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.heading import merged
from desktop.files.pdf.strips import Draw, Strip
from desktop.files.pdf.text import CAPTION, NOTE, UNIT, title
from desktop.files.pdf.values import printed
from desktop.files.pdf.widths import PAD, column_widths, squeezed_widths
from desktop.records.report import Column, ColumnType, Row, RowKind, Table

_SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes tried in turn, until no word is wider than its column."""
_SMALLEST: Final = 7.0
_LEADING: Final = 1.22
_ABOVE: Final = 2.5
"""Room between a cell's edge and its text, above and below, in points."""
_LOW: Final = 0.5
"""Share of a page the last two rows may take and still be kept together."""
_EDGE: Final = 0.5
_MIDDLE: Final = 0.5
_SHARES: Final = {
    ColumnType.TEXT: 0.0,
    ColumnType.ORDINAL: _MIDDLE,
    ColumnType.DATE: _MIDDLE,
}
"""Where lines stand: 0 left, 1 right; columns not named here are numbers."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The measures one table is drawn with; lengths in points."""

    columns: Sequence[Column]
    widths: Sequence[float]
    edges: Sequence[float]
    size: float

    @property
    def leading(self) -> float:
        return self.size * _LEADING

    def wrap(self, text: str, font: str, first: int, after: int) -> list[str]:
        room = self.edges[after] - self.edges[first] - 2 * PAD
        return fonts.wrap(text, font, self.size, room)

    def height(self, lines: int) -> float:
        return lines * self.leading + 2 * _ABOVE


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell and its lines; it spans from its first column to before `after`."""

    first: int
    after: int
    lines: Sequence[str]
    share: float
    top: float = 0.0
    height: float = 0.0


def table(content: Table, room: float, tallest: float) -> list[Strip]:
    """Return a table's title, unit, heading, rows and notes as strips.

    A row taller than `tallest` less what stands above it is cut between lines.
    """
    columns = content.columns
    texts = [_texts(row, columns) for row in content.rows]
    grid = _grid(columns, texts, room)
    heading = _heading(grid)
    titles = _titles(content, room)
    above = sum(strip.before + strip.height for strip in (*titles, heading))
    rows = list(_rows(content.rows, texts, grid, tallest - above))
    rows = [replace(strip, repeated=(heading,)) for strip in rows]
    rows = _in_company(rows, (tallest - above) * _LOW)
    notes = [line for note in content.notes for line in title(note, NOTE, room)]
    if rows and notes:
        rows[-1] = replace(rows[-1], bound=True)
    if notes:
        notes[-1] = replace(notes[-1], bound=False)
    return [*titles, heading, *rows, *notes]


def _in_company(rows: list[Strip], low: float) -> list[Strip]:
    """Bind the last two rows, unless they are so tall that neither looks lost."""
    if sum(strip.height for strip in rows[-2:]) <= low:
        rows[-2:-1] = [replace(strip, bound=True) for strip in rows[-2:-1]]
    return rows


def _titles(content: Table, room: float) -> list[Strip]:
    strips = title(content.title, CAPTION, room) if content.title else []
    strips += title(content.unit, UNIT, room) if content.unit else []
    space = Strip(height=3.0, draw=lambda _canvas, _left, _top: None, bound=True)
    return [*strips, space]


def _texts(row: Row, columns: Sequence[Column]) -> list[str]:
    pairs = zip(row.values, columns, strict=True)
    return [printed(value, column.type) for value, column in pairs]


def _grid(
    columns: Sequence[Column], texts: Sequence[Sequence[str]], room: float
) -> _Grid:
    size = _SMALLEST
    widths = None
    for size in _SIZES:
        widths = column_widths(columns, texts, room, size)
        if widths is not None:
            break
    if widths is None:
        size = _SMALLEST
        widths = squeezed_widths(columns, texts, room, size)
    edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
    return _Grid(columns, widths, edges, size)


def _heading(grid: _Grid) -> Strip:
    """Return all levels of the heading and the row of numbers as one strip."""
    spans = merged(grid.columns)
    wrapped = [
        grid.wrap(fonts.clean(span.text), fonts.BOLD, span.first, span.after)
        for span in spans
    ]
    heights = [grid.height(1)] * max((span.below for span in spans), default=0)
    for span, lines in sorted(
        zip(spans, wrapped, strict=True), key=lambda pair: pair[0].below - pair[0].top
    ):
        lacking = grid.height(len(lines)) - sum(heights[span.top : span.below])
        heights[span.below - 1] += max(0.0, lacking)
    cells = [
        _Cell(
            span.first,
            span.after,
            lines,
            _MIDDLE,
            sum(heights[: span.top]),
            sum(heights[span.top : span.below]),
        )
        for span, lines in zip(spans, wrapped, strict=True)
    ]
    numbers, below = _numbers(grid, sum(heights))
    draws = [_drawing(cells, grid, fonts.BOLD), *numbers]

    def draw(canvas: Canvas, left: float, top: float) -> None:
        for each in draws:
            each(canvas, left, top)

    return Strip(height=below, draw=draw, bound=True)


def _numbers(grid: _Grid, top: float) -> tuple[list[Draw], float]:
    if not any(column.number for column in grid.columns):
        return [], top
    height = grid.height(1)
    cells = [
        _Cell(place, place + 1, [fonts.one_line(column.number)], _MIDDLE, top, height)
        for place, column in enumerate(grid.columns)
    ]
    return [_drawing(cells, grid, fonts.ITALIC)], top + height


def _rows(
    rows: Sequence[Row], texts: Sequence[Sequence[str]], grid: _Grid, tallest: float
) -> Iterator[Strip]:
    """Yield a strip a row; a group clings to the row below, a row to its total."""
    most = max(1, int((tallest - 2 * _ABOVE) // grid.leading))
    following = (row.kind for row in rows[1:])
    for row, text in zip(rows, texts, strict=True):
        before_total = next(following, None) is RowKind.TOTAL
        bound = row.kind is RowKind.GROUP or before_total
        font = fonts.REGULAR if row.kind is RowKind.DATA else fonts.BOLD
        cells = _cells(row.kind, text, grid, font)
        pieces = list(_pieces(cells, most))
        for piece in pieces:
            yield _strip(piece, grid, font, bound=bound and piece is pieces[-1])


def _cells(kind: RowKind, text: Sequence[str], grid: _Grid, font: str) -> list[_Cell]:
    if kind is RowKind.GROUP:
        spans = _group_spans(text)
    else:
        spans = [(place, place + 1, value) for place, value in enumerate(text)]
    return [
        _Cell(
            first,
            after,
            grid.wrap(value, font, first, after) if value else (),
            0.0 if after - first > 1 else _SHARES.get(grid.columns[first].type, 1.0),
        )
        for first, after, value in spans
    ]


def _group_spans(text: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return first column, column after, and text: each text spans the blanks after."""
    starts = [place for place, value in enumerate(text) if value] or [0]
    edges = [0, *starts[1:], len(text)]
    return [
        (first, after, text[start])
        for first, after, start in zip(edges[:-1], edges[1:], starts, strict=True)
    ]


def _pieces(cells: list[_Cell], most: int) -> Iterator[list[_Cell]]:
    """Yield the row, in parts of `most` lines when it is taller than a page."""
    tallest = max((len(cell.lines) for cell in cells), default=1)
    if tallest <= most:
        yield cells
        return
    for start in range(0, tallest, most):
        yield [replace(cell, lines=cell.lines[start : start + most]) for cell in cells]


def _strip(cells: list[_Cell], grid: _Grid, font: str, *, bound: bool) -> Strip:
    lines = max(1, max((len(cell.lines) for cell in cells), default=1))
    height = grid.height(lines)
    return Strip(
        height=height,
        draw=_drawing(cells, grid, font, height),
        bound=bound,
        body_lines=lines,
    )


def _drawing(
    cells: Sequence[_Cell], grid: _Grid, font: str, height: float = 0.0
) -> Draw:
    """Return what draws cells: their frames, and their lines between the frames."""
    frames: list[tuple[float, float, float, float]] = []
    lines: list[tuple[float, float, str]] = []
    for cell in cells:
        frames.append(_frame(cell, grid, height))
        lines += _placed(cell, grid, font, cell.height or height)

    def draw(canvas: Canvas, left: float, top: float) -> None:
        path = canvas.beginPath()
        for x, y, width, tall in frames:
            path.rect(left + x, top - y - tall, width, tall)
        canvas.setLineWidth(_EDGE)
        canvas.drawPath(path)
        pen = canvas.beginText()
        pen.setFont(font, grid.size)
        for x, y, text in lines:
            pen.setTextOrigin(left + x, top - y)
            pen.textOut(text)
        canvas.drawText(pen)

    return draw


def _frame(
    cell: _Cell, grid: _Grid, height: float
) -> tuple[float, float, float, float]:
    left = grid.edges[cell.first]
    return left, cell.top, grid.edges[cell.after] - left, cell.height or height


def _placed(
    cell: _Cell, grid: _Grid, font: str, height: float
) -> Iterator[tuple[float, float, str]]:
    left = grid.edges[cell.first] + PAD
    room = grid.edges[cell.after] - PAD - left
    first = cell.top + (height - len(cell.lines) * grid.leading) / 2
    drop = (grid.leading - grid.size * fonts.SINGLE) / 2 + grid.size * fonts.ASCENT
    for place, line in enumerate(cell.lines):
        free = room - fonts.width(line, font, grid.size)
        yield left + cell.share * free, first + place * grid.leading + drop, line
