"""Draw the cells of tables: frames, lines of text, and what follows a figure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

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
    paths: dict[tuple[object, ...], PDFPathObject] = field(
        default_factory=dict, compare=False
    )

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

    def followed(
        self, text: str, font: str, span: tuple[int, int], tail: float
    ) -> list[str]:
        """Break a text so that only its last line leaves room for what follows."""
        lines = self.wrap(text, font, span)
        room = self.edges[span[1]] - self.edges[span[0]] - 2 * PAD - tail
        if not tail or fonts.width(lines[-1], font, self.size) <= room:
            return lines
        start, blank, word = lines[-1].rpartition(" ")
        if not blank or fonts.width(word, font, self.size) > room:
            return self.wrap(text, font, span, tail)
        return [*lines[:-1], start, word]

    def height(self, lines: int) -> float:
        """Return the height of a cell of some lines."""
        return lines * self.leading + 2 * ABOVE

    def frames(self, cells: Sequence["Cell"], height: float) -> PDFPathObject:
        """Return the frames of cells; rows alike share one, written once."""
        rectangles = tuple(self._frame(cell, height) for cell in cells)
        path = self.paths.get(rectangles)
        if path is None:
            path = self.paths[rectangles] = PDFPathObject()
            for rectangle in rectangles:
                path.rect(*rectangle)
        return path

    def _frame(self, cell: "Cell", height: float) -> tuple[float, float, float, float]:
        left, tall = self.edges[cell.first], cell.height or height
        return left, -cell.top - tall, self.edges[cell.after] - left, tall


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


_Place = tuple[float, float, Sequence[str]]
"""Left edge and baseline of a text in points from a corner, and its lines: the next
start below the first."""


def drawing(cells: Sequence[Cell], grid: Grid, font: str, height: float = 0.0) -> Draw:
    """Return what draws cells: their frames, and their lines between the frames."""
    path = grid.frames(cells, height)
    texts: list[_Place] = []
    marks: list[_Place] = []
    codes: list[_Place] = []
    for cell in cells:
        placed = _placed(cell, grid, font, cell.height or height)
        texts += placed
        if cell.tail is not NONE:
            _follow(cell, grid, _end(cell, grid, font, placed), (marks, codes))

    def draw(canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        canvas.translate(left, top)
        canvas.setLineWidth(_EDGE)
        canvas.drawPath(path)
        _write(canvas, texts, font, (grid.size, grid.leading))
        if marks:
            size = mark_size(grid.size)
            _write(canvas, marks, fonts.REGULAR, (size, size))
        if codes:
            size = code_size(grid.size)
            _write(canvas, codes, fonts.REGULAR, (size, size), CODE_GREY)
        canvas.restoreState()

    return draw


def _write(
    canvas: Canvas,
    texts: Sequence[_Place],
    font: str,
    size: tuple[float, float],
    grey: float = 0.0,
) -> None:
    """Write texts of a size and leading."""
    pen = canvas.beginText()
    pen.setFont(font, *size)
    if grey:
        pen.setFillGray(grey)
    for x, y, lines in texts:
        pen.setTextOrigin(x, -y)
        # unlike others, this way of writing measures nothing again
        for line in lines:
            pen.textLine(line)
    canvas.drawText(pen)


def _end(
    cell: Cell, grid: Grid, font: str, placed: Sequence[_Place]
) -> tuple[float, float]:
    """Return where the last line of a cell ends, on its baseline."""
    if placed:
        x, y, lines = placed[-1]
        wide = fonts.width(lines[-1], font, grid.size)
        return x + wide, y + (len(lines) - 1) * grid.leading
    left, room = grid.edges[cell.first], grid.edges[cell.after]
    blank = replace(cell, lines=("",), tail=NONE)
    ((_, y, _),) = _placed(blank, grid, font, grid.height(1))
    return left + PAD + cell.share * (room - left - 2 * PAD - cell.kept), y


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
        marks.append((x + MARK_LEFT, raised, (cell.tail.mark,)))
    if cell.tail.code:
        code = (cell.tail.printed_code,)
        codes.append((x + cell.tail.code_left(grid.size), y, code))


def _placed(cell: Cell, grid: Grid, font: str, height: float) -> list[_Place]:
    left = grid.edges[cell.first] + PAD
    first = cell.top + (height - len(cell.lines) * grid.leading) / 2
    first += (grid.leading - grid.size * fonts.SINGLE) / 2 + grid.size * fonts.ASCENT
    if not cell.share:
        return [(left, first, cell.lines)] if cell.lines else []
    room = grid.edges[cell.after] - PAD - left - cell.kept
    return [
        (
            left + cell.share * (room - fonts.width(line, font, grid.size)),
            first + place * grid.leading,
            (line,),
        )
        for place, line in enumerate(cell.lines)
    ]
