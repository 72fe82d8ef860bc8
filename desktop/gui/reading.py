"""Read what a page shows on the worker, and again when it is out of date."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.jobs import Job
from desktop.gui.session import Session
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.records.period import Period
from desktop.store.store import Store

Read = Callable[[Store, Period, Progress], object]


class Reading(QObject):
    """What one page has read, kept until the office or the period changes.

    A page nobody looks at reads nothing; it does when it is shown again.
    """

    arrived = Signal(object)
    """What was read."""

    def __init__(self, page: QWidget, session: Session, read: Read) -> None:
        """Read when the page is shown."""
        super().__init__(page)
        self._page = page
        self._session = session
        self._read = read
        self._job: Job | None = None
        self._stale = True
        self.value: object = None
        page.installEventFilter(self)
        session.period_changed.connect(self._on_period)
        session.jobs.changed.connect(self._on_changed)
        session.jobs.ended.connect(self._on_ended)

    def refresh(self) -> None:
        """Note that what was read is out of date; read again if somebody looks."""
        self._stale = True
        if self._page.isVisible():
            self._start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read what is out of date when the page comes up."""
        if event.type() == QEvent.Type.Show and self._stale:
            self._start()
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        session, read = self._session, self._read
        period = session.period
        if self._job is not None:
            # Its answer would be of another period, or older than the last change.
            self._job.succeeded.disconnect(self._on_read)
            self._job.cancel()
        self._stale = False
        self._job = Job(
            lambda progress: Outcome(read(session.store, period, progress)),
            title="Tính số liệu",
            initiator=self,
        )
        self._job.succeeded.connect(self._on_read)
        session.jobs.start(self._job)

    def _on_read(self, value: object) -> None:
        self._job = None
        self.value = value
        self.arrived.emit(value)

    def _on_period(self, _period: Period) -> None:
        self.refresh()

    def _on_changed(self, _touched: frozenset[str], _initiator: object) -> None:
        self.refresh()

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            # It was stopped, or it failed: what it was to read is still wanted.
            self._job = None
            self._stale = True
