"""The list below a search: a few of each kind under quiet headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop.gui import theme

NOTHING = "Không tìm thấy gì"
_WIDTH = 640
"""Pixels at 100 %: kind, day and most of a title."""
_MOST_ROWS = 18
_HEADING = 26
_LINE = theme.ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: how the list shows it, and what it stands for."""

    text: str
    what: object


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind."""

    title: str
    """Name of the kind, with how much of it there is."""
    found: tuple[Found, ...]
    more: Found | None = None
    """Line that asks for the rest, and what is asked for."""


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    what: object = None
    heading: bool = False
    asks: bool = False
    """Whether it asks for more, and stands for nothing found."""


class FoundModel(QAbstractListModel):
    """Headings and what stands below them."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._rows: list[_Row] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups, or that there is nothing."""
        self.beginResetModel()
        self._rows = [row for group in groups for row in _rows(group)]
        self._rows = self._rows or [_Row(NOTHING, heading=True)]
        self.endResetModel()

    def row(self, at: int) -> _Row:
        """Return one row."""
        return self._rows[at]

    def next_choice(self, at: int, step: int) -> int:
        """Return the next row that can be chosen, past headings; -1 for none."""
        count = len(self._rows)
        for _ in range(count):
            at = (at + step) % count
            if not self._rows[at].heading:
                return at
        return -1

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody choose a heading."""
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return what a row shows."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.text
            case Qt.ItemDataRole.SizeHintRole:
                high = theme.scaled(_HEADING if row.heading else _LINE)
                return QSize(0, high)
            case Qt.ItemDataRole.ForegroundRole if row.heading:
                return theme.colour("quiet")
            case Qt.ItemDataRole.ForegroundRole if row.asks:
                return theme.colour("accent")
        return None


class FoundList(QListView):
    """A list that lies over the window and never takes the cursor from the line."""

    chosen = Signal(object)
    """What the chosen line stands for."""
    asked = Signal(object)
    """What a line that asks for more stands for."""

    def __init__(self, line: QWidget) -> None:
        """Lie below a line, in its window, when there is something to show."""
        super().__init__(line.window())
        self._line = line
        self.model_ = FoundModel()
        self.setModel(self.model_)
        self.setObjectName("found_list")
        self.setAccessibleName("Kết quả tìm")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.clicked.connect(lambda index: self._take(index.row()))
        self.setViewportMargins(*[theme.INSIDE] * 4)
        self.hide()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show groups, with the first thing found ready for Enter."""
        self.model_.show_groups(groups)
        self._place()
        self.show()
        self.raise_()
        self.scrollToTop()
        self._choose(self.model_.next_choice(-1, 1))
        self.scrollToTop()

    def move_by(self, step: int) -> None:
        """Go to the next or the one before, past headings and round the ends."""
        at = self.currentIndex().row()
        way = 1 if step > 0 else -1
        for _ in range(abs(step)):
            at = self.model_.next_choice(at, way)
        self._choose(at)

    def take(self) -> None:
        """Choose the line that is ready."""
        self._take(self.currentIndex().row())

    def current_text(self) -> str:
        """Return the line that is ready, for who cannot see it; blank for none."""
        at = self.currentIndex().row()
        return self.model_.row(at).text if at >= 0 else ""

    def _choose(self, at: int) -> None:
        index = self.model_.index(at) if at >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    def _take(self, at: int) -> None:
        if at < 0 or self.model_.row(at).heading:
            return
        row = self.model_.row(at)
        (self.asked if row.asks else self.chosen).emit(row.what)

    def _place(self) -> None:
        """Lie below the line, wider to the left, as high as what is shown."""
        window = self._line.window()
        if self.parent() is not window:
            self.setParent(window)
        below = self._line.mapTo(window, QPoint(0, self._line.height()))
        right = below.x() + self._line.width()
        wide = max(self._line.width(), min(theme.scaled(_WIDTH), right))
        room = window.height() - below.y() - theme.BETWEEN
        self.setGeometry(right - wide, below.y(), wide, min(self._high(), room))

    def _high(self) -> int:
        count = min(self.model_.rowCount(), _MOST_ROWS)
        rows = sum(self.sizeHintForRow(at) for at in range(count))
        return rows + 2 * (self.frameWidth() + theme.INSIDE) + 2


def _rows(group: Group) -> list[_Row]:
    more = [_Row(one.text, one.what, asks=True) for one in (group.more,) if one]
    found = [_Row(one.text, one.what) for one in group.found]
    heading = [_Row(group.title, heading=True)] if group.title else []
    return [*heading, *found, *more]
