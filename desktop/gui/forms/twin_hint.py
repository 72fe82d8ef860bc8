"""Say beside the form, as one types, that an entry may be there already."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.forms.comparison import CompareDialog
from desktop.gui.jobs import Job, Work
from desktop.gui.session import Session
from desktop.gui.tables.names import Names
from desktop.operations.entries import record_entry
from desktop.operations.entries.find_twins import Likely, compared, find_twins
from desktop.operations.entries.join_events import record_joined
from desktop.operations.outcome import Outcome
from desktop.records.activity import Activity
from desktop.records.register import Register
from desktop.rules.twins import Sign
from desktop.wording import twins

WAIT = 400
"""Milliseconds after the last key before anything is looked for."""


class TwinHint(QFrame):
    """One quiet line under the form; it takes no focus and holds up nothing."""

    open_wanted = Signal(object)
    """An entry that is kept is to be opened in the place of this one."""

    def __init__(
        self,
        session: Session,
        register: Register,
        names: Names,
        parent: QWidget | None = None,
    ) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self._session = session
        self._register = register
        self._names = names
        self._read: Callable[[], object] = _nothing
        self._job: Job | None = None
        self._record: object = None
        self._likely: Likely | None = None
        self._set_apart: set[str] = set()
        self.lead: Activity | None = None
        """The entry in which the event of the form is counted, once one says so."""
        self.setObjectName("message_bar")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.see_button = _button("&Xem", self._on_see)
        self.same_button = _button("Là &cùng một sự kiện", self._on_same)
        self.other_button = _button("Không &phải", self._on_other)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.BETWEEN, theme.INSIDE, theme.BETWEEN, theme.INSIDE)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.text, stretch=1)
        for button in (self.see_button, self.same_button, self.other_button):
            row.addWidget(button)
        self.hide()

    @property
    def said(self) -> str:
        """Return what is said; blank when nothing is."""
        return "" if self.isHidden() else self.text.text()

    def begin(self) -> None:
        """Forget everything: another entry is in the form."""
        self._wait.stop()
        self._leave_job()
        self._set_apart.clear()
        self.lead = None
        self._tell(None)

    def note(self, read: Callable[[], object]) -> None:
        """Look for twins of what a form then holds, once typing pauses."""
        self._read = read
        if self.lead is None and compared(self._register):
            self._wait.start()

    def recording(self, record: object) -> Work:
        """Return the deed that keeps an entry, joined to another's if one said so."""
        store, lead = self._session.store, self.lead
        if lead is None or not isinstance(record, Activity):
            return lambda progress: record_entry.record(store, record, progress)
        one, into = record, lead.id
        return lambda progress: record_joined(store, one, into, progress)

    def _look(self) -> None:
        self._record = self._read()
        record, store = self._record, self._session.store
        if record is None or not getattr(record, "title", ""):
            self._tell(None)
            return
        self._leave_job()
        self._job = Job(
            lambda progress: Outcome(find_twins(store, record, progress)),
            title="Tìm mục trùng",
            initiator=self,
        )
        self._job.succeeded.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self._session.jobs.start(self._job)

    def _leave_job(self) -> None:
        if self._job is not None:
            self._job.succeeded.disconnect(self._on_found)
            self._job.cancel()
            self._job = None

    def _on_found(self, found: tuple[Likely, ...]) -> None:
        self._job = None
        left = (one for one in found if str(one.twin.id) not in self._set_apart)
        self._tell(next(left, None))

    def _on_failed(self, _error: Exception) -> None:
        # A hint that cannot be given is none: recording goes on without it.
        self._job = None

    def _tell(self, likely: Likely | None) -> None:
        self._likely = likely
        self.setVisible(likely is not None)
        if likely is None:
            return
        why = twins.why(likely.twin.why)
        self._say(f"Có thể trùng: {self._called(likely.record)} ({why})")
        shared = isinstance(likely.record, Activity)
        shared = shared and Sign.OTHER_AGENCY in likely.twin.why
        kept = getattr(self._record, "joined_to", None) is not None
        self.same_button.setVisible(shared and not kept)
        self.see_button.setVisible(True)

    def _say(self, text: str) -> None:
        self.text.setText(text)
        self.text.setAccessibleName(text)

    def _called(self, record: Any) -> str:  # noqa: ANN401  of any register
        agency = self._session.agency_name(record.agency)
        return twins.called(record, agency, twins.days_of(record))

    def _on_see(self) -> None:
        record = self._read()
        if self._likely is not None and record is not None:
            both = (record, self._likely.record)
            dialog = CompareDialog(self._register, self._names, both, self)
            dialog.open_wanted.connect(self.open_wanted)
            dialog.open()

    def _on_same(self) -> None:
        if self._likely is None:
            return
        self.lead = self._likely.record
        called = self._called(self.lead)
        self._say(f"Khi ghi sẽ ghép vào sự kiện chung: {called}; tổng tính một lần.")
        self.same_button.hide()

    def _on_other(self) -> None:
        if self._likely is not None:
            self._set_apart.add(str(self._likely.twin.id))
        self.lead = None
        self._tell(None)
        self._wait.start()


def _nothing() -> None:
    """Return nothing: no form was read yet."""


def _button(words: str, call: Any) -> QPushButton:  # noqa: ANN401  any slot
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setAccessibleName(words.replace("&", ""))
    button.clicked.connect(lambda _checked=False: call())
    return button
