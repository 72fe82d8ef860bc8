"""The list of addends: ten thousand rows as fast as ten."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.tracing.lines import Line, number
from desktop.gui.tables.rows_view import RowsView

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()

COLUMNS: tuple[tuple[str, int, Callable[[Line], str]], ...] = (
    ("Số", 72, lambda one: number(one.amount)),
    ("Mục được tính", 0, lambda one: one.what),
    ("Ngày", 90, lambda one: one.day),
    ("Đơn vị", 150, lambda one: one.agency),
    ("Mã", 60, lambda one: one.code),
    ("Ghi chú", 150, lambda one: one.note),
)
"""Heading, width and text; the column without a width takes what is left."""

_ALWAYS = (0, 1)
"""Columns shown though nothing should stand in them."""


_ROOM = {2: 380, 3: 560, 5: 560}
"""Width of the list below which a column is left out; the tip of the name tells it."""


class AddendModel(QAbstractTableModel):
    """The addends of one figure."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these addends."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many addends there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows, says, or how it stands."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        said = _SAID.get(role)
        return said(index.column(), self.lines[index.row()]) if said else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or section >= len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return COLUMNS[section][0] if role in told else None


class AddendTable(RowsView):
    """The addends; Enter or a double click opens one."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.model_ = AddendModel(self)
        self.setModel(self.model_)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("Các mục đã cộng")
        self.setAccessibleDescription("Enter mở mục đang chọn")
        self._filled = set(_ALWAYS)
        self.resized.connect(self._fit)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.scaled(32))
        for column, (_, width, _text) in enumerate(COLUMNS):
            stretched = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Interactive if width else stretched
            )
            if width:
                self.setColumnWidth(column, theme.scaled(width))

    def show_lines(self, lines: Sequence[Line], at: int = 0) -> None:
        """Show these addends, one of them chosen; columns of nothing are hidden."""
        self.model_.show_lines(lines)
        self._filled = {
            column
            for column, (_, _, text) in enumerate(COLUMNS)
            if column in _ALWAYS or any(map(text, lines))
        }
        self._fit()
        if lines:
            self.selectRow(min(at, len(lines) - 1))

    def _fit(self) -> None:
        """Leave the name of an addend room: where there is little, the rest goes."""
        room = self.viewport().width()
        for column in range(len(COLUMNS)):
            fits = room >= theme.scaled(_ROOM.get(column, 0))
            self.setColumnHidden(column, column not in self._filled or not fits)

    @property
    def current(self) -> Line | None:
        """Return the addend one is on, or None."""
        row = self.currentIndex().row()
        return self.model_.lines[row] if 0 <= row < len(self.model_.lines) else None


def _spoken(column: int, line: Line) -> str:
    heading, _, text = COLUMNS[column]
    return f"{heading}: {text(line) or 'trống'}"


def _tip(_column: int, line: Line) -> str:
    return "\n".join(filter(None, (line.what, line.day, line.agency, line.note)))


def _colour(_column: int, line: Line) -> object:
    return theme.colour("warn") if line.amount < 0 else None


_SAID: dict[int, Callable[[int, Line], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, line: COLUMNS[column][2](line),
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ForegroundRole: _colour,
}
"""What a cell answers, by the role asked for."""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
