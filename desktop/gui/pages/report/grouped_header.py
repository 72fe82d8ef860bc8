"""Draw the heading of a report's table as the report prints it: equal cells merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.gui import theme

Heading = tuple[str, ...]
_LINES = 9
"""Lines of text a cell of a heading has room for."""


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """One merged cell of a heading: its words and what it spans, ends excluded."""

    text: str
    left: int
    right: int
    top: int
    bottom: int


def heading_cells(headings: Sequence[Heading]) -> Iterator[HeadingCell]:
    """Yield the cells of a heading from the top down, equal neighbours as one.

    The lowest cell of a column reaches down to the rows.
    """
    depth = max((len(each) for each in headings), default=0)
    for level in range(depth):
        left = 0
        while left < len(headings):
            right = left + 1
            if level < len(headings[left]):
                above = headings[left][: level + 1]
                deeper = len(headings[left]) > level + 1
                while (
                    deeper
                    and right < len(headings)
                    and len(headings[right]) > level + 1
                    and headings[right][: level + 1] == above
                ):
                    right += 1
                bottom = level + 1 if deeper else depth
                yield HeadingCell(above[-1], left, right, level, bottom)
            left = right


class GroupedHeader(QHeaderView):
    """Headings of several lines above the columns; columns keep their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without headings."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._headings: tuple[Heading, ...] = ()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setHighlightSections(False)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Show these, one for each column."""
        self._headings = tuple(headings)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for room for the lines of every level."""
        lines = sum(self._lines())
        line = self.fontMetrics().lineSpacing()
        levels = max(len(self._lines()), 1)
        height = max(lines, 1) * line + levels * theme.scaled(theme.BETWEEN)
        table = self.parentWidget()
        most = table.height() * 3 // 5 if table is not None else height
        return QSize(100, min(height, max(most, 2 * line)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every cell that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("raised"))
        tops = self._tops()
        for cell in heading_cells(self._headings):
            box = self._box(cell, tops)
            if box.intersects(event.rect()):
                self._draw(painter, box, cell.text)

    def _draw(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setPen(theme.colour("edge"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(theme.colour("quiet"))
        gap = theme.INSIDE
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(gap, 0, -gap, 0), int(flags), text)

    def _box(self, cell: HeadingCell, tops: Sequence[int]) -> QRect:
        left = self.sectionViewportPosition(cell.left)
        last = cell.right - 1
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        top, bottom = tops[cell.top], tops[cell.bottom]
        return QRect(left, top, right - left, bottom - top)

    def _tops(self) -> list[int]:
        """Return where each level begins; the last one is where the rows do."""
        lines = self._lines()
        whole, height, tops, above = sum(lines) or 1, self.height(), [0], 0
        for each in lines:
            above += each
            tops.append(height * above // whole)
        return tops if len(tops) > 1 else [0, height]

    def _lines(self) -> list[int]:
        """Return how many lines of text each level needs: three at most."""
        depth = max((len(each) for each in self._headings), default=0)
        needed = [1] * depth
        tall: list[tuple[HeadingCell, int]] = []
        for cell in heading_cells(self._headings):
            lines = self._lines_of(cell)
            if cell.bottom - cell.top > 1:
                tall.append((cell, lines))
            else:
                needed[cell.top] = max(needed[cell.top], lines)
        for cell, lines in tall:
            lacking = lines - sum(needed[cell.top : cell.bottom])
            needed[cell.bottom - 1] += max(lacking, 0)
        return needed

    def _lines_of(self, cell: HeadingCell) -> int:
        columns = range(cell.left, cell.right)
        room = sum(self.sectionSize(each) for each in columns) - 2 * theme.BETWEEN
        metrics = self.fontMetrics()
        flags = int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(QRect(0, 0, max(room, 1), 9_999), flags, cell.text)
        return min(-(-box.height() // metrics.lineSpacing()), _LINES)
