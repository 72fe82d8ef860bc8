"""The window in which an entry is written: form in the middle, buttons always there."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DesktopError, InputError
from desktop.gui import theme
from desktop.gui.forms.drafting import DraftKeeper
from desktop.gui.forms.event_line import EventLine
from desktop.gui.forms.evidence.panel import EvidencePanel
from desktop.gui.forms.fields import Offer
from desktop.gui.forms.record_form import RecordForm
from desktop.gui.forms.twin_hint import TwinHint
from desktop.gui.help_key import answer_help_key
from desktop.gui.jobs import Job
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.tables.columns import EVIDENCE
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.reading_names import read_products
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries import record_entry
from desktop.operations.entries.keep_draft import Draft
from desktop.operations.entries.read_known import read_known
from desktop.records.register import Register
from desktop.rules.entry import title_of

WIDTH, HEIGHT = 900, 680
"""What fits a screen of 1366 x 768 with its task bar."""


class EntryDialog(QDialog):
    """Write one entry after the other, or amend those there are."""

    recorded = Signal(object)
    """The record as it was kept."""
    another_wanted = Signal()
    """The entry was kept, and a blank one is wanted."""
    history_wanted = Signal(object)
    """What was done to the entry in the form is to be shown."""
    step_wanted = Signal(int)
    """The next (1) or the previous (-1) entry of the list is wanted."""

    def __init__(
        self, session: Session, register: Register, names: Names, parent: QWidget
    ) -> None:
        """Make the form of a register."""
        super().__init__(parent)
        self._session = session
        self.register = register
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self.message = MessageBar()
        self.form = RecordForm(
            register, _offer(session, names), read_known(session.store)
        )
        self.form.changed.connect(self._on_changed)
        self.shared = EventLine(session)
        self.hint = TwinHint(session, register, names)
        self.shared.open_wanted.connect(self._on_open_other)
        self.hint.open_wanted.connect(self._on_open_other)
        self._drafts = DraftKeeper(session, register, self.form.typed, self)
        self.evidence = EvidencePanel(session, record_of(register), self.message, self)
        self.evidence.settled.connect(self._on_settled)
        self.setAcceptDrops(True)
        self._again = False
        self._job: Job | None = None
        self._kept: object = None
        self._lay_out()
        self._add_keys()
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))

    def write_new(
        self, values: Mapping[str, object], *, offer_draft: bool = True
    ) -> None:
        """Show a blank entry, and offer what was being written last."""
        record_id = record_entry.new_record_id()
        self.form.show_new(record_id, values)
        self._drafts.begin(record_id, new=True)
        self.evidence.show_new()
        self.shared.show_record(None)
        self.hint.begin()
        self._name(f"Ghi {self.register.one}", new=True)
        draft = self._drafts.waiting() if offer_draft else None
        self._offer_draft(draft)
        self.form.focus_first()

    def amend(self, record: Any) -> None:  # noqa: ANN401  of any register
        """Show an entry as it is kept, and offer what was being changed in it."""
        self.form.show_record(record)
        self._drafts.begin(str(record.id), new=False)
        self.evidence.show_record(str(record.id))
        self.shared.show_record(record)
        self.hint.begin()
        self._name(f"Sửa {self.register.one}", new=False)
        self._offer_draft(self._drafts.of(str(record.id)))
        self.form.focus_first()

    def focus_field(self, name: str) -> None:
        """Put the cursor into one field, or into the files of the entry."""
        if name == EVIDENCE:
            self.evidence.focus()
        else:
            self.form.focus_field(name)

    def save(self, *, again: bool = False) -> None:
        """Record what the form holds, unless something is wrong with it."""
        if self._job is not None:
            return
        record = self.form.accepted()
        if record is None:
            self.message.warn("Chưa ghi được: xem các chỗ có dấu ▲.")
            return
        self._again = again
        self._job = Job(
            self.hint.recording(record),
            title=f"Ghi {self.register.one}",
            initiator=self,
        )
        self._job.succeeded.connect(self._on_recorded)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._session.jobs.start(self._job)

    def reject(self) -> None:
        """Close; what was typed is kept as a draft, so nothing needs to be asked."""
        self._drafts.flush()
        super().reject()

    def done(self, result: int) -> None:
        """Close, and let go of what was pasted and not kept."""
        self.evidence.forget()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere in the window."""
        self.evidence.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach files dropped anywhere in the window."""
        self.evidence.dropEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, however the window came up."""
        super().showEvent(event)
        self.form.focus_first()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(theme.AROUND, theme.AROUND, theme.AROUND, 0)
        head.setSpacing(theme.BETWEEN)
        head.addWidget(self._title)
        head.addWidget(self.shared)
        head.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.form, stretch=1)
        column.addWidget(self.hint)
        column.addWidget(self.evidence)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(*[theme.AROUND] * 4)
        row.setSpacing(theme.BETWEEN)
        self._previous = _button("Mục &trước", "Ctrl+PgUp", row)
        self._next = _button("Mục &sau", "Ctrl+PgDown", row)
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self._past = _button("&Lịch sử…", "Ctrl+H", row)
        self._past.clicked.connect(self._show_history)
        note = QLabel("* bắt buộc")
        note.setProperty("role", "quiet")
        row.addWidget(note)
        row.addStretch(1)
        close = _button("Đóng", "Esc", row)
        close.clicked.connect(self.reject)
        self._save = _button("&Ghi", "Ctrl+S", row)
        self._save.clicked.connect(self._on_save)
        self._save_again = _button("Ghi và t&hêm tiếp", "Ctrl+Enter", row)
        self._save_again.setProperty("primary", True)
        self._save_again.clicked.connect(lambda: self.save(again=True))
        return row

    def _add_keys(self) -> None:
        for keys, call in (
            (("Ctrl+S",), self._on_save),
            (("Ctrl+Return", "Ctrl+Enter"), lambda: self.save(again=True)),
            (("Ctrl+PgUp",), lambda: self._step(-1)),
            (("Ctrl+PgDown",), lambda: self._step(1)),
            (("Ctrl+H",), self._show_history),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(call)
        answer_help_key(self, "activities")

    def _name(self, title: str, *, new: bool) -> None:
        self.setWindowTitle(title)
        self._title.setText(title)
        self._previous.setVisible(not new)
        self._next.setVisible(not new)
        self._past.setVisible(not new)
        self.message.hide()

    def _step(self, by: int) -> None:
        if self.form.kept is not None:
            self._drafts.flush()
            self.step_wanted.emit(by)

    def _show_history(self) -> None:
        if self.form.kept is not None:
            self.history_wanted.emit(self.form.kept)

    def _offer_draft(self, draft: Draft | None) -> None:
        if draft is None:
            return
        at = f"{draft.kept_at:%H:%M, %d/%m/%Y}"
        self.message.warn(
            f"Có bản đang ghi dở lúc {at}.",
            "Ghi tiếp bản đó",
            lambda: self._resume(draft),
        )

    def _resume(self, draft: Draft) -> None:
        new = self.form.kept is None
        if new:
            self.form.show_new(draft.id, {})
        self._drafts.begin(draft.id, new=new, kept=True)
        self.form.show_typed(draft.values)
        self.form.focus_first()

    def _on_save(self) -> None:
        self.save()

    def _on_changed(self) -> None:
        self._drafts.note()
        self.hint.note(self.form.record)

    def _on_open_other(self, other: object) -> None:
        """Leave this entry as a draft, and show another one of the register."""
        self._drafts.flush()
        self.amend(other)

    def _on_recorded(self, record: object) -> None:
        self._job = None
        self._drafts.drop()
        self.recorded.emit(record)
        self._kept = record
        self.evidence.settle(str(getattr(record, "id", "")))

    def _on_settled(self, good: bool) -> None:
        """Go on once the files are attached too; stay where some were refused."""
        record = self._kept
        if not good:
            told = self.message.text
            self.amend(record)
            self.message.warn(f"Đã ghi mục này. {told}".strip())
        elif not self._again:
            self.accept()
        else:
            self.another_wanted.emit()
            self.message.say(f"Đã ghi: {title_of(record) or self.register.one}")

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, InputError):
            self.form.show_problems(error.problems)
            self.message.warn("Chưa ghi được: xem các chỗ có dấu ▲.")
        elif isinstance(error, DesktopError):
            show_error(self._session, error)
        else:
            self._session.jobs.unheard.emit(error)

    def _on_cancelled(self) -> None:
        self._job = None


def _button(words: str, key: str, row: QHBoxLayout) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    name = words.replace("&", "")
    button.setAccessibleName(f"{name} ({key})")
    button.setToolTip(f"{name} ({key})")
    row.addWidget(button)
    return button


def _offer(session: Session, names: Names) -> Offer:
    return Offer(
        names=names,
        products=lambda: read_products(session),
        today=session.today,
        year=session.period.last_day.year,
    )
