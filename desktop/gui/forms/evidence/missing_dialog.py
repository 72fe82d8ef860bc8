"""Activities done that have nothing to show yet: attach to them one after the other."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.forms.evidence.attaching import Attaching
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.evidence.read_evidence import read_unproven
from desktop.operations.outcome import Outcome
from desktop.records.activity import Activity
from desktop.records.identity import TaskId
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.store.evidence import Unproven
from desktop.store.search import Hit

WIDTH, HEIGHT = 760, 560


class MissingDialog(QDialog):
    """The activities of the period, or of one task in it, without evidence."""

    def __init__(
        self, session: Session, parent: QWidget, task: TaskId | None = None
    ) -> None:
        """Read them on the worker."""
        super().__init__(parent)
        self._session = session
        self._task = task
        self.setWindowTitle("Chưa có minh chứng")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = QLabel()
        self.message = MessageBar()
        self.attaching = Attaching(session, self.message, self)
        columns = (
            Column(heading="Ngày", text=_day, weight=14, whole=True),
            Column(
                heading="Hoạt động đã thực hiện",
                text=lambda one: one.title,
                weight=86,
            ),
        )
        model = ShortModel(columns, lambda one: one.row_id, self)
        self.list = ShortList(model, "Hoạt động chưa có minh chứng", self)
        self.list.when_empty = "✓ Hoạt động nào đã thực hiện cũng có minh chứng."
        self.add_button = QPushButton("&Thêm tệp…")
        self.open_button = QPushButton("&Mở mục")
        self.close_button = QPushButton("Đóng")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read what is lacking now."""
        session, task = self._session, self._task
        run(
            session,
            lambda _progress: Outcome(
                read_unproven(session.store, session.period, task)
            ),
            title="Rà minh chứng",
            then=self._on_read,
        )

    def add(self) -> None:
        """Ask for files and attach them to the activity one is on."""
        one = self.list.current
        if isinstance(one, Unproven):
            self.attaching.attach((Activity, one.row_id), self.attaching.choose())

    def go(self) -> None:
        """Open the activity one is on, in its register."""
        one = self.list.current
        if isinstance(one, Unproven):
            hit = Hit("activities", one.row_id)
            self.accept()
            self._session.place_wanted.emit("activities", hit)

    def _on_read(self, found: tuple[Unproven, ...]) -> None:
        self.list.model_.show_rows(found)
        count = format_integer(len(found))
        self.said.setText(
            f"{count} hoạt động đã thực hiện trong kỳ chưa có tệp nào kèm theo, mới "
            "nhất ở trên. Chọn từng mục rồi thêm tệp."
            if found
            else "Trong kỳ đang xem không thiếu minh chứng nào."
        )
        if found and self.list.current is None:
            self.list.selectRow(0)
        for button in (self.add_button, self.open_button):
            button.setEnabled(bool(found))

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if touched & {"evidence", "activities"}:
            self.refresh()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.open_button.clicked.connect(self.go)
        self.close_button.clicked.connect(self.reject)
        self.list.chosen.connect(lambda _one: self.add())
        self._session.jobs.changed.connect(self._on_changed)
        QShortcut(QKeySequence("Ctrl+Shift+A"), self).activated.connect(self.add)

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.said.setProperty("role", "quiet")
        theme.make_primary(self.add_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.add_button)
        for button in (self.add_button, self.open_button, self.close_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.said)
        column.addWidget(self.message)
        column.addWidget(self.list, stretch=1)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))


def _day(one: Unproven) -> str:
    return format_date(date.fromisoformat(one.day))
