"""Scroll through the pages of a PDF, drawn only when they come into sight."""

from collections import OrderedDict
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.gui import theme

if TYPE_CHECKING:
    from desktop.files.pdf.images import PageImages

SMALLEST, LARGEST = 40, 300
"""Per cent of the printed size between which one may zoom."""
ZOOM_STEP = 1.25
_KEPT, _KEPT_LARGE = 6, 2
"""Drawn pages kept in memory: one of A4 takes 3.5 MB at 100 %, 32 MB at 300 %."""
_LARGE = 150
_LINE = 48
"""Pixels an arrow key or a notch of the wheel moves."""
_POINTS = 72


class PdfPages(QAbstractScrollArea):
    """The pages themselves, one below the other."""

    page_changed = Signal(int)
    """Number of the page in the middle of sight, counted from 1."""
    zoom_changed = Signal(int)
    """Per cent of the printed size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to show, as wide as the view."""
        super().__init__(parent)
        self._pages: PageImages | None = None
        self._opened: list[PageImages] = []
        # Of the widget itself nothing is left to ask by then.
        self.destroyed.connect(partial(_close, self._opened))
        self._fits_width = True
        self._zoom = 100.0
        self._sizes: list[QSize] = []
        self._tops: list[int] = [0]
        self._drawn: OrderedDict[int, QPixmap] = OrderedDict()
        self._said = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: a bar that comes and goes would change the width pages fill.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return 0 if self._pages is None else len(self._pages)

    @property
    def page(self) -> int:
        """Return the page in the middle of sight, from 1; 0 when there is none."""
        if not self.count:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        below = [n for n, top in enumerate(self._tops[:-1], 1) if top <= middle]
        return below[-1] if below else 1

    @property
    def zoom(self) -> int:
        """Return the size shown, in per cent of the printed size."""
        return round(self._zoom_of(self.page - 1) if self.count else self._zoom)

    def show_pages(self, pages: "PageImages | None") -> None:
        """Show another PDF from its first page, or nothing."""
        _close(self._opened)
        if pages is not None:
            self._opened.append(pages)
        self._pages = pages
        self._drawn.clear()
        self._said = 0
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._on_scrolled()

    def go_to(self, page: int) -> None:
        """Bring the top of a page, counted from 1, into sight."""
        if 1 <= page <= self.count:
            self.verticalScrollBar().setValue(self._tops[page - 1] - theme.BETWEEN)

    def zoom_by(self, factor: float) -> None:
        """Show it larger or smaller, keeping the same place in sight."""
        shown = self._zoom_of(self.page - 1) if self.count else self._zoom
        self._fits_width = False
        self._set_zoom(shown * factor)

    def fit_width(self) -> None:
        """Show pages as wide as there is room, now and after a change of size."""
        self._fits_width = True
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by pages with PgUp and PgDn, to the ends with Home and End."""
        steps = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.count,
        }
        if event.key() in steps:
            self.go_to(min(max(steps[Qt.Key(event.key())], 1), self.count))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width filled, and the bars right."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the surroundings anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, and no other."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("raised"))
        for number in range(self.count):
            place = self._place(number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place, self._picture(number))
                painter.setPen(theme.colour("edge"))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        if self.page != self._said:
            self._said = self.page
            self.page_changed.emit(self._said)
            self.zoom_changed.emit(self.zoom)

    def _set_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 2
        share = middle / max(self._tops[-1], 1)
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        self._measure()
        bar.setValue(round(share * self._tops[-1] - self.viewport().height() / 2))

    def _measure(self) -> None:
        before = self._sizes
        self._sizes = [self._sized(number) for number in range(self.count)]
        if self._sizes != before:
            self._drawn.clear()
        gap = theme.BETWEEN
        heights = [size.height() + gap for size in self._sizes]
        self._tops = list(accumulate(heights, initial=gap))
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(self._tops[-1] - view.height(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        beyond = max(self._widest() - view.width(), 0)
        self.horizontalScrollBar().setRange(0, beyond)
        self.horizontalScrollBar().setValue(beyond // 2)
        self.zoom_changed.emit(self.zoom)
        self.viewport().update()

    def _zoom_of(self, number: int) -> float:
        """Return the size of one page: each fills the width, or all are alike."""
        if not self._fits_width or self._pages is None:
            return self._zoom
        room = self.viewport().width() - 2 * theme.BETWEEN
        width, _ = self._pages.sizes[number]
        fitting = room * _POINTS / (width * self.logicalDpiX()) * 100
        return min(max(fitting, SMALLEST), LARGEST)

    def _widest(self) -> int:
        widths = [size.width() for size in self._sizes]
        return max(widths, default=0) + 2 * theme.BETWEEN

    def _sized(self, number: int) -> QSize:
        if self._pages is None:
            return QSize()
        width, height = self._pages.sizes[number]
        scale = self._zoom_of(number) / 100 * self.logicalDpiX() / _POINTS
        return QSize(round(width * scale), round(height * scale))

    def _place(self, number: int) -> QRect:
        size = self._sizes[number]
        free = max(self.viewport().width(), self._widest()) - size.width()
        left = free // 2 - self.horizontalScrollBar().value()
        top = self._tops[number] - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _picture(self, number: int) -> QPixmap:
        if number not in self._drawn:
            self._drawn[number] = self._draw(number)
            most = _KEPT if self.zoom <= _LARGE else _KEPT_LARGE
            while len(self._drawn) > most:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(number)
        return self._drawn[number]

    def _draw(self, number: int) -> QPixmap:
        if self._pages is None:
            return QPixmap()
        ratio = self.devicePixelRatioF()
        dots = self._zoom_of(number) / 100 * self.logicalDpiX() * ratio
        page = self._pages.draw(number, dots)
        # The copy matters: the picture would else outlive the bytes it is made of.
        image = QImage(
            page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32
        ).copy()
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        return picture


def _close(opened: "list[PageImages]", _gone: object = None) -> None:
    """Let go of every PDF that is open."""
    while opened:
        opened.pop().close()
