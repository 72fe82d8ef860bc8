"""A small note under a cell: what is wrong or doubtful with it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QTableView

from desktop.gui import theme

_WIDTH = 360
_SIGNS = {"problem": "▲", "doubt": "?"}


class CellNote(QLabel):
    """One sentence beside the cell it is about, over the rows below."""

    def __init__(self, view: QTableView) -> None:
        """Begin unseen."""
        host = view.parentWidget() or view
        super().__init__(host)
        self._host = host
        self._view = view
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(*[theme.INSIDE + 2] * 4)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def said(self) -> str:
        """Return the sentence shown; blank when nothing is."""
        return "" if self.isHidden() else self.text()[2:]

    def say(self, sentence: str, cell: QRect, *, role: str = "problem") -> None:
        """Say a sentence about a cell given in the viewport's own pixels."""
        self.setText(f"{_SIGNS[role]} {sentence}")
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
        self.place(cell)
        self.show()
        self.raise_()

    def place(self, cell: QRect) -> None:
        """Stand below a cell, or above it where there is no room."""
        viewport, host = self._view.viewport(), self._host
        width = min(theme.scaled(_WIDTH), viewport.width())
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        below = host.mapFromGlobal(viewport.mapToGlobal(cell.bottomLeft()))
        above = host.mapFromGlobal(viewport.mapToGlobal(cell.topLeft()))
        left = max(0, min(below.x(), host.width() - width - 2))
        top = below.y() + 2
        if top + height > host.height():
            top = above.y() - height - 2
        self.setGeometry(left, max(top, 0), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge in the colour of what is said."""
        painter = QPainter(self)
        wrong = self.property("role") == "problem"
        painter.fillRect(self.rect(), theme.colour("bad_soft" if wrong else "surface"))
        painter.setPen(theme.colour("bad" if wrong else "warn"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        super().paintEvent(event)
