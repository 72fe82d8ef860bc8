"""The fixed last row of a table: the sums, under the columns they belong to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.gui import theme
from desktop.gui.tables.columns import Column
from desktop.rules.numbers import format_integer

_MARGIN = 8


class TotalsRow(QWidget):
    """One line of sums that follows the columns of a view."""

    def __init__(self, view: QTableView, columns: Sequence[Column]) -> None:
        """Follow the headings of a view."""
        super().__init__(view.parentWidget())
        self._columns = tuple(columns)
        self._view = view
        self._header: QHeaderView = view.horizontalHeader()
        self._texts: dict[int, str] = {}
        self._count = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._header.sectionResized.connect(self.update)
        self._header.sectionMoved.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)

    def show_totals(self, totals: Mapping[str, int | None], count: str) -> None:
        """Show sums by the names of fields, and how many rows they are of."""
        self._texts = {
            at: format_integer(value)
            for at, column in enumerate(self._columns)
            if (value := totals.get(column.field.name)) is not None
        }
        self._count = count
        said = (f"{self._columns[at].label} {text}" for at, text in self._texts.items())
        self.setToolTip(f"Tổng cộng {count}")
        self.setAccessibleName(f"Tổng cộng {count}: {'; '.join(said)}")
        self.update()

    def text(self, field: str) -> str:
        """Return the sum shown of a field; blank where there is none."""
        for at, column in enumerate(self._columns):
            if column.field.name == field:
                return self._texts.get(at, "")
        return ""

    def sizeHint(self) -> QSize:
        """Ask for the height of one row."""
        return QSize(100, theme.scaled(theme.ROW_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sums under their columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(theme.colour("edge"))
        painter.drawLine(0, 0, self.width(), 0)
        font = theme.number_font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        right_end = self._view.viewport().geometry().right() + 2
        painter.setClipRect(0, 0, right_end, self.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        room = self._first()
        words = painter.fontMetrics().elidedText(
            f"Tổng cộng {self._count}", Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, left, words)
        for at, text in self._texts.items():
            if not self._header.isSectionHidden(at):
                painter.drawText(self._cell(at), right, text)
        painter.end()

    def _cell(self, at: int) -> QRect:
        left = self._header.sectionViewportPosition(at) + self._view.viewport().x()
        width = self._header.sectionSize(at)
        return QRect(left + _MARGIN, 0, width - 2 * _MARGIN, self.height())

    def _first(self) -> QRect:
        """Return the room before the first sum: the words may run over columns."""
        shown = [at for at in self._texts if not self._header.isSectionHidden(at)]
        lefts = [self._header.sectionViewportPosition(at) for at in shown]
        beside = self._view.viewport().x()
        end = min(lefts, default=self.width()) + beside
        return QRect(_MARGIN, 0, max(end - _MARGIN, 0), self.height())
