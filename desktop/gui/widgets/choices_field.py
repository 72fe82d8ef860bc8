"""Choose any number of a list: a line that sums them up, a checklist below it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.choice_field import CODE, FOLDED, Choice, searched
from desktop.rules.vietnamese import fold

NOTHING = "Chưa chọn"
_MOST_ROWS = 10


class Checklist(QFrame):
    """A list to tick, with a line that narrows it; Space ticks, Esc closes."""

    ticked = Signal()
    """One item was ticked or unticked by hand."""
    closed = Signal()

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        """Show the items of the model."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.narrow = QLineEdit()
        self.narrow.setPlaceholderText("Gõ để lọc, không cần dấu")
        self.narrow.setAccessibleName("Lọc danh sách")
        self.narrow.setClearButtonEnabled(True)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(model)
        self._filtered.setFilterRole(FOLDED)
        self.items = QListView()
        self.items.setModel(self._filtered)
        self.items.setAccessibleName("Danh sách để chọn")
        self.items.setUniformItemSizes(True)
        hint = QLabel("Dấu cách: chọn hoặc bỏ · Esc: xong")
        hint.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.INSIDE] * 4)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self.narrow)
        column.addWidget(self.items)
        column.addWidget(hint)
        self.narrow.textChanged.connect(
            lambda text: self._filtered.setFilterFixedString(fold(text))
        )
        self.narrow.installEventFilter(self)
        self.items.installEventFilter(self)
        model.itemChanged.connect(lambda _item: self.ticked.emit())

    def open_below(self, field: QWidget) -> None:
        """Show the list under a field, as wide as it at least."""
        rows = min(self._filtered.sourceModel().rowCount(), _MOST_ROWS)
        self.items.setFixedHeight(max(rows, 3) * theme.scaled(theme.ROW_HEIGHT))
        self.narrow.clear()
        self.narrow.setVisible(self._filtered.sourceModel().rowCount() > _MOST_ROWS)
        self.setMinimumWidth(max(field.width(), theme.scaled(280)))
        self.adjustSize()
        self.move(_fitting(field, self))
        self.show()
        self.items.setCurrentIndex(self._filtered.index(0, 0))
        (self.narrow if self.narrow.isVisible() else self.items).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move from the line to the list with Down; Enter is done."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
            if watched is self.narrow and key == Qt.Key.Key_Down:
                self.items.setFocus()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the list is gone."""
        super().hideEvent(event)
        self.closed.emit()


class ChoicesField(QPushButton):
    """Any number of codes of a list, in the order of the list."""

    changed = Signal()
    """Something was ticked or unticked by hand."""

    def __init__(
        self, choices: Iterable[Choice] = (), parent: QWidget | None = None
    ) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._setting = False
        self._list = Checklist(self._model, self)
        self._list.ticked.connect(self._on_ticked)
        self._list.closed.connect(self.setFocus)
        self.clicked.connect(lambda: self._list.open_below(self))
        self._name = ""
        self.set_choices(choices)

    @property
    def value(self) -> tuple[str, ...]:
        """Return the codes chosen, in the order of the list."""
        return tuple(str(item.data(CODE)) for item in self._chosen())

    @property
    def problem(self) -> str:
        """Return blank: nothing outside the list can be chosen."""
        return ""

    def set_value(self, codes: Iterable[str]) -> None:
        """Choose exactly these; one that is not in the list is added at its end."""
        wanted = dict.fromkeys(codes)
        known = {str(item.data(CODE)) for item in self._items()}
        self._setting = True
        for code in wanted:
            if code not in known:
                self._add(code, code)
        for item in self._items():
            on = str(item.data(CODE)) in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._setting = False
        self._sum_up()

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """List these, keeping what is chosen and still among them."""
        offered = tuple(choices)
        kept = [code for code in self.value if code in {each[0] for each in offered}]
        self._setting = True
        self._model.clear()
        for code, name, *others in offered:
            self._add(code, name, *others)
        self._setting = False
        self.set_value(kept)

    def setAccessibleName(self, name: str) -> None:
        """Name the field; what is chosen is read after it."""
        self._name = name
        super().setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down or F4 as a combo box does."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a field with an arrow and as much of the names as fits."""
        painter = QPainter(self)
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.editable = False  # type: ignore[attr-defined]
        style = self.style()
        style.drawComplexControl(
            QStyle.ComplexControl.CC_ComboBox, option, painter, self
        )
        names = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self._room(option)
        )
        option.currentText = names  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
        # The style's own edge is made from the window's colour: unseen in the dark.
        painter.setPen(theme.colour("accent" if self.hasFocus() else "edge"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the names into the new width."""
        super().resizeEvent(event)
        self.update()

    def _room(self, option: QStyleOptionComboBox) -> int:
        return (
            self.style()
            .subControlRect(
                QStyle.ComplexControl.CC_ComboBox,
                option,
                QStyle.SubControl.SC_ComboBoxEditField,
                self,
            )
            .width()
            - theme.BETWEEN
        )

    def _on_ticked(self) -> None:
        if not self._setting:
            self._sum_up()
            self.changed.emit()

    def _sum_up(self) -> None:
        names = [item.text() for item in self._chosen()]
        count = f"{len(names)} mục: " if len(names) > 1 else ""
        self.setText(count + ", ".join(names) if names else NOTHING)
        self.setToolTip("\n".join(names))
        self.setAccessibleDescription(self.text())

    def _items(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _chosen(self) -> list[QStandardItem]:
        return [
            item for item in self._items() if item.checkState() == Qt.CheckState.Checked
        ]

    def _add(self, code: str, name: str, others: Iterable[str] = ()) -> None:
        item = QStandardItem(name)
        item.setData(code, CODE)
        item.setData(searched(name, others), FOLDED)
        item.setCheckable(True)
        item.setEditable(False)
        self._model.appendRow(item)


def _fitting(field: QWidget, popup: QWidget) -> QPoint:
    """Return where the list goes: below the field, or above where there is no room."""
    below = field.mapToGlobal(field.rect().bottomLeft())
    screen = field.screen().availableGeometry()
    height = popup.sizeHint().height()
    if below.y() + height > screen.bottom():
        below = field.mapToGlobal(field.rect().topLeft()) - QPoint(0, height)
    right_most = screen.right() - popup.sizeHint().width()
    return QPoint(
        max(screen.left(), min(below.x(), right_most)), max(screen.top(), below.y())
    )
