"""The history of one record: every change, each field old and new."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.history.bringing import Bringing
from desktop.gui.pages.history.lists import change_list, field_list, field_rows
from desktop.gui.steps import offer
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.history.read_history import (
    RecordChange,
    RecordHistory,
    read_record,
)
from desktop.rules.changes import Fate
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.gui.session import Session

WIDTH, HEIGHT = 860, 600
_HIGHEST = 690


class RecordHistoryDialog(QDialog):
    """Read what became of a record, and bring back how it was."""

    def __init__(
        self, session: "Session", place: str, row_id: str, parent: QWidget | None = None
    ) -> None:
        """Show the history of one record, the newest change first."""
        super().__init__(parent)
        self._session = session
        self._key = (place, row_id)
        self.setWindowTitle("Lịch sử của mục")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self.sentence = QLabel()
        self.sentence.setProperty("role", "quiet")
        self.message = MessageBar()
        self.changes = change_list(self)
        self.fields = field_list(self)
        self.bring_button = QPushButton("&Mang lại như trước lần này")
        self.view_button = QPushButton("&Xem sổ như lúc này…")
        self.close_button = QPushButton("Đóng")
        self.bringing = Bringing(session, self)
        self._lay_out()
        self._connect()
        self.refresh()
        self.changes.setFocus()

    @property
    def current(self) -> RecordChange | None:
        """Return the change one is on."""
        found: RecordChange | None = self.changes.current
        return found

    def refresh(self) -> None:
        """Read the history anew."""
        told = read_record(self._session.store, *self._key)
        self._title.setText(told.title or "Mục không có tên")
        self.sentence.setText(_sentence(told))
        self.changes.model_.show_rows(told.changes)
        if told.changes and self.current is None:
            self.changes.selectRow(0)
        self._show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        for button in (self.bring_button, self.view_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        for button in (self.bring_button, self.view_button, self.close_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self._title)
        column.addWidget(self.sentence)
        column.addWidget(self.message)
        column.addWidget(self.changes, stretch=2)
        column.addWidget(self.fields, stretch=3)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), _HIGHEST))

    def _connect(self) -> None:
        self.changes.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.bring_button.clicked.connect(self._bring)
        self.view_button.clicked.connect(self._view)
        self.close_button.clicked.connect(self.accept)
        self.bringing.brought.connect(self._on_brought)
        self._session.jobs.changed.connect(self._on_changed)

    def _show(self) -> None:
        one = self.current
        self.fields.model_.show_rows([] if one is None else field_rows(one))
        writable = self._session.store.writable
        self.bring_button.setEnabled(
            writable and one is not None and one.fate is not Fate.MADE
        )
        self.view_button.setEnabled(writable and one is not None)

    def _bring(self) -> None:
        one = self.current
        if one is not None:
            self.bringing.as_before([(one.place, one.row_id)], one.done.entry.id)

    def _on_brought(self, said: str) -> None:
        offer(self._session, said, self.message)

    def _on_changed(self, _touched: frozenset[str], _initiator: object) -> None:
        self.refresh()

    def _view(self) -> None:
        one = self.current
        if one is not None:
            self.accept()
            self._session.past_wanted.emit(one.done.entry.id)


def _sentence(told: RecordHistory) -> str:
    count = f"{format_integer(len(told.changes))} lần thay đổi"
    return count if told.exists else f"{count}; hiện không còn trong sổ"
