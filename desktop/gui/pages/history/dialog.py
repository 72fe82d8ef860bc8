"""The history of the whole office: who did what when, and what it touched."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
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
from desktop.gui.pages.history.filters import HistoryFilters
from desktop.gui.pages.history.lists import deed_list, record_list
from desktop.gui.pages.history.record_dialog import RecordHistoryDialog
from desktop.gui.steps import offer
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.history.read_history import (
    MOST_ROWS,
    RecordChange,
    count_history,
    read_change,
    read_offered,
    read_page,
)
from desktop.rules.changes import Fate
from desktop.rules.numbers import format_integer
from desktop.store.history import Done
from desktop.store.search import Hit

if TYPE_CHECKING:
    from desktop.gui.session import Session

WIDTH, HEIGHT = 1080, 680
_HIGHEST = 690
OPENING = frozenset({"activities", "plan"})
"""Places that open a record by its table and id."""


class HistoryDialog(QDialog):
    """Page through the deeds; of each, the records it touched."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show the newest deeds."""
        super().__init__(parent)
        self._session = session
        self._below: int | None = None
        self._lines: list[Done] = []
        self.dialog: RecordHistoryDialog | None = None
        self.setWindowTitle("Nhật ký thay đổi")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filters = HistoryFilters(session, read_offered(session.store))
        self.sentence = QLabel()
        self.sentence.setProperty("role", "quiet")
        self.message = MessageBar()
        self.deeds = deed_list(self)
        self.deeds.when_empty = "Không có việc nào khớp."
        self.records = record_list(self)
        self.more_button = QPushButton("Xem thêm việc cũ &hơn")
        self.open_button = QPushButton("&Mở mục")
        self.history_button = QPushButton("Lịch &sử của mục…")
        self.bring_button = QPushButton("Mang lại mục &này")
        self.bring_all_button = QPushButton("Mang lạ&i tất cả")
        self.view_button = QPushButton("&Xem sổ như lúc này…")
        self.close_button = QPushButton("Đóng")
        self.bringing = Bringing(session, self)
        self._lay_out()
        self._connect()
        self.refresh()
        self.deeds.setFocus()

    @property
    def deed(self) -> Done | None:
        """Return the deed one is on."""
        found: Done | None = self.deeds.current
        return found

    @property
    def record(self) -> RecordChange | None:
        """Return the record one is on: the only one where there is one."""
        found: RecordChange | None = self.records.current
        rows = self.records.model_.rows
        return rows[0] if found is None and len(rows) == 1 else found

    def refresh(self) -> None:
        """Show the newest deeds the filters ask for."""
        wanted = self.filters.wanted
        page = read_page(self._session.store, wanted)
        self._lines, self._below = list(page.lines), page.below
        whole = count_history(self._session.store, wanted)
        self.sentence.setText(f"{format_integer(whole)} việc, mới nhất trước")
        self._show_deeds()

    def show_more(self) -> None:
        """Show the next page below the deeds shown."""
        page = read_page(self._session.store, self.filters.wanted, self._below)
        self._lines += page.lines
        self._below = page.below
        self._show_deeds()

    def sizeHint(self) -> QSize:
        """Fit a small screen."""
        return QSize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), _HIGHEST))

    def _show_deeds(self) -> None:
        self.deeds.model_.show_rows(self._lines)
        self.more_button.setVisible(self._below is not None)
        if self._lines and self.deed is None:
            self.deeds.selectRow(0)
        self._show_records()

    def _show_records(self) -> None:
        one = self.deed
        found = () if one is None else read_change(self._session.store, one.entry.id)
        self.records.model_.show_rows(found)
        if found and self.records.current is None:
            self.records.selectRow(0)
        if one is not None and one.touched > MOST_ROWS:
            shown, whole = format_integer(MOST_ROWS), format_integer(one.touched)
            self.message.say(f"Cho xem {shown} mục đầu trong {whole} mục của việc này.")
        self._allow()

    def _allow(self) -> None:
        deed, record = self.deed, self.record
        writable = self._session.store.writable
        amended = record is not None and record.fate is not Fate.MADE
        self.open_button.setEnabled(record is not None and self._opens(record))
        self.history_button.setEnabled(record is not None)
        self.bring_button.setEnabled(writable and amended)
        removed = 0 if deed is None else deed.removed
        self.bring_all_button.setVisible(removed > 1)
        self.bring_all_button.setText(f"Mang lạ&i tất cả ({format_integer(removed)})")
        self.bring_all_button.setEnabled(writable)
        self.view_button.setEnabled(writable and deed is not None)

    def _opens(self, record: RecordChange) -> bool:
        from desktop.store.history import row_now

        db = self._session.store.reader
        there = row_now(db, record.place, record.row_id) is not None
        return there and bool(_place_of(record.place))

    def _open(self) -> None:
        record = self.record
        if record is not None and self._opens(record):
            self.accept()
            hit = Hit(record.place, record.row_id)
            self._session.place_wanted.emit(_place_of(record.place), hit)

    def _show_history(self) -> None:
        record = self.record
        if record is not None:
            self.dialog = RecordHistoryDialog(
                self._session, record.place, record.row_id, self
            )
            self.dialog.finished.connect(self._on_closed)
            self.dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.refresh()

    def _bring(self) -> None:
        record = self.record
        if record is not None:
            key = (record.place, record.row_id)
            self.bringing.as_before([key], record.done.entry.id)

    def _bring_all(self) -> None:
        if self.deed is not None:
            self.bringing.all_removed(self.deed.entry.id)

    def _on_brought(self, said: str) -> None:
        offer(self._session, said, self.message)

    def _on_changed(self, _touched: frozenset[str], _initiator: object) -> None:
        self.refresh()

    def _view(self) -> None:
        if self.deed is not None:
            self.accept()
            self._session.past_wanted.emit(self.deed.entry.id)

    def _enter(self, _deed: object) -> None:
        """Open the only record of a deed, or go to the list of several."""
        if len(self.records.model_.rows) == 1:
            self._open()
        else:
            self.records.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.filters)
        head = QHBoxLayout()
        head.addWidget(self.sentence, stretch=1)
        head.addWidget(self.more_button)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(self.deeds, stretch=3)
        column.addWidget(self.records, stretch=2)
        column.addLayout(self._buttons())
        self.resize(self.sizeHint())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        own = (
            self.open_button,
            self.history_button,
            self.bring_button,
            self.bring_all_button,
            self.view_button,
        )
        for button in own:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        for button in (*own, self.close_button, self.more_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.deeds.selectionModel().selectionChanged.connect(
            lambda *_: self._show_records()
        )
        self.records.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.deeds.chosen.connect(self._enter)
        self.records.chosen.connect(lambda _record: self._open())
        for button, call in (
            (self.more_button, self.show_more),
            (self.open_button, self._open),
            (self.history_button, self._show_history),
            (self.bring_button, self._bring),
            (self.bring_all_button, self._bring_all),
            (self.view_button, self._view),
            (self.close_button, self.accept),
        ):
            button.clicked.connect(call)
        self.bringing.brought.connect(self._on_brought)
        self._session.jobs.changed.connect(self._on_changed)


def _place_of(table: str) -> str:
    """Return the place that opens records of a table by their ids; else blank."""
    from desktop.gui.global_search import WHERE

    place = WHERE[table][1] if table in WHERE else ""
    return place if place in OPENING else ""
