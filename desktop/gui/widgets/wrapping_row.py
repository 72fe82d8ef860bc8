"""Set widgets beside each other, and below where the page is too narrow for all."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """A row that goes on below, so that no page is wider than its widest widget."""

    def __init__(self, spacing: int) -> None:
        """Begin empty; the spacing is that between widgets and between lines."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, or None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give one up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than they need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be as tall as the lines that a width makes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how tall the lines are in a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        seen = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(len(seen) - 1, 0)
        wide = sum(one.width() for one in seen) + gaps
        return QSize(wide, max((one.height() for one in seen), default=0))

    def minimumSize(self) -> QSize:
        """Need room for the widest alone."""
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, rect: QRect) -> None:
        """Put each where it belongs."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go along the lines, moving what is there or only measuring; return height."""
        at, tall = rect.topLeft(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if at.x() > rect.x() and at.x() + size.width() > rect.x() + rect.width():
                at = QPoint(rect.x(), at.y() + tall + self.spacing())
                tall = 0
            if move:
                item.setGeometry(QRect(at, size))
            at += QPoint(size.width() + self.spacing(), 0)
            tall = max(tall, size.height())
        return at.y() + tall - rect.y()


def wrapped(widgets: tuple[QWidget, ...], spacing: int) -> QWidget:
    """Return a widget with others in such a row."""
    held = QWidget()
    row = WrappingRow(spacing)
    for one in widgets:
        row.addWidget(one)
    held.setLayout(row)
    policy = held.sizePolicy()
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held
