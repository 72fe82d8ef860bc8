"""Choose what is filled into a sentence, by its Vietnamese name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.button_row import button_row
from desktop.rules.vietnamese import fold

WIDTH, HEIGHT = 520, 460
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that can be filled in."""

    code: str
    """What stands in braces."""
    words: str


class _Fitting(QSortFilterProxyModel):
    """Show the names that hold every word typed, whatever their marks."""

    wanted: tuple[str, ...] = ()

    def filterAcceptsRow(
        self, row: int, parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        words = fold(str(index.data()))
        return all(one in words for one in self.wanted)


class NamePicker(QDialog):
    """A line to type in, and below it what fits; Enter takes it."""

    picked = Signal(str)
    """The name in braces of what was chosen."""

    def __init__(self, names: Sequence[Name], parent: QWidget | None = None) -> None:
        """Offer these, in this order."""
        super().__init__(parent)
        self._names = tuple(names)
        self.setWindowTitle("Chèn số liệu vào câu")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Gõ vài chữ: hội nghị, lượt người, đạt…")
        self.line.setAccessibleName("Tìm số liệu")
        self.line.setClearButtonEnabled(True)
        self._fitting = _Fitting(self)
        self._fitting.setSourceModel(
            QStringListModel([one.words for one in self._names], self)
        )
        self.list = QListView()
        self.list.setAccessibleName("Số liệu")
        self.list.setModel(self._fitting)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.take = QPushButton("&Chèn")
        self.leave = QPushButton("Thôi")
        self._lay_out()
        self.line.textChanged.connect(self._on_typed)
        self.list.activated.connect(self.accept)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._on_typed("")

    def accept(self) -> None:
        """Take what is chosen."""
        index = self._fitting.mapToSource(self.list.currentIndex())
        if index.isValid():
            self.picked.emit(self._names[index.row()].code)
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the list from the line."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = self.list.currentIndex().row() + step
        if 0 <= row < self._fitting.rowCount():
            self.list.setCurrentIndex(self._fitting.index(row, 0))

    def _on_typed(self, text: str) -> None:
        self._fitting.wanted = tuple(fold(text).split())
        self._fitting.invalidateFilter()
        self.list.setCurrentIndex(self._fitting.index(0, 0))
        self.take.setEnabled(self._fitting.rowCount() > 0)

    def _lay_out(self) -> None:
        theme.make_primary(self.take)
        self.take.setDefault(True)
        self.leave.setAutoDefault(False)
        buttons = button_row(self.leave, self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.line)
        column.addWidget(self.list, stretch=1)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), theme.scaled(HEIGHT))
