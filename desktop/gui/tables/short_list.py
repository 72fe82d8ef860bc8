"""A list short enough to be read whole: tasks, targets, units, deadlines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.tables.rows_view import LinedRows, RowsView

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_BREAKABLE = re.compile(r"[\s/-]")
"""Where a text may go on in another line: numbers, which are most, never do."""

ROW = Qt.ItemDataRole.UserRole
"""Role under which a cell gives the whole row's record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, and what it says of a row."""

    heading: str
    text: Callable[[Any], str]
    weight: int = 10
    """Share of the width."""
    number: bool = False
    whole: bool = False
    """Whether its texts are never cut; those of numbers never are."""
    colour: Callable[[Any], str] | None = None
    """Name of the text's colour in the theme; blank for the usual one."""
    typed: Callable[[Any], str | None] | None = None
    """What the editor begins with; None where this row cannot be edited."""
    tip: Callable[[Any], str] | None = None
    """What its tip tells; None: what the cell says, in full."""


class ShortModel(QAbstractTableModel):
    """Rows of any kind, all of them in memory."""

    typed = Signal(object, int, str)
    """Row, column and text somebody typed into a cell."""

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], str],
        parent: QObject | None = None,
    ) -> None:
        """Begin without rows; `key` tells which row is the same as one before."""
        super().__init__(parent)
        self.columns = list(columns)
        self._key = key
        self._rows: list[Any] = []
        self.read = False
        """Whether rows, or none, were ever shown."""

    @property
    def rows(self) -> tuple[Any, ...]:
        """Return what the rows show."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; where they are the same ones, only their cells change."""
        known = [self._key(row) for row in self._rows]
        if not self.read or [self._key(row) for row in rows] != known:
            self.read = True
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._rows = list(rows)
        if rows:
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_heading(self, column: int, heading: str) -> None:
        """Call a column something else."""
        if self.columns[column].heading != heading:
            from dataclasses import replace

            self.columns[column] = replace(self.columns[column], heading=heading)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def row_of(self, key: str) -> int | None:
        """Return the number of the row with a key, or None."""
        keys = (
            number for number, row in enumerate(self._rows) if self._key(row) == key
        )
        return next(keys, None)

    def key_of(self, row: int) -> str:
        """Return the key of a row, blank where there is none."""
        return self._key(self._rows[row]) if 0 <= row < len(self._rows) else ""

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        shown = _SHOWN.get(role)
        return shown(column, row) if shown else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.columns[section].heading if role in shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a cell."""
        flags = super().flags(index)
        typed = self.columns[index.column()].typed if index.isValid() else None
        if typed is not None and typed(self._rows[index.row()]) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Hand on what somebody typed; the cell changes once it is recorded."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = str(value or "").strip()
        if text != (self.data(index, role) or ""):
            self.typed.emit(self._rows[index.row()], index.column(), text)
        return True


class WrappedRows(LinedRows):
    """Give long texts the lines they need, with air above and below."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Measure the text in the width of its column."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        view = self.parent()
        if not isinstance(view, QTableView) or not _BREAKABLE.search(text):
            return QSize(0, 0)  # one line, as tall as every row is at least
        # The sheet pads cells, and the style sets the text in by its own margin.
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
        sides = 2 * (theme.INSIDE + 1 + margin + 1)
        first = index.column()
        span = view.columnSpan(index.row(), first)
        wide = sum(view.columnWidth(one) for one in range(first, first + span))
        room = QRect(0, 0, max(wide - sides, 1), 9_999)
        own = index.data(Qt.ItemDataRole.FontRole)  # totals are bold, and wider
        font = option.font  # type: ignore[attr-defined]
        metrics = QFontMetrics(own.resolve(font) if isinstance(own, QFont) else font)
        flags = Qt.TextFlag.TextWordWrap.value
        tall = metrics.boundingRect(room, flags, text).height()
        return QSize(0, tall + theme.scaled(2 * theme.INSIDE))


