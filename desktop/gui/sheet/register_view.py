"""The table of a register: headings, filters, rows, a new row and sums together."""

import datetime as dt

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.gui.forms.fields import Offer
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.sheet.cell_editors import around
from desktop.gui.sheet.cells_view import CellsView
from desktop.gui.sheet.new_row_view import NewRowView
from desktop.gui.sheet.sheet import Sheet
from desktop.gui.tables.column_layout import ColumnLayout
from desktop.gui.tables.column_menu import ColumnMenu
from desktop.gui.tables.copying import Columns, mime_of
from desktop.gui.tables.filter_chips import SEARCH, FilterChips
from desktop.gui.tables.filter_header import FilterHeader
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.tables.table_memory import Left, TableMemory
from desktop.gui.tables.totals_row import TotalsRow
from desktop.gui.widgets.empty_state import EmptyState
from desktop.rules.cell_text import Around
from desktop.rules.numbers import format_integer

NOTHING_FITS = "Không có mục nào khớp"

ONCE = "sự kiện chung tính một lần"
"""Said where the sums leave out what an agency tells of another's event."""

MOST_COPIED = 20_000
"""Rows copied at once: more of them no spreadsheet takes from the clipboard."""


class RegisterView(QWidget):
    """A register's table as one widget."""

    chosen = Signal()
    """Which rows are selected changed."""
    unfilter_wanted = Signal()
    """Somebody wants to see everything of the period again."""
    unsearch_wanted = Signal()
    """Somebody wants the search taken away, and the filters to stay."""
    remove_wanted = Signal()
    """The rows selected are to be removed."""
    summed = Signal()
    """The sums of the rows shown are there."""

    def __init__(
        self, model: RegisterModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        """Show a model, with the columns as they were left."""
        super().__init__(parent)
        self.model = model
        self.sheet: Sheet | None = None
        columns = len(model.columns)
        self._memory = TableMemory(settings, model.register.code, columns)
        self._at: tuple[str, int, bool] = ("", -1, False)
        self.chips = FilterChips(self)
        self.rows = CellsView(self)
        self.rows.setAccessibleName(f"Bảng {model.register.name}")
        self.header = FilterHeader(model.columns, self.rows)
        self.rows.setHorizontalHeader(self.header)
        self.rows.setModel(model)
        # Headings show no selection; to draw them, Qt would go over every row of it.
        self.header.setSelectionModel(QItemSelectionModel(model, self.header))
        self.new_rows = NewRowView(self, self.rows)
        self.totals = TotalsRow(self.rows, model.columns)
        # Over the rows and not in their place: who types a filter stays in it.
        self.nothing = EmptyState(
            NOTHING_FITS,
            (("Bỏ lọc", self.unfilter_wanted.emit),),
            parent=self.rows.viewport(),
        )
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.chips, self.rows, self.new_rows, self.totals):
            column.addWidget(part)
        self.columns = ColumnLayout(self.rows, self.header, model, self._memory)
        self._restore_list()
        self._connect()
        self._show_chips()
        self.sum_later()

    def work(self, session: Session, owner: QObject) -> Sheet:
        """Let the table be written in from now on; `owner` outlives it."""
        sheet = Sheet(session, self.model, self.rows, self.new_rows, owner)
        sheet.edited.connect(self.sum_later)
        sheet.remove_wanted.connect(self.remove_wanted)
        sheet.column_wanted.connect(self._reveal)
        self.sheet = sheet
        self.new_rows.setVisible(session.store.writable)
        self.new_rows.follow()
        return sheet

    def record(self) -> object:
        """Return the current record, or None."""
        return self.model.record(self.rows.currentIndex().row())

    def selected(self) -> list[int]:
        """Return the numbers of the rows selected, from the top."""
        return self.rows.rows_selected()

    def select(self, record_id: str) -> bool:
        """Select a record and scroll to it; tell whether it is shown."""
        row = self.model.row_of(record_id)
        if row is None:
            return False
        if self.selected() != [row]:
            self.select_row(row)
        return True

    def select_row(self, row: int) -> None:
        """Select one row whole and scroll to it."""
        shown = self.rows.columns_shown()
        index = self.model.index(row, shown[0] if shown else 0)
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self.rows.selectionModel().setCurrentIndex(index, flags)
        self.rows.scrollTo(index)

    def copy(self) -> int:
        """Copy the cells selected; return how many rows they are of."""
        offer = self.sheet.cells.around if self.sheet else self._around()
        columns = self.rows.columns_selected()
        names = [self.model.columns[at] for at in columns]
        whole, chosen = self.rows.whole_rows(), self.rows.selectionModel()

        def copied(row: int) -> Columns:
            if whole:
                return names
            cells = (self.model.index(row, at) for at in columns)
            picked = map(chosen.isSelected, cells)
            return [n if on else None for n, on in zip(names, picked, strict=True)]

        numbers = self.rows.rows_selected()[:MOST_COPIED]
        rows = [(self.model.record(row), copied(row)) for row in numbers]
        if rows:
            QGuiApplication.clipboard().setMimeData(mime_of(rows, offer))
        return len(rows)

    def choose_columns(self) -> None:
        """Open the menu of columns, for the keyboard."""
        menu = ColumnMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.header.fill_menu(menu)
        menu.popup(self.header.mapToGlobal(self.header.rect().topLeft()))
        menu.setActiveAction(menu.actions()[0])

    def clear_filters(self) -> None:
        """Empty every filter and show everything of the period."""
        self.header.clear()
        self.model.clear_filters()

    def sum_later(self) -> None:
        """Ask for the sums once the rows are there: they take longer than the list."""
        QTimer.singleShot(0, self, self._sum)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected cells with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed before anybody closes the file."""
        super().hideEvent(event)
        if self.sheet is not None:
            self.sheet.keep_drafts()

    def _around(self) -> Around:
        """Return by what values are written as words where nothing is typed."""
        today = dt.date.today()  # noqa: DTZ011  the day of this machine's calendar
        offer = Offer(self.model.names, tuple, today, today.year)
        return around(offer)

    def _connect(self) -> None:
        rows, header = self.rows, self.header
        rows.selectionModel().selectionChanged.connect(self._on_chosen)
        rows.horizontalScrollBar().valueChanged.connect(header.place_filters)
        rows.resized.connect(self._on_room)
        header.filtered.connect(self.model.set_filter)
        header.left.connect(rows.setFocus)
        header.sortIndicatorChanged.connect(self.model.sort)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._return)
        self.model.shown.connect(self._on_shown)
        self.chips.removed.connect(self._on_chip_removed)
        self.chips.emptied.connect(rows.setFocus)

    def _restore_list(self) -> None:
        left = self._memory.left()
        names = [one.field.name for one in self.model.columns]
        way = Qt.SortOrder.DescendingOrder
        order = way if left.descending else Qt.SortOrder.AscendingOrder
        at = names.index(left.sort) if left.sort in names else -1
        self.header.setSortIndicator(at, order)
        self.model.sort(at, order)
        filters = {
            names.index(name): typed
            for name, typed in left.filters.items()
            if name in names
        }
        if filters:
            self.header.show_filters(filters)
            self.model.set_filters(filters)

    def _keep_list(self) -> None:
        at, order = self.header.sortIndicatorSection(), self.header.sortIndicatorOrder()
        columns = self.model.columns
        sort = columns[at].field.name if 0 <= at < len(columns) else ""
        filters = {
            columns[column].field.name: typed
            for column, typed in self.model.filters.items()
        }
        falling = order is Qt.SortOrder.DescendingOrder
        self._memory.keep_left(Left(filters, sort, falling))

    def _show_chips(self) -> None:
        chips = {
            at: (self.model.columns[at].field.label, typed)
            for at, typed in self.model.filters.items()
        }
        if self.model.text:
            chips[SEARCH] = ("Tìm", self.model.text)
        self.chips.show_filters(chips)

    def _remember(self) -> None:
        record = self.record()
        whole = self.rows.whole_rows()
        column = self.rows.currentIndex().column()
        self._at = str(getattr(record, "id", "")), column, whole

    def _return(self) -> None:
        """Come back to the cell one was in, wherever its row now is."""
        record_id, column, whole = self._at
        row = self.model.row_of(record_id) if record_id else None
        if row is None:
            return
        if whole:
            self.select_row(row)
        else:
            self.rows.go(row, column)

    def _reveal(self, column: int) -> None:
        self.columns.reveal(column)
        self.new_rows.follow()

    def _on_room(self) -> None:
        self.nothing.setGeometry(self.rows.viewport().rect())
        self.columns.fit()
        self.new_rows.follow()

    def _on_chip_removed(self, column: int) -> None:
        if column == SEARCH:
            self.unsearch_wanted.emit()
            return
        self.header.show_filters({column: ""})
        self.model.set_filter(column, "")

    def _on_chosen(self, *_: QModelIndex) -> None:
        self.chosen.emit()

    def _on_shown(self) -> None:
        nothing = self.model.filtered and not self.model.rowCount()
        self.nothing.setGeometry(self.rows.viewport().rect())
        self.nothing.setVisible(nothing)
        self._keep_list()
        self._show_chips()
        self.chosen.emit()
        self.sum_later()

    def _sum(self) -> None:
        count = f"{format_integer(self.model.rowCount())} dòng"
        once = f"; {ONCE}" if self.model.shared() else ""
        self.totals.show_totals(self.model.totals(), f"({count}{once})")
        self.summed.emit()
