"""Draw the cells of tables: frames, lines of text, and what follows a figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.strips import Draw
from desktop.files.pdf.tails import (
    CODE_GREY,
    MARK_LEFT,
    NONE,
    Tail,
    code_size,
    mark_size,
)
from desktop.files.pdf.text import MARK_RISE
from desktop.files.pdf.widths import PAD
from desktop.records.report import Column

ABOVE: Final = 2.5
"""Room between a cell's edge and its text, above and below, in points."""
_LEADING: Final = 1.22
_EDGE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures one table is drawn with; lengths in points."""

    columns: Sequence[Column]
    widths: Sequence[float]
    edges: Sequence[float]
    tails: Sequence[float]
    """Room kept in each column for what follows its figures."""
    size: float

    @property
    def leading(self) -> float:
        """Height of one line."""
        return self.size * _LEADING

    def wrap(
        self, text: str, font: str, span: tuple[int, int], tail: float = 0.0
    ) -> list[str]:
        """Break a text over columns, from a first to before another."""
        room = self.edges[span[1]] - self.edges[span[0]] - 2 * PAD - tail
        return fonts.wrap(text, font, self.size, room)

    def height(self, lines: int) -> float:
        """Return the height of a cell of some lines."""
        return lines * self.leading + 2 * ABOVE


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its lines; it spans from its first column to before `after`."""

    first: int
    after: int
    lines: Sequence[str]
    share: float
    tail: Tail = NONE
    kept: float = 0.0
    """Room kept right of the lines for what follows them."""
    top: float = 0.0
    height: float = 0.0


_Place = tuple[float, float, str]
"""Left edge and baseline of a text, in points from a corner, and the text."""


def drawing(cells: Sequence[Cell], grid: Grid, font: str, height: float = 0.0) -> Draw:
    """Return what draws cells: their frames, and their lines between the frames."""
    frames = [_frame(cell, grid, height) for cell in cells]
    texts: list[_Place] = []
    marks: list[_Place] = []
    codes: list[_Place] = []
    for cell in cells:
        placed = _placed(cell, grid, font, cell.height or height)
        texts += placed
        if cell.tail is not NONE:
            _follow(cell, grid, _end(cell, grid, font, placed), (marks, codes))

    def draw(canvas: Canvas, left: float, top: float) -> None:
        path = canvas.beginPath()
        for x, y, width, tall in frames:
            path.rect(left + x, top - y - tall, width, tall)
        canvas.setLineWidth(_EDGE)
        canvas.drawPath(path)
        _write(canvas, (left, top), texts, font, grid.size)
        if marks:
            _write(canvas, (left, top), marks, fonts.REGULAR, mark_size(grid.size))
        if codes:
            size = code_size(grid.size)
            _write(canvas, (left, top), codes, fonts.REGULAR, size, CODE_GREY)

    return draw


def _write(
    canvas: Canvas,
    corner: tuple[float, float],
    texts: Sequence[_Place],
    font: str,
    size: float,
    grey: float = 0.0,
) -> None:
    left, top = corner
    pen = canvas.beginText()
    pen.setFont(font, size)
    if grey:
        pen.setFillGray(grey)
    for x, y, text in texts:
        pen.setTextOrigin(left + x, top - y)
        pen.textOut(text)
    if grey:
        pen.setFillGray(0)
    canvas.drawText(pen)


def _end(
    cell: Cell, grid: Grid, font: str, placed: Sequence[_Place]
) -> tuple[float, float]:
    """Return where the last line of a cell ends, on its baseline."""
    if placed:
        x, y, text = placed[-1]
        return x + fonts.width(text, font, grid.size), y
    left, _, width, _ = _frame(cell, grid, 0.0)
    blank = replace(cell, lines=("",), tail=NONE)
    ((_, y, _),) = _placed(blank, grid, font, grid.height(1))
    return left + PAD + cell.share * (width - 2 * PAD - cell.kept), y


def _follow(
    cell: Cell,
    grid: Grid,
    end: tuple[float, float],
    into: tuple[list[_Place], list[_Place]],
) -> None:
    """Place what follows a cell's last line: numbers raised, the code behind."""
    x, y = end
    marks, codes = into
    if cell.tail.mark:
        raised = y - grid.size * MARK_RISE
        marks.append((x + MARK_LEFT, raised, cell.tail.mark))
    if cell.tail.code:
        codes.append((x + cell.tail.code_left(grid.size), y, cell.tail.printed_code))


def _frame(cell: Cell, grid: Grid, height: float) -> tuple[float, float, float, float]:
    left = grid.edges[cell.first]
    return left, cell.top, grid.edges[cell.after] - left, cell.height or height


def _placed(cell: Cell, grid: Grid, font: str, height: float) -> list[_Place]:
    left = grid.edges[cell.first] + PAD
    room = grid.edges[cell.after] - PAD - left - cell.kept
    first = cell.top + (height - len(cell.lines) * grid.leading) / 2
    drop = (grid.leading - grid.size * fonts.SINGLE) / 2 + grid.size * fonts.ASCENT
    return [
        (
            left + cell.share * (room - fonts.width(line, font, grid.size)),
            first + place * grid.leading + drop,
            line,
        )
        for place, line in enumerate(cell.lines)
    ]
