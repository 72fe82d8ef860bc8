"""A table of two columns: what something is, and the words an office gives it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.gui import theme

_Index = QModelIndex | QPersistentModelIndex
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One line."""

    key: str
    given: str
    """What it is, or the program's words."""
    words: str
    """The office's."""
    marked: bool = True
    """Whether words that differ from what is given stand out."""

    @property
    def differs(self) -> bool:
        """Tell whether the office's words stand out."""
        return self.marked and self.words != self.given


class PairModel(QAbstractTableModel):
    """Lines whose second column is written in."""

    edited = Signal(str, str)
    """Key of a line, and its new words."""

    def __init__(
        self, headings: tuple[str, str], parent: QObject | None = None
    ) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self._headings = headings
        self._pairs: list[Pair] = []

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._pairs = list(pairs)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return two."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        shown = role == Qt.ItemDataRole.DisplayRole
        if shown and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; words that differ from the program's are bold."""
        pair = self._pairs[index.row()]
        own = index.column() == 1
        if role in _SHOWN or role == Qt.ItemDataRole.ToolTipRole:
            return pair.words if own else pair.given
        if role == Qt.ItemDataRole.FontRole and own and pair.differs:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the second column be written in."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() else flags

    def setData(
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take new words."""
        if role != Qt.ItemDataRole.EditRole or index.column() != 1:
            return False
        pair = replace(self._pairs[index.row()], words=str(value))
        if pair != self._pairs[index.row()]:
            self._pairs[index.row()] = pair
            self.dataChanged.emit(index, index)
            self.edited.emit(pair.key, pair.words)
        return True


def pair_table(model: PairModel, title: str, parent: QWidget) -> QTableView:
    """Return a table in which the second column is written in."""
    view = QTableView(parent)
    view.setAccessibleName(title)
    view.setModel(model)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setEditTriggers(
        QTableView.EditTrigger.DoubleClicked
        | QTableView.EditTrigger.EditKeyPressed
        | QTableView.EditTrigger.AnyKeyPressed
        | QTableView.EditTrigger.SelectedClicked
    )
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.scaled(theme.ROW_HEIGHT))
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.horizontalHeader().setHighlightSections(False)
    return view
