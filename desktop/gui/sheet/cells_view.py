"""Rows that are worked like a sheet: a current cell, ranges, and keys as in Excel."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.forms.fields import Offer
from desktop.gui.sheet import cell_keys
from desktop.gui.sheet.cell_editing import CellEditing, Cells, Move
from desktop.gui.sheet.cell_editors import in_form_only, is_only_read
from desktop.gui.tables.register_table import DOUBT, TYPED
from desktop.gui.tables.rows_view import LinedRows, RowsView
from desktop.records.register import FieldType

Index = QModelIndex | QPersistentModelIndex

_NUMBERS_WIDTH = 44
_CORNER = 6
"""Side of the triangle that says: doubtful."""


class CellMarks(LinedRows):
    """Draw cells with what is chosen, what is wrong and which is the current one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint the cell, then its marks."""
        # Not by `initStyleOption`: what Qt hands there lives no longer than the call,
        # and crashed.
        super().paint(painter, _own_colours(option, index), index)
        view = self.parent()
        if not isinstance(view, CellsView):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if index.data(TYPED) is not None:
            _edge(painter, rect, theme.colour("bad"), 1)
        elif index.data(DOUBT):
            _corner(painter, rect, theme.colour("warn"))
        if view.currentIndex() == index:
            editing = view.editing
            writing = editing is not None and editing.editor is not None
            here = view.hasFocus() or writing
            active = here and view.isActiveWindow()
            _edge(painter, rect, theme.colour("accent" if active else "edge"), 2)
        painter.restore()


class CellsView(RowsView):
    """A table of cells; without `work_with` it is only read."""

    opened_at = Signal(int, str)
    """A row is to be opened in the form, at a field; blank: at the first."""
    passed_end = Signal(object)
    """A `Move` that leads below the last row or above the first."""
    written = Signal(object)
    """A `Move` after a cell was written, before the cursor goes there."""
    asked = Signal(str)
    """Something is to be done with the cells selected: `clear`, `remove`, `fill`,
    `fill_all`, `paste`."""
    pointed = Signal()
    """The current cell is another one."""

    def __init__(self, parent: QWidget) -> None:
        """Choose cells, and rows by their numbers."""
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setItemDelegate(CellMarks(self))
        self.cells: Cells | None = None
        self.editing: CellEditing | None = None
        self.passing = False
        """Whether Tab leads on to what comes after the table: it was reached by Tab
        and nobody did anything in it yet, or Esc was pressed."""
        self.doubleClicked.disconnect(self.opened)
        self.doubleClicked.connect(lambda _index: self.write())
        numbers = self.verticalHeader()
        numbers.setVisible(True)
        numbers.setFixedWidth(theme.scaled(_NUMBERS_WIDTH))
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.setHighlightSections(True)
        numbers.setAccessibleName("Số dòng")
        numbers.sectionDoubleClicked.connect(lambda row: self.opened_at.emit(row, ""))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._run = -1
        """Column in which somebody began to go right with Tab; Enter returns to it."""

    def work_with(self, cells: Cells, offer: Offer) -> None:
        """Let cells be written from now on."""
        self.cells = cells
        self.editing = CellEditing(self, cells, offer)
        self.editing.finished.connect(self._on_written)

    def columns_shown(self) -> list[int]:
        """Return the columns that show, from the left."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(at) for at in range(header.count()))
        return [column for column in order if not header.isSectionHidden(column)]

    def rows_selected(self) -> list[int]:
        """Return the rows of which any cell is selected, from the top."""
        return sorted({row for rows, _ in self._parts() for row in rows})

    def columns_selected(self) -> list[int]:
        """Return the columns that show and of which any cell is selected."""
        chosen = {column for _, columns in self._parts() for column in columns}
        return [column for column in self.columns_shown() if column in chosen]

    def whole_rows(self) -> bool:
        """Tell whether nothing but whole rows is selected."""
        parts, width = self._parts(), self.model().columnCount()
        return bool(parts) and all(len(columns) == width for _, columns in parts)

    def cells_selected(self) -> list[tuple[int, int]]:
        """Return row and column of the cells selected that show, row by row."""
        shown = {column: at for at, column in enumerate(self.columns_shown())}
        found = {
            (row, column)
            for rows, columns in self._parts()
            for row in rows
            for column in columns
            if column in shown
        }
        return sorted(found, key=lambda one: (one[0], shown[one[1]]))

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Make a cell the current one; select it, or everything up to it."""
        index = self.model().index(row, column)
        if not index.isValid():
            return
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if extend:
            model.select(self._range_to(index), flag.ClearAndSelect)
            model.setCurrentIndex(index, flag.NoUpdate)
        else:
            model.setCurrentIndex(index, flag.ClearAndSelect)
        self.scrollTo(index)

    def step(self, move: Move) -> None:
        """Go to a neighbouring cell, from the last of a row to the next row."""
        at = self.currentIndex()
        here, shown = at.column(), self.columns_shown()
        ways = [n for n in shown if n == here or not self._is_only_read(n)]
        target = cell_keys.next_cell(move, at.row(), at.column(), ways, self._run)
        if move in (Move.DOWN, Move.UP):
            self._run = -1
        if target is None:
            return
        if 0 <= target[0] < self.model().rowCount():
            self.go(*target)
        else:
            self.passed_end.emit(move)

    def write(self, first: QKeyEvent | QInputMethodEvent | None = None) -> bool:
        """Write in the current cell; open the form where it is too small for that."""
        index = self.currentIndex()
        if self.editing is None or self.cells is None or not index.isValid():
            return False
        if self.editing.open(index, first=first):
            return True
        field = self.cells.field(index)
        if in_form_only(field):
            self.opened_at.emit(index.row(), field.name)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        key = Qt.Key(event.key())
        if key not in cell_keys.TABS:
            self.passing = key == Qt.Key.Key_Escape
        if key in cell_keys.TABS:
            self._on_tab(event)
        elif cell_keys.is_typing(event) and self._may_type(event):
            self.write(event)
        elif not self._do(event):
            # Not the list's own: it opens the row with Enter.
            QTableView.keyPressEvent(self, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to write with what an input method sends."""
        if event.commitString() or event.preeditString():
            self.write(event)
        else:
            super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin anew where somebody clicks."""
        self._run = -1
        self.passing = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current cell as soon as the keyboard leads here."""
        super().focusInEvent(event)
        by_tab = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.passing = event.reason() in by_tab
        shown = self.columns_shown()
        if self.model().rowCount() and shown and not self.rows_selected():
            at = self.currentIndex()  # Qt made one current, and chose none
            self.go(*((at.row(), at.column()) if at.isValid() else (0, shown[0])))
        self.viewport().update()
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the current cell as one that waits."""
        super().focusOutEvent(event)
        self.viewport().update()
        if self.editing is not None:
            self.editing.note.hide()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        """Leave Tab to the keys of the sheet."""
        return QWidget.focusNextPrevChild(self, next) if self.passing else False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is the current one."""
        super().currentChanged(current, previous)
        self.pointed.emit()

    def _parts(self) -> list[tuple[range, range]]:
        """Return the rows and the columns of each block of cells selected."""
        # Numbers and not Qt's ranges: those live no longer than the selection read.
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        return [
            (range(one.top(), one.bottom() + 1), range(one.left(), one.right() + 1))
            for one in parts
        ]

    def _on_tab(self, event: QKeyEvent) -> None:
        back = event.key() == Qt.Key.Key_Backtab
        out = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if out or self.passing or not self.currentIndex().isValid():
            self.passing = True
            self.focusNextPrevChild(not back)
            return
        if self._run < 0:
            self._run = self.currentIndex().column()
        self.step(Move.LEFT if back else Move.RIGHT)

    def _do(self, event: QKeyEvent) -> bool:
        """Do what one of the sheet's own keys means; tell whether it is one."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in cell_keys.ENTERS and not held & Qt.KeyboardModifier.ControlModifier:
            if self._is_only_read(self.currentIndex().column()):
                self.write()
                return True
            up = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.step(Move.UP if up else Move.DOWN)
            return True
        move = cell_keys.ENDS.get((key, held.value))
        if move is not None:
            self._run = -1
            self.step(move)
            return True
        if key not in cell_keys.TYPED_OVER:
            self._run = -1
        target = self._target(event)
        if target is not None:
            self.go(*target, extend=bool(held & Qt.KeyboardModifier.ShiftModifier))
            return True
        return self._do_with_cells(event)

    def _do_with_cells(self, event: QKeyEvent) -> bool:
        wish = cell_keys.wish_of(event)
        if wish in {"write", "write_blank"}:
            self.write(event if wish == "write_blank" else None)
        elif wish == "today":
            if self.write() and self.editing is not None:
                self.editing.insert_today()
        elif wish == "tick":
            return self._tick()
        elif wish == "rows":
            self._select_rows()
        elif wish == "clear":
            self.asked.emit("remove" if self.whole_rows() else "clear")
        elif wish in {"fill", "paste"}:
            self.asked.emit(wish)
        else:
            return False
        return True

    def _target(self, event: QKeyEvent) -> tuple[int, int] | None:
        at = self.currentIndex()
        if not at.isValid():
            return None
        return cell_keys.target(
            event, at.row(), at.column(), self.columns_shown(), self.model()
        )

    def _may_type(self, event: QKeyEvent) -> bool:
        if self.editing is None or not self.currentIndex().isValid():
            return False
        return event.key() != Qt.Key.Key_Space

    def _tick(self) -> bool:
        """Turn a yes into a no, and back."""
        index = self.currentIndex()
        if self.cells is None or not index.isValid():
            return False
        flag = self.cells.field(index).type is FieldType.FLAG
        if flag and self.cells.writable:
            self.cells.accept(index, not self.cells.value(index))
        return True  # Space selects nothing here

    def _select_rows(self) -> None:
        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection(self.selectionModel().selection())
        self.selectionModel().select(chosen, flag.Select | flag.Rows)

    def _is_only_read(self, column: int) -> bool:
        index = self.model().index(0, column)
        cells = self.cells if index.isValid() else None
        return cells is not None and is_only_read(cells.field(index))

    def _range_to(self, index: QModelIndex) -> QItemSelection:
        """Return the cells between the far corner of what is selected and a cell."""
        row, column = self._anchor()
        shown = self.columns_shown()
        left, right = sorted((shown.index(column), shown.index(index.column())))
        top, bottom = sorted((row, index.row()))
        chosen, model = QItemSelection(), self.model()
        for each in shown[left : right + 1]:
            chosen.select(model.index(top, each), model.index(bottom, each))
        return chosen

    def _anchor(self) -> tuple[int, int]:
        at, shown = self.currentIndex(), self.columns_shown()
        rows, columns = self.rows_selected(), self.columns_selected()
        if not rows or at.column() not in columns:
            return at.row(), at.column() if at.column() in shown else shown[0]
        row = rows[-1] if at.row() == rows[0] else rows[0]
        column = columns[-1] if at.column() == columns[0] else columns[0]
        return row, column

    def _on_written(self, move: Move) -> None:
        if move in (Move.RIGHT, Move.LEFT) and self._run < 0:
            self._run = self.currentIndex().column()
        self.written.emit(move)
        if move is Move.FILL:
            self.asked.emit("fill_all")
        elif move is Move.OUT:
            self.passing = True
            self.focusNextPrevChild(True)
        elif move is not Move.STAY:
            self.step(move)


def _own_colours(option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
    """Return an option in which text keeps its colour where it is chosen."""
    own = QStyleOptionViewItem(option)
    palette = QPalette(option.palette)  # type: ignore[attr-defined]
    palette.setColor(QPalette.ColorRole.Highlight, theme.colour("accent_soft"))
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
    if index.data(TYPED) is not None:
        palette.setColor(QPalette.ColorRole.Text, theme.colour("bad"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("bad"))
    own.palette = palette  # type: ignore[attr-defined]
    own.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
    return own


def _edge(painter: QPainter, rect: QRect, colour: QColor, width: int) -> None:
    painter.setPen(QPen(colour, width))
    inner = rect.adjusted(width // 2, width // 2, -1 - width // 2, -1 - width // 2)
    painter.drawRect(inner)


def _corner(painter: QPainter, rect: QRect, colour: QColor) -> None:
    side = theme.scaled(_CORNER)
    for at in range(side):
        painter.setPen(colour)
        top = rect.top() + at
        painter.drawLine(rect.right() - side + at, top, rect.right(), top)
