"""The entries of one register as a Qt model that reads no more than it shows."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.gui.tables.columns import Column, columns_of
from desktop.gui.tables.conditions import test_of
from desktop.gui.tables.kinds import record_of, view_of
from desktop.gui.tables.names import Names
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.store import listing
from desktop.store.listing import Order, View
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

if TYPE_CHECKING:
    from array import array

BLOCK = 128
"""Rows read at once: two screens full."""

_KEPT_BLOCKS = 40

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """A window on the entries of one register."""

    shown = Signal()
    """Which rows are shown changed: counts and totals are to be asked for again."""

    def __init__(
        self,
        store: Store,
        register: Register,
        names: Names,
        period: Period | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Show the entries of a register in one period, newest first."""
        super().__init__(parent)
        self.register = register
        self.names = names
        self.columns: tuple[Column, ...] = columns_of(register, names)
        self._store = store
        self._period = period
        self._text = ""
        self._filters: dict[int, str] = {}
        self._order: Order | None = None
        self._view: View = view_of(register, period)
        self._numbers: array[int] | None = None
        self._blocks: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._count = listing.count(store.reader, self._view)

    @property
    def table(self) -> str:
        """Return the name of the table in the office file."""
        return BY_RECORD[record_of(self.register)].table

    @property
    def filtered(self) -> bool:
        """Tell whether a filter or a search hides entries."""
        return bool(self._text or any(self._filters.values()))

    def count_all(self) -> int:
        """Return how many entries the period has, filters aside."""
        whole = view_of(self.register, self._period)
        return listing.count(self._store.reader, whole)

    def totals(self) -> dict[str, int | None]:
        """Return the sums of the columns that can be added, over the rows shown."""
        names = [column.field.name for column in self.columns if column.added]
        return listing.totals(self._store.reader, self._view, names)

    def set_period(self, period: Period | None) -> None:
        """Show another period, or with None all of them."""
        self._period = period
        self.reload()

    def set_text(self, text: str) -> None:
        """Show only entries that fit a search, with or without marks."""
        if text.strip() != self._text:
            self._text = text.strip()
            self.reload()

    def set_filter(self, column: int, typed: str) -> None:
        """Show only entries whose column fits what was typed."""
        if self._filters.get(column, "") != typed.strip():
            self._filters[column] = typed.strip()
            self.reload()

    def clear_filters(self) -> None:
        """Show everything of the period again."""
        self._filters.clear()
        self._text = ""
        self.reload()

    def reload(self) -> None:
        """Read again, after the file or the choice of rows changed."""
        self.beginResetModel()
        self._read()
        self.endResetModel()
        self.shown.emit()

    def record(self, row: int) -> Any:  # noqa: ANN401  records of every register
        """Return the record of a row, or None when it is gone meanwhile."""
        if not 0 <= row < self._count:
            return None
        number, at = divmod(row, BLOCK)
        block = self._block(number)
        return block[at] if at < len(block) else None

    def row_of(self, record_id: str) -> int | None:
        """Return the row in which a record is shown, or None."""
        db = self._store.reader
        if self._numbers is None:
            return listing.place(db, self._view, record_id)
        number = listing.number_of(db, self._view.record, record_id)
        if number is None or number not in self._numbers:
            return None
        return self._numbers.index(number)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns the register has."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if role not in wanted and role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        record = self.record(index.row())
        text = "" if record is None else column.text(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.label}: {text or 'trống'}"
        return text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column, or the number of a row."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column).value | Qt.TextFlag.TextWordWrap.value
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if role in shown:
            return column.label
        help_line = column.field.help
        return (help_line or None) if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort by a column, in the order of the alphabet; -1: newest first."""
        chosen: Order | None = None
        if 0 <= column < len(self.columns):
            descending = order is Qt.SortOrder.DescendingOrder
            chosen = self.columns[column].order(self.names, descending=descending)
        if chosen != self._order:
            self._order = chosen
            self.reload()

    def _read(self) -> None:
        whole = view_of(self.register, self._period)
        tests = (
            test_of(self.columns[column], typed, self.names)
            for column, typed in self._filters.items()
        )
        self._view = View(
            record=whole.record,
            day=whole.day,
            tests=(*whole.tests, *(test for test in tests if test is not None)),
            text=self._text,
            order=self._order,
        )
        db = self._store.reader
        self._blocks.clear()
        self._numbers = listing.ordered(db, self._view) if self._order else None
        numbers = self._numbers
        self._count = listing.count(db, self._view) if numbers is None else len(numbers)

    def _block(self, number: int) -> tuple[Any, ...]:
        known = self._blocks.get(number)
        if known is not None:
            self._blocks.move_to_end(number)
            return known
        db, first = self._store.reader, number * BLOCK
        if self._numbers is None:
            read = listing.block(db, self._view, first, BLOCK)
        else:
            part = self._numbers[first : first + BLOCK]
            read = listing.at(db, self._view.record, part)
        self._blocks[number] = read
        if len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        return read


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
