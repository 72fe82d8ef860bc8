"""Show a chart of the report on the screen: the same drawing, in its colours."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.gui import theme
from desktop.records.report import Chart
from desktop.rules.numbers import format_decimal

WIDTH_PT = 280
"""Width in points for which charts are drawn; the screen scales them up."""


def screen_look() -> tuple[str, str, str, str, str]:
    """Return ink, fill, pale and grid as now shown, and the type of the window."""
    now = theme.colours()
    family = QApplication.font().family()
    return now.text, now.accent, now.accent_soft, now.line, family


class ChartView(QWidget):
    """One chart, as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty sheet."""
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart, svg: str) -> None:
        """Show a drawing, and say its numbers to whoever cannot see it."""
        self._renderer.load(QByteArray(svg.encode()))
        numbers = "; ".join(
            f"{bar.label}: {format_decimal(bar.value)}"
            for bar in chart.bars
            if bar.value
        )
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(numbers or "Chưa có số liệu")
        self.setToolTip(f"{chart.title}. {numbers}" if numbers else chart.title)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the shape of the drawing."""
        return QSize(theme.scaled(400), theme.scaled(170))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(theme.scaled(240), theme.scaled(110))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet and what is drawn on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._renderer.isValid():
            gap = theme.scaled(theme.INSIDE)
            room = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
            self._renderer.render(painter, _fitted(self._renderer.defaultSize(), room))


def _fitted(size: QSize, room: QRectF) -> QRectF:
    """Return the largest middle part of a room that has the shape of a drawing."""
    scale = min(room.width() / size.width(), room.height() / size.height())
    fitted = QRectF(0, 0, size.width() * scale, size.height() * scale)
    fitted.moveCenter(room.center())
    return fitted
