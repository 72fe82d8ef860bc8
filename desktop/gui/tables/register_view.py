"""The table of a register: headings, filters, rows and the row of sums together."""

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.settings import Settings
from desktop.gui.tables.copying import mime_of
from desktop.gui.tables.filter_header import FilterHeader
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.tables.totals_row import TotalsRow
from desktop.gui.widgets.empty_state import EmptyState

NOTHING_FITS = "Không có mục nào khớp"

LAYOUT_VERSION = 1
"""Counts up when the columns of a register come to mean something else."""

_MOST_COPIED = 20_000


class LinedRows(QStyledItemDelegate):
    """Draw a thin line below each row, and none between columns."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell and the line below it."""
        super().paint(painter, option, index)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class RowsView(QTableView):
    """The rows themselves: one is chosen whole, and Enter opens it."""

    opened = Signal()
    """The current row is to be opened."""
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Set what every list of ours has."""
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {theme.INSIDE + 1}px; }}")
        self.setItemDelegate(LinedRows(self))
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.scaled(theme.ROW_HEIGHT))
        rows.hide()
        self.setFont(theme.number_font())
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is other room for the columns."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Let the height of rows follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rows = self.verticalHeader()
            rows.setDefaultSectionSize(theme.scaled(theme.ROW_HEIGHT))

    def sizeHint(self) -> QSize:
        """Be content with little; the page gives what there is."""
        return QSize(400, 200)


class RegisterView(QWidget):
    """A register's table as one widget."""

    opened = Signal(int)
    """The row to be opened."""
    chosen = Signal()
    """Which rows are selected changed."""
    unfilter_wanted = Signal()
    """Somebody wants to see everything of the period again."""
    summed = Signal()
    """The sums of the rows shown are there."""

    def __init__(
        self, model: RegisterModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        """Show a model, with the columns as they were left."""
        super().__init__(parent)
        self.model = model
        self._settings = settings
        self._name = f"register/{model.register.code}"
        self.rows = RowsView(self)
        self.rows.setAccessibleName(f"Bảng {model.register.name}")
        self.header = FilterHeader(model.columns, self.rows)
        self.rows.setHorizontalHeader(self.header)
        self.rows.setModel(model)
        self.totals = TotalsRow(self.rows, model.columns)
        # Over the rows and not in their place: who types a filter stays in it.
        self.nothing = EmptyState(
            NOTHING_FITS,
            (("Bỏ lọc", self.unfilter_wanted.emit),),
            parent=self.rows.viewport(),
        )
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rows)
        layout.addWidget(self.totals)
        self._fitting = False
        self._own_widths = False
        self._own_columns = False
        # Qt tells of a column it hides before it is hidden: fit it afterwards.
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit)
        self._connect()
        self._lay_out()
        self._sum_later()

    def record(self) -> object:
        """Return the current record, or None."""
        return self.model.record(self.rows.currentIndex().row())

    def selected(self) -> list[int]:
        """Return the numbers of the rows selected, from the top."""
        chosen = self.rows.selectionModel().selectedRows()
        return sorted(index.row() for index in chosen)

    def select(self, record_id: str) -> bool:
        """Select a record and scroll to it; tell whether it is shown."""
        row = self.model.row_of(record_id)
        if row is None:
            return False
        self.select_row(row)
        return True

    def select_row(self, row: int) -> None:
        """Select one row and scroll to it."""
        column = self.header.logicalIndexAt(1)
        index = self.model.index(row, max(column, 0))
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self.rows.selectionModel().setCurrentIndex(index, flags)
        self.rows.scrollTo(index)

    def copy(self) -> int:
        """Copy the selected rows in the columns shown; return how many."""
        rows = self.selected()[:_MOST_COPIED]
        records = [r for r in map(self.model.record, rows) if r is not None]
        shown = [
            self.model.columns[at]
            for at in map(self.header.logicalIndex, range(self.header.count()))
            if not self.header.isSectionHidden(at)
        ]
        if records:
            QGuiApplication.clipboard().setMimeData(mime_of(records, shown))
        return len(records)

    def clear_filters(self) -> None:
        """Empty every filter and show everything of the period."""
        self.header.clear()
        self.model.clear_filters()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        rows, header = self.rows, self.header
        rows.opened.connect(self._on_opened)
        rows.selectionModel().selectionChanged.connect(self._on_chosen)
        rows.horizontalScrollBar().valueChanged.connect(header.place_filters)
        rows.resized.connect(self._fit)
        header.filtered.connect(self.model.set_filter)
        header.left.connect(rows.setFocus)
        header.reset_asked.connect(self._reset)
        header.sortIndicatorChanged.connect(self.model.sort)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._keep)
        self.model.shown.connect(self._on_shown)

    def _lay_out(self) -> None:
        self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for at, column in enumerate(self.model.columns):
            self.header.setSectionHidden(at, not column.field.column)
            self.header.resizeSection(at, theme.scaled(column.width))
        state = self._settings.layout(self._name, self._version())
        if state.isEmpty() or not self.header.restoreState(state):
            return
        self._own_widths = True
        at = self.header.sortIndicatorSection()
        self.model.sort(at, self.header.sortIndicatorOrder())

    def _version(self) -> int:
        # Another set of columns makes another version: Qt would not notice.
        return LAYOUT_VERSION * 1000 + len(self.model.columns)

    def _reset(self) -> None:
        self._settings.keep_layout(self._name, self._version(), QByteArray())
        self._own_widths = self._own_columns = False
        self._fitting = True  # what moves now is not somebody's wish to be kept
        for at in range(self.header.count()):
            self.header.moveSection(self.header.visualIndex(at), at)
        self._lay_out()
        self._fitting = False
        self._fit()

    def _keep(self) -> None:
        if self.isVisible() and not self._fitting:
            state = self.header.saveState()
            self._settings.keep_layout(self._name, self._version(), state)

    def _fit(self) -> None:
        """Spread the columns over the room there is, until somebody resizes one."""
        self.nothing.setGeometry(self.rows.viewport().rect())
        if self._own_widths:
            return
        if self._fitting:  # a heading that grew made other room meanwhile
            self._refit.start()
            return
        self._drop_what_has_no_room()
        shown = [
            at
            for at in range(self.header.count())
            if not self.header.isSectionHidden(at)
        ]
        columns = self.model.columns
        wanted = {at: theme.scaled(columns[at].width) for at in shown}
        elastic = [at for at in shown if columns[at].elastic]
        stiff = sum(width for at, width in wanted.items() if at not in elastic)
        room = self.rows.viewport().width() - stiff
        total = sum(wanted[at] for at in elastic)
        self._fitting = True
        for at, width in wanted.items():
            grown = width * room // total if at in elastic else width
            least = theme.scaled(columns[at].least)
            self.header.resizeSection(at, max(grown, min(width, least)))
        self._fitting = False

    def _drop_what_has_no_room(self) -> None:
        """Hide the columns missed least, until somebody chooses columns."""
        if self._own_columns or not self.isVisible():
            return
        columns, room = self.model.columns, self.rows.viewport().width()
        shown = [at for at, column in enumerate(columns) if column.field.column]
        going = sorted(shown, key=lambda at: (columns[at].weight, -at))
        for at in going[:-1]:
            if sum(theme.scaled(columns[each].least) for each in shown) <= room:
                break
            field = self.header.field(at)
            if field is None or not field.text():
                shown.remove(at)
        self._fitting = True
        for at in range(len(columns)):
            self.header.setSectionHidden(at, at not in shown)
        self._fitting = False

    def _on_resized(self, _at: int, old: int, new: int) -> None:
        if self._fitting:
            return
        if old == 0 or new == 0:
            self._own_columns = self._own_columns or self.isVisible()
            self._refit.start()
        else:
            self._own_widths = self._own_widths or self.isVisible()
        self._keep()

    def _on_opened(self) -> None:
        row = self.rows.currentIndex().row()
        if row >= 0:
            self.opened.emit(row)

    def _on_chosen(self, *_: QModelIndex) -> None:
        self.chosen.emit()

    def _on_shown(self) -> None:
        nothing = self.model.filtered and not self.model.rowCount()
        self.nothing.setGeometry(self.rows.viewport().rect())
        self.nothing.setVisible(nothing)
        self.chosen.emit()
        self._sum_later()

    def _sum_later(self) -> None:
        # The rows come first: sums over a long list take longer than the list.
        QTimer.singleShot(0, self, self._sum)

    def _sum(self) -> None:
        count = self.model.rowCount()
        self.totals.show_totals(self.model.totals(), f"({count} dòng)")
        self.summed.emit()
