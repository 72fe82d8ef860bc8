"""A table's heading with a row of filters below it, one for each column."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QMenu, QWidget

from desktop.gui import theme
from desktop.gui.tables.column_menu import ColumnMenu
from desktop.gui.tables.columns import Column
from desktop.gui.tables.conditions import can_filter

_WAIT = 250
"""Milliseconds after the last key before the list follows."""

_LEAST_LINES, _MOST_LINES = 2, 3
_SIDES = 16
"""Pixels the sheet and the style leave free left and right of a heading."""


class FilterHeader(QHeaderView):
    """Headings of two or three lines, and filters that move with their columns."""

    filtered = Signal(int, str)
    """A column and what was typed into its filter."""
    left = Signal()
    """The filters were left with Esc or an arrow: the list takes the focus."""
    reset_asked = Signal()
    """The columns are to be shown as they were at first."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        """Make one filter for each column that can be filtered."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._fields: dict[int, QLineEdit] = {}
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._tell)
        self._typed: dict[int, str] = {}
        self._lines = _LEAST_LINES
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.scaled(48))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName("Tiêu đề cột")
        for at, column in enumerate(self._columns):
            if can_filter(column):
                self._fields[at] = self._field(at, column)
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)
        self.geometriesChanged.connect(self._place)

    def field(self, column: int) -> QLineEdit | None:
        """Return the filter of a column, or None where there is none."""
        return self._fields.get(column)

    def focus_first(self) -> None:
        """Put the cursor into the first filter that shows."""
        for at in range(self.count()):
            field = self._fields.get(self.logicalIndex(at))
            if field is not None and field.isVisible():
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return

    def show_filters(self, typed: Mapping[int, str]) -> None:
        """Write into filters without telling anybody."""
        for at, text in typed.items():
            self._typed.pop(at, None)
            field = self._fields.get(at)
            if field is not None:
                field.setText(text)

    def clear(self) -> None:
        """Empty every filter without telling anybody."""
        self._timer.stop()
        self._typed.clear()
        for field in self._fields.values():
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer every column to be shown or hidden."""
        for at, column in enumerate(self._columns):
            action = menu.addAction(column.label)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            shown = self.count() - self.hiddenSectionCount()
            action.setEnabled(self.isSectionHidden(at) or shown > 1)
            action.toggled.connect(
                lambda on, at=at: self.setSectionHidden(at, not on),
            )
        menu.addSeparator()
        menu.addAction("Hiện lại các cột ban đầu").triggered.connect(self.reset_asked)

    def sizeHint(self) -> QSize:
        """Ask for the lines of the headings and the row of filters."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._heading_height() + self._filter_height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint the heading above the filter."""
        upper = QRect(rect)
        upper.setHeight(self._heading_height())
        super().paintSection(painter, upper, logicalIndex)
        lower = rect.adjusted(0, self._heading_height(), 0, 0)
        painter.fillRect(lower, theme.colour("raised"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(lower.bottomLeft(), lower.bottomRight())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the column chooser."""
        menu = ColumnMenu(self)
        self.fill_menu(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc and the arrow down leave a filter for the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return}
            if event.key() in keys:
                self._tell()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def place_filters(self) -> None:
        """Put the filters under their headings, as after scrolling sideways."""
        self._place()

    def _field(self, at: int, column: Column) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(f"Lọc theo {column.label}")
        field.setPlaceholderText("Lọc")
        field.setClearButtonEnabled(False)
        field.installEventFilter(self)
        field.textEdited.connect(lambda typed: self._note(at, typed))
        return field

    def _note(self, at: int, typed: str) -> None:
        self._typed[at] = typed
        self._timer.start()

    def _tell(self) -> None:
        self._timer.stop()
        typed, self._typed = self._typed, {}
        for at, text in typed.items():
            self.filtered.emit(at, text)

    def _place(self) -> None:
        lines = self._needed_lines()
        if lines != self._lines:
            self._lines = lines
            self.geometriesChanged.emit()  # which comes here again
            return
        top = self._heading_height()
        for at, field in self._fields.items():
            if self.isSectionHidden(at):
                field.hide()
                continue
            left = self.sectionViewportPosition(at) + 2
            width = self.sectionSize(at) - 4
            field.setGeometry(left, top + 1, width, self._filter_height() - 4)
            field.show()

    def _heading_height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines + theme.scaled(
            theme.BETWEEN
        )

    def _needed_lines(self) -> int:
        shown = [at for at in range(self.count()) if not self.isSectionHidden(at)]
        most = max((self._lines_of(at) for at in shown), default=_LEAST_LINES)
        return min(max(most, _LEAST_LINES), _MOST_LINES)

    def _lines_of(self, at: int) -> int:
        """Return how many lines a heading takes in the width of its column."""
        metrics = self.fontMetrics()
        room = max(self.sectionSize(at) - theme.scaled(_SIDES), 1)
        label = self._columns[at].label
        flags = Qt.TextFlag.TextWordWrap.value
        tall = metrics.boundingRect(QRect(0, 0, room, 9_999), flags, label).height()
        return -(-tall // metrics.lineSpacing())

    def _filter_height(self) -> int:
        return theme.scaled(theme.ROW_HEIGHT) + 2
