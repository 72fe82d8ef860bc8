"""The strip at the foot of an entry: its files, and what to do with them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.forms.evidence import viewing
from desktop.gui.forms.evidence.attaching import Attaching
from desktop.gui.forms.evidence.incoming import Incoming, can_be_taken
from desktop.gui.forms.evidence.rows import EvidenceList, Row, row_of, waiting_row
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.evidence.attach_evidence import Attached
from desktop.operations.evidence.detach_evidence import detach_evidence, erase_evidence
from desktop.operations.evidence.read_evidence import read_evidence
from desktop.rules.numbers import format_integer

ROWS_SHOWN = 3
"""Rows seen at once: the form above needs the room."""
ERASE_QUESTION = "Xóa hẳn tệp này theo yêu cầu của người có liên quan?"
ERASE_DETAIL = (
    "Tệp bị xóa khỏi máy ở mọi mục có dùng nó và không hoàn tác được; số đếm và dấu "
    "vết trong nhật ký vẫn còn. Bản sao lưu ở nơi khác phải xóa riêng."
)

NO_REASON = "Chưa xóa gì: ghi lý do, để nhật ký còn nói được vì sao tệp không còn."


class EvidencePanel(QWidget):
    """Files of the entry in the form: those kept, and those that wait for it."""

    settled = Signal(bool)
    """Files that waited for the entry are attached; False when some were refused."""

    def __init__(
        self, session: Session, cls: type, message: MessageBar, parent: QWidget
    ) -> None:
        """Begin without an entry."""
        super().__init__(parent)
        self._session = session
        self._cls = cls
        self._message = message
        self._record_id = ""
        self._incoming = Incoming()
        self._settling = False
        self.waiting: list[Path] = []
        self.attaching = Attaching(session, message, self)
        self.said = QLabel()
        self.list = EvidenceList(self)
        self.add_button = _button("Thêm tệ&p…", "Ctrl+Shift+A")
        self.paste_button = _button("&Dán", "Ctrl+Shift+V")
        self.toggle = _button("&Xem", "")
        self.open_button = _button("&Mở", "Enter")
        self.edit_button = _button("Sử&a…", "F2")
        self.drop_button = _button("&Bỏ", "Delete")
        self.erase_button = _button("Xóa hẳn…", "")
        self._below = QWidget()
        self._lay_out()
        self._connect()
        self.show_new()

    def show_new(self) -> None:
        """Wait with files until the entry is recorded."""
        self._record_id = ""
        self.waiting.clear()
        self.refresh()

    def show_record(self, record_id: str) -> None:
        """Show the files of an entry that is kept."""
        self._record_id = record_id
        self.waiting.clear()
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        rows: list[Row] = [waiting_row(path) for path in self.waiting]
        if self._record_id:
            found = read_evidence(self._session.store, self._cls, self._record_id)
            rows = [row_of(one) for one in found] + rows
        self.list.model_.show_rows(rows)
        count = len(rows)
        self.said.setText(
            f"Minh chứng: {format_integer(count)} tệp"
            if count
            else "Minh chứng: chưa có. Kéo tệp thả vào đây."
        )
        self.toggle.setVisible(count > 0)
        if not count:
            self.toggle.setChecked(False)
        self._allow()

    def focus(self) -> None:
        """Put the keyboard on the files, or where the first one is attached."""
        if self.list.model_.rowCount():
            self.toggle.setChecked(True)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Ask for files and attach them."""
        self.take(self.attaching.choose())

    def paste(self, data: QMimeData | None = None) -> None:
        """Attach the files or the picture on the clipboard."""
        given = QGuiApplication.clipboard().mimeData() if data is None else data
        paths = self._incoming.take(given)
        if paths:
            self.take(paths)
        else:
            self._message.warn("Chưa chép tệp hoặc ảnh nào để dán.")

    def take(self, paths: Sequence[Path]) -> None:
        """Attach files to the entry, or let them wait for it."""
        if self._record_id:
            self.attaching.attach((self._cls, self._record_id), paths)
            return
        self.waiting += [path for path in paths if path not in self.waiting]
        self.refresh()
        self.toggle.setChecked(bool(self.waiting))

    def settle(self, record_id: str) -> None:
        """Attach what waited for the entry that is recorded now; then `settled`."""
        paths, self._settling = tuple(self.waiting), True
        self.show_record(record_id)
        if paths:
            self.attaching.attach((self._cls, record_id), paths)
        else:
            self._settle(good=True)

    def view(self) -> None:
        """Open the file one is on."""
        row = self._current()
        if row is not None and row.evidence is not None and not row.erased:
            viewing.view(self._session, row.evidence.id)

    def edit(self) -> None:
        """Write name, note and persons of the file one is on."""
        row = self._current()
        if row is not None and row.evidence is not None and not row.erased:
            from desktop.gui.forms.evidence.edit_dialog import EvidenceDialog

            EvidenceDialog(self._session, row.evidence, self).open()

    def drop(self) -> None:
        """Detach the file one is on; an undo brings it back."""
        row, store = self._current(), self._session.store
        if row is None:
            return
        if row.waiting is not None:
            self.waiting.remove(row.waiting)
            self.refresh()
        elif row.evidence is not None:
            doomed = row.evidence.id
            run(
                self._session,
                lambda _progress: detach_evidence(store, [doomed]),
                title="Bỏ minh chứng",
                then=self._on_dropped,
            )

    def erase(self) -> None:
        """Ask why, and erase the content of the file one is on for good."""
        row, store = self._current(), self._session.store
        if row is None or row.evidence is None or row.erased:
            return
        ask, doomed = self._session.ask, row.evidence.id
        if not ask.confirm(ERASE_QUESTION, verb="Xóa hẳn", detail=ERASE_DETAIL):
            return
        reason = ask.line(
            "Xóa hẳn minh chứng", "Lý do, theo yêu cầu nào", verb="Xóa hẳn"
        )
        if reason is None:
            return
        if not reason.strip():
            self._message.warn(NO_REASON)
            return
        run(
            self._session,
            lambda _progress: erase_evidence(store, doomed, reason.strip()),
            title="Xóa hẳn minh chứng",
            then=self._on_erased,
        )

    def forget(self) -> None:
        """Let go of pictures that were pasted and not kept."""
        self._incoming.forget()

    # --- overrides -----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if can_be_taken(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what is dropped."""
        paths = self._incoming.take(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    # --- slots ---------------------------------------------------------------------

    def _on_ended(self, answers: Sequence[Attached]) -> None:
        self.refresh()
        if answers:
            self.toggle.setChecked(True)
        good = bool(answers) and not any(one.refused for one in answers)
        if good:
            self._incoming.forget()
        self._settle(good=good)

    def _on_dropped(self, _count: int) -> None:
        self._message.say("Đã bỏ tệp khỏi mục này. Hoàn tác bằng Ctrl+Z.")

    def _on_erased(self, _count: int) -> None:
        viewing.sweep(viewing.view_folder())
        self._message.say("Đã xóa hẳn; dấu vết còn trong nhật ký.")

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if "evidence" in touched:
            self.refresh()

    def _on_toggled(self, shown: bool) -> None:
        self._below.setVisible(shown)
        self.toggle.setText("&Thu gọn" if shown else "&Xem")
        if shown and self.list.current is None and self.list.model_.rowCount():
            self.list.selectRow(0)
        self._allow()

    # --- work ----------------------------------------------------------------------

    def _settle(self, *, good: bool) -> None:
        if self._settling:
            self._settling = False
            self.settled.emit(good)

    def _current(self) -> Row | None:
        row = self.list.current
        return row if isinstance(row, Row) else None

    def _allow(self) -> None:
        row = self._current()
        kept = row is not None and row.evidence is not None and not row.erased
        for button in (self.open_button, self.edit_button, self.erase_button):
            button.setEnabled(kept)
        self.drop_button.setEnabled(row is not None)

    def _connect(self) -> None:
        calls: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.add_button, self.add),
            (self.paste_button, self.paste),
            (self.open_button, self.view),
            (self.edit_button, self.edit),
            (self.drop_button, self.drop),
            (self.erase_button, self.erase),
        )
        for button, call in calls:
            button.clicked.connect(lambda _checked=False, do=call: do())
        self.toggle.toggled.connect(self._on_toggled)
        self.list.chosen.connect(lambda _row: self.view())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.attaching.ended.connect(self._on_ended)
        self._session.jobs.changed.connect(self._on_changed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, call in (("F2", self.edit), ("Delete", self.drop)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(within)
            shortcut.activated.connect(call)
        for keys, call in (("Ctrl+Shift+A", self.add), ("Ctrl+Shift+V", self.paste)):
            window = QShortcut(QKeySequence(keys), self)
            window.activated.connect(call)
        paste = QShortcut(QKeySequence("Ctrl+V"), self.list)
        paste.setContext(within)
        paste.activated.connect(self.paste)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setObjectName("evidence_panel")
        self.setAccessibleName("Minh chứng")
        self.toggle.setCheckable(True)
        strip = QHBoxLayout()
        strip.setSpacing(theme.BETWEEN)
        strip.addWidget(self.said, stretch=1)
        for button in (self.toggle, self.add_button, self.paste_button):
            strip.addWidget(button)
        height = self.list.verticalHeader().defaultSectionSize() * ROWS_SHOWN
        header = self.list.horizontalHeader().sizeHint().height()
        self.list.setFixedHeight(height + header + 2)
        verbs = QHBoxLayout()
        verbs.setSpacing(theme.BETWEEN)
        verbs.addStretch(1)
        for button in (
            self.open_button,
            self.edit_button,
            self.drop_button,
            self.erase_button,
        ):
            verbs.addWidget(button)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.INSIDE)
        below.addWidget(self.list)
        below.addLayout(verbs)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.AROUND, theme.BETWEEN, theme.AROUND, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(strip)
        column.addWidget(self._below)


def _button(words: str, key: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    name = words.replace("&", "")
    button.setAccessibleName(f"{name} ({key})" if key else name)
    button.setToolTip(f"{name} ({key})" if key else name)
    return button