class ShortList(RowsView):
    """The rows of a short list; columns share the width, long texts wrap."""

    chosen = Signal(object)
    """A row somebody opened: by Enter, or by a click."""

    when_empty = ""
    """What is said in the place of rows; only once somebody looked for them."""

    def __init__(self, model: ShortModel, name: str, parent: QWidget) -> None:
        """Show a model; `name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.model_ = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(WrappedRows(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(theme.scaled(32))
        self.verticalHeader().setMinimumSectionSize(theme.scaled(theme.ROW_HEIGHT))
        self._key = ""
        self._sought = ""
        self._grow = QTimer(self, singleShot=True, interval=0)
        self._grow.timeout.connect(self._fit)
        self._wrapped = True
        self._written = -1
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        model.dataChanged.connect(lambda *_: self._grow.start())
        self.opened.connect(self._on_opened)

    def keep_one_line(self) -> None:
        """Give every row one line, and cut what is longer; the tip tells the rest."""
        self._wrapped = False
        self.setWordWrap(False)

    def write_in_place(self, column: int) -> None:
        """Let the cells of a column be written: by F2, Enter or a double click."""
        self._written = column
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.chosen.connect(self._on_write)

    def choose_by_click(self) -> None:
        """Let one click open a row, as Enter does."""
        self.clicked.connect(lambda _index: self._on_opened())

    @property
    def current(self) -> Any:  # noqa: ANN401  rows of any kind
        """Return the row one is on, or None."""
        row = self.currentIndex().row()
        return self.model_.rows[row] if 0 <= row < self.model_.rowCount() else None

    def select(self, key: str) -> bool:
        """Go to the row with a key; tell whether there is one."""
        row = self.model_.row_of(key)
        if row is None:
            return False
        self._sought = ""
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        index = self.model_.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        return True

    def seek(self, key: str) -> None:
        """Go to the row with a key, now or as soon as it is among those shown."""
        if not self.select(key):
            self._sought = key

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is: the first row, when one was nowhere.

        Where several rows may be selected, none means something of its own.
        """
        super().focusInEvent(event)
        single = QAbstractItemView.SelectionMode.SingleSelection
        if (
            self.selectionMode() == single
            and event.reason() != Qt.FocusReason.MouseFocusReason
            and not self.selectionModel().hasSelection()
            and self.model_.rowCount()
        ):
            self.selectRow(max(self.currentIndex().row(), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there are no rows."""
        super().paintEvent(event)
        if self.when_empty and self.model_.read and not self.model_.rowCount():
            gap = theme.scaled(theme.AROUND)
            room = self.viewport().rect().adjusted(gap, gap, -gap, -gap)
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("quiet"))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, self.when_empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for number, width in enumerate(self._widths()):
            self.setColumnWidth(number, width)
        if self._wrapped:
            self.resizeRowsToContents()

    def _widths(self) -> list[int]:
        """Give numbers what they need, and share out the rest; scroll if need be."""
        columns, room = self.model_.columns, self.viewport().width()
        whole = sum(column.weight for column in columns)
        wanted = [room * column.weight // whole for column in columns]
        least = [self._needed(number) for number in range(len(columns))]
        firm = {n: max(wanted[n], least[n]) for n in range(len(columns)) if least[n]}
        rest = room - sum(firm.values())
        soft = sum(c.weight for n, c in enumerate(columns) if n not in firm) or 1
        word = theme.scaled(3 * theme.AROUND)
        widths = [
            firm.get(n, max(rest * column.weight // soft, word))
            for n, column in enumerate(columns)
        ]
        # What rounding leaves goes to the last column that is no number.
        last = max((n for n in range(len(columns)) if n not in firm), default=0)
        widths[last] += max(room - sum(widths), 0)
        return widths

    def _needed(self, number: int) -> int:
        """Return the width that no text of a column of numbers goes beyond."""
        column = self.model_.columns[number]
        if not (column.number or column.whole):
            return 0
        texts = [column.heading, *(column.text(row) for row in self.model_.rows)]
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return widest + theme.scaled(2 * theme.BETWEEN + theme.INSIDE)

    def _remember(self) -> None:
        self._key = self.model_.key_of(self.currentIndex().row())

    def _recall(self) -> None:
        sought = self._sought
        if not (sought and self.select(sought)):
            if self._key:
                self.select(self._key)
            self._sought = sought  # what is read next may hold it
        self._fit()

    def _on_write(self, _row: object) -> None:
        index = self.model_.index(self.currentIndex().row(), self._written)
        if self.model_.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def _on_opened(self) -> None:
        # The Enter that ends writing in a cell comes here too, after the cell.
        writing = self.state() == QAbstractItemView.State.EditingState
        if self.current is not None and not writing:
            self.chosen.emit(self.current)


def _spoken(column: Column, row: object) -> str:
    return f"{column.heading}: {column.text(row) or 'trống'}"


def _colour(column: Column, row: object) -> QColor | None:
    name = column.colour(row) if column.colour else ""
    return theme.colour(name) if name else None


_SHOWN: dict[int, Callable[[Column, Any], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.ToolTipRole: lambda column, row: (
        (column.tip or column.text)(row) or None
    ),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _alignment(column),
    Qt.ItemDataRole.EditRole: lambda column, row: (
        column.typed(row) if column.typed else None
    ),
    Qt.ItemDataRole.ForegroundRole: _colour,
    ROW: lambda _column, row: row,
}
"""What a cell answers, by the role asked for."""


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
