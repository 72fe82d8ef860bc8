"""The entries of one register as a Qt model that reads no more than it shows."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.gui.lookout import Lookout
from desktop.gui.tables.columns import Column, columns_of
from desktop.gui.tables.conditions import test_of
from desktop.gui.tables.evidence_column import EvidenceCounts, evidence_column
from desktop.gui.tables.joint_marks import SharedMarks
from desktop.gui.tables.kinds import record_of, view_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.pending import Pending, Typed
from desktop.gui.tables.shown_rows import ShownRows, read_rows, read_rows_and_sums
from desktop.records.evidence import Evidence
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.store import listing
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store
from desktop.store.views import Order, Proven, View

if TYPE_CHECKING:
    from array import array

BLOCK = 128
"""Rows read at once: two screens full."""

_KEPT_BLOCKS = 40

TYPED = Qt.ItemDataRole.UserRole + 1
"""Role of words in a cell that are not kept: `Typed`, or None."""
DOUBT = Qt.ItemDataRole.UserRole + 2
"""Role of the sentence that doubts what is kept in a cell; blank for none."""

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_READ = frozenset(
    {
        Qt.ItemDataRole.DisplayRole.value,
        Qt.ItemDataRole.ToolTipRole.value,
        Qt.ItemDataRole.AccessibleTextRole.value,
        TYPED,
        DOUBT,
    }
)


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
        self._files = EvidenceCounts(store)
        self.columns: tuple[Column, ...] = (
            *columns_of(register, names),
            evidence_column(self._files),
        )
        self.pending = Pending()
        self._marks = SharedMarks(store)
        self._store = store
        self._period = period
        self._text = ""
        self._filters: dict[int, str] = {}
        self._order: Order | None = None
        self._view: View = view_of(register, period)
        self._numbers: array[int] | None = None
        self._blocks: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._count = listing.count(store.reader, self._view)
        self._sums: dict[str, int | None] | None = None
        self._lookout: Lookout | None = None

    def read_beside(self, lookout: Lookout) -> None:
        """Read what is typed into search and filters on a reading thread from now on.

        The rows shown stay until the answer is there; the next key stops the reading.
        """
        self._lookout = lookout
        lookout.answered.connect(self._on_read)

    @property
    def table(self) -> str:
        """Return the name of the table in the office file."""
        return BY_RECORD[record_of(self.register)].table

    @property
    def view(self) -> View:
        """Return which entries are shown, and in which order."""
        return self._view

    @property
    def filtered(self) -> bool:
        """Tell whether a filter or a search hides entries."""
        return bool(self._text or any(self._filters.values()))

    @property
    def filters(self) -> dict[int, str]:
        """Return what was typed into the filters that hide anything, by column."""
        return {column: typed for column, typed in self._filters.items() if typed}

    @property
    def text(self) -> str:
        """Return what is searched for; blank for nothing."""
        return self._text

    def count_all(self) -> int:
        """Return how many entries the period has, filters aside."""
        whole = view_of(self.register, self._period)
        return listing.count(self._store.reader, whole)

    def totals(self) -> dict[str, int | None]:
        """Return the sums of the columns that can be added, over the rows shown."""
        if self._sums is None:
            db = self._store.reader
            added, numbers = self._added(), self._numbers
            self._sums = listing.totals(db, self._view, added, numbers)
        return self._sums

    def shared(self) -> int:
        """Return how many of the rows shown the sums leave out: accounts of an event.

        Where nothing is summed, nothing is left out.
        """
        if not self._added():
            return 0
        return listing.shared(self._store.reader, self._view, self._numbers)

    def set_period(self, period: Period | None) -> None:
        """Show another period, or with None all of them."""
        self._period = period
        self.reload()

    def set_text(self, text: str) -> None:
        """Show only entries that fit a search, with or without marks."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._reload_typed()

    def set_filter(self, column: int, typed: str) -> None:
        """Show only entries whose column fits what was typed."""
        if self._filters.get(column, "") != typed.strip():
            self._filters[column] = typed.strip()
            self._reload_typed()

    def set_filters(self, typed: Mapping[int, str]) -> None:
        """Show only entries whose columns fit what was typed into each."""
        self._filters = {column: text.strip() for column, text in typed.items()}
        self.reload()

    def clear_filters(self) -> None:
        """Show everything of the period again."""
        self._filters.clear()
        self._text = ""
        self.reload()

    def reload(self) -> None:
        """Read again, after the file or the choice of rows changed."""
        self._read_anew()

    def stay(self) -> None:
        """Keep the rows where they are, whatever becomes of them, until `reload`."""
        if self._numbers is None:
            newest = Order(self._view.day, descending=True)
            view = replace(self._view, order=newest)
            self._numbers = listing.ordered(self._store.reader, view)

    def show_kept(self, kept: Iterable[object]) -> None:
        """Show records as the file now has them, each in the row where it was."""
        new = {str(getattr(one, "id", "")): one for one in kept}
        for number, block in self._blocks.items():
            if any(str(one.id) in new for one in block):
                fresh = tuple(new.get(str(one.id), one) for one in block)
                self._blocks[number] = fresh
        self.show_cells()

    def follow(self, touched: frozenset[str]) -> None:
        """Show what a change of some tables did to the rows."""
        if self.table in touched:
            self.reload()
        elif BY_RECORD[Evidence].table in touched:
            self._follow_evidence()

    def show_cells(self) -> None:
        """Draw every cell again."""
        self._sums = None
        if self._count:
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def record(self, row: int) -> Any:  # noqa: ANN401  records of every register
        """Return the record of a row, or None when it is gone meanwhile."""
        if not 0 <= row < self._count:
            return None
        number, at = divmod(row, BLOCK)
        block = self._block(number)
        return self.pending.shown(block[at]) if at < len(block) else None

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
            return alignment(column)
        if role not in _READ:
            return None
        record = self.record(index.row())
        key = str(getattr(record, "id", "")), column.field.name
        typed, doubt = self.pending.typed.get(key), self.pending.doubts.get(key, "")
        text = "" if record is None else column.text(record)
        shown = said_of_cell(role, column, text, typed, doubt)
        return self._marks.said(role, column.field.name, record, shown)

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
            return alignment(column).value | Qt.TextFlag.TextWordWrap.value
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
            # In whatever order, the same rows add up to the same.
            same = replace(self._wanted(), order=None) == replace(
                self._view, order=None
            )
            self._read_anew(self._sums if same else None)

    def _follow_evidence(self) -> None:
        """Count files anew; rows move only where these decide which are shown."""
        self._files.forget()
        proven = any(isinstance(test, Proven) for test in self._view.tests)
        if proven or (self._order is not None and self._order.kind == "proven"):
            self.reload()
        else:
            self.show_cells()

    def _read_anew(self, sums: dict[str, int | None] | None = None) -> None:
        if self._lookout is not None:
            self._lookout.drop()
        rows = read_rows(self._store, self._wanted(), narrowed=self.filtered)
        self._show(replace(rows, sums=sums))

    def _reload_typed(self) -> None:
        """Read again without keeping anybody from typing on, where that is wanted."""
        if self._lookout is None:
            self.reload()
            return
        view, added = self._wanted(), self._added()
        call = partial(
            read_rows_and_sums, view=view, narrowed=self.filtered, columns=added
        )
        self._lookout.ask(self, call)

    def _on_read(self, asker: object, rows: ShownRows) -> None:
        if asker is self:
            self._show(rows)

    def _show(self, rows: ShownRows) -> None:
        self.beginResetModel()
        self._blocks.clear()
        self._marks.forget()
        self._files.forget()
        self._view, self._count = rows.view, rows.count
        self._numbers, self._sums = rows.numbers, rows.sums
        self.endResetModel()
        self.shown.emit()

    def _added(self) -> list[str]:
        """Return the columns of which the last row shows the sum."""
        return [column.field.name for column in self.columns if column.added]

    def _wanted(self) -> View:
        """Return the view that search, filters and order ask for."""
        whole = view_of(self.register, self._period)
        tests = (
            test_of(self.columns[column], typed, self.names)
            for column, typed in self._filters.items()
        )
        return View(
            record=whole.record,
            day=whole.day,
            tests=(*whole.tests, *(test for test in tests if test is not None)),
            text=self._text,
            order=self._order,
        )

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
        self._files.read(read)
        if len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        return read


def said_of_cell(
    role: int, column: Column, text: str, typed: Typed | None, doubt: str = ""
) -> object:
    """Return what one cell shows in a role.

    Args:
        role: One of the roles of texts.
        column: Its column.
        text: What is kept in it.
        typed: Words that are not kept, shown in the place of what is.
        doubt: What is doubtful with what is kept.
    """
    if role == TYPED:
        return typed
    if role == DOUBT:
        return doubt
    shown = text if typed is None else typed.text
    said = doubt if typed is None else typed.sentence
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join(filter(None, (shown, said)))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        told = f"{column.label}: {shown or 'trống'}"
        return f"{told}. {said}" if said else told
    return shown


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Return where a column's texts stand: numbers at the right."""
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
