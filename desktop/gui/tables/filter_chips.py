"""What the list is narrowed to: one chip for each filter, to be taken away by hand."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.gui import theme

_MOST_LETTERS = 40
SEARCH = -1
"""Stands for the search in the place of a column."""


class Chip(QPushButton):
    """One filter; a click, Enter, Space or Delete takes it away."""

    def __init__(self, label: str, typed: str) -> None:
        """Say what is filtered, and by what."""
        shown = typed if len(typed) <= _MOST_LETTERS else f"{typed[:_MOST_LETTERS]}…"
        super().__init__(f"{label}: {shown}  ×".replace("&", "&&"))
        self.setObjectName("chip")
        self.setAccessibleName(f"Bỏ lọc {label}: {typed}")
        self.setToolTip(f"Bỏ lọc {label}: {typed}")
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with any key that takes something away."""
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in enters | {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """A row of chips, unseen while nothing is filtered."""

    removed = Signal(int)
    """Column whose filter was taken away, or `SEARCH`."""
    emptied = Signal()
    """The last chip was taken away by hand: the keyboard goes on elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, theme.BETWEEN)
        self._row.setSpacing(theme.BETWEEN)
        self._row.addStretch(1)
        self.hide()

    def show_filters(self, filters: Mapping[int, tuple[str, str]]) -> None:
        """Show label and words of each column filtered."""
        at = self._focused()
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(*words) for words in filters.values()]
        for number, (column, chip) in enumerate(zip(filters, self.chips, strict=True)):
            chip.clicked.connect(lambda _=False, of=column: self.removed.emit(of))
            self._row.insertWidget(number, chip)
            chip.show()
        self.setVisible(bool(self.chips))
        if at is not None and self.chips:
            self.chips[min(at, len(self.chips) - 1)].setFocus()
        elif at is not None:
            self.emptied.emit()

    def _focused(self) -> int | None:
        found = (at for at, chip in enumerate(self.chips) if chip.hasFocus())
        return next(found, None)
