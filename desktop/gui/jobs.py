"""Run operations off the main thread: one worker, one answer each, cancellable.

A job is connected first and started last: a job that is quick could otherwise
finish before anybody listens. Whatever happens on the worker is handed to the
main thread by one queued signal, so every slot runs on the main thread.
"""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.errors import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from desktop.operations.outcome import Outcome
    from desktop.progress import Progress, Step

Work = Callable[["Progress"], "Outcome[Any]"]

UPDATES_EVERY = 0.1
"""Seconds between two reports of progress: a screen cannot be read faster."""


class Job(QObject):
    """One operation to be run, and the four ways to hear of it."""

    progressed = Signal(object)
    """A `Step`."""
    succeeded = Signal(object)
    """The value of the operation's `Outcome`."""
    failed = Signal(object)
    """The exception: a `DesktopError`, or a bug."""
    cancelled = Signal()

    def __init__(
        self, work: Work, *, title: str = "", initiator: object = None
    ) -> None:
        """Prepare work; `initiator` is handed on to whoever hears of the change."""
        super().__init__()
        self.title = title
        self.initiator = initiator
        self.heard = False
        """Whether its failure has a listener of its own; known when handed over."""
        self._handed_over = False
        self._work = work
        self._stop = threading.Event()
        self._last_report = float("-inf")

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def hand_over(self) -> None:
        """Note that the job is on its way.

        Raises:
            RuntimeError: It was handed over before.
        """
        if self._handed_over:
            raise RuntimeError(self.title)
        self._handed_over = True
        # Asked now: a page may be gone, and its slots with it, at the answer.
        self.heard = self.receivers("2failed(PyObject)") > 0

    @property
    def stopping(self) -> bool:
        """Tell whether somebody asked it to stop."""
        return self._stop.is_set()

    def run(self, report: "Callable[[Step], None]") -> "Outcome[Any]":
        """Do the work on the calling thread, reporting no more than ten times a second.

        Raises:
            Cancelled: Somebody asked it to stop.
        """

        def progress(step: "Step", /) -> None:
            if self._stop.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - self._last_report >= UPDATES_EVERY:
                self._last_report = now
                report(step)

        if self._stop.is_set():
            raise Cancelled
        return self._work(progress)


class Worker(Protocol):
    """Run calls one after the other, somewhere."""

    def submit(self, call: Callable[[], None], /) -> object:
        """Take a call to run when all earlier ones are done."""

    def shutdown(self) -> None:
        """Wait for every call taken, and take no more."""


class OneThread:
    """Run calls one after the other on one thread that starts with the first."""

    def __init__(self) -> None:
        """Wait for the first call: the window opens before any thread is needed."""
        self._made: ThreadPoolExecutor | None = None

    def submit(self, call: Callable[[], None], /) -> object:
        """Take a call to run when all earlier ones are done."""
        return self._pool().submit(call)

    def shutdown(self) -> None:
        """Wait for every call taken, and take no more."""
        self._pool().shutdown(wait=True)

    def _pool(self) -> "ThreadPoolExecutor":
        if self._made is None:
            from concurrent.futures import ThreadPoolExecutor

            self._made = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        return self._made


class Jobs(QObject):
    """Run jobs in order, and tell everybody what they changed."""

    changed = Signal(object, object)
    """Names of the tables touched (frozenset) and the job's initiator."""
    started = Signal(object)
    """A `Job` was handed over."""
    progressed = Signal(object, object)
    """A `Job` and its `Step`."""
    ended = Signal(object)
    """A `Job` gave its one answer."""
    unheard = Signal(object)
    """The exception of a failed job to whose `failed` nobody had connected."""
    _reported = Signal(object, object)
    _answered = Signal(object, object)

    def __init__(
        self, worker: Worker | None = None, parent: QObject | None = None
    ) -> None:
        """Use one thread, or the worker given."""
        super().__init__(parent)
        self._worker = OneThread() if worker is None else worker
        self._waiting: list[Job] = []
        self.closed = False
        """Whether no more jobs are taken."""
        self._reported.connect(self._on_reported)
        self._answered.connect(self._on_answered)

    def start(self, job: Job) -> None:
        """Hand over a job whose signals are connected; each job runs once.

        Raises:
            RuntimeError: It was handed over before.
        """
        job.hand_over()
        self._waiting.append(job)
        self.started.emit(job)
        self._worker.submit(lambda: self._run(job))

    @property
    def beside(self) -> bool:
        """Tell whether jobs run beside the main thread, and not at once on it."""
        return isinstance(self._worker, OneThread)

    @property
    def waiting(self) -> tuple[Job, ...]:
        """Return the jobs without an answer yet, the running one first."""
        return tuple(self._waiting)

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self._waiting:
            job.cancel()

    def finish(self) -> None:
        """Wait until every job handed over so far has run."""
        done = threading.Event()
        self._worker.submit(done.set)
        done.wait()

    def close(self) -> None:
        """Cancel what can be cancelled and wait for the rest."""
        self.closed = True
        self.cancel_all()
        self._worker.shutdown()

    def _on_reported(self, job: Job, step: "Step") -> None:
        job.progressed.emit(step)
        self.progressed.emit(job, step)

    def _on_answered(self, job: Job, answer: object) -> None:
        from desktop.operations.outcome import Outcome

        self._waiting.remove(job)
        # First the pages reload, then the one who asked speaks of his own record.
        if isinstance(answer, Outcome) and answer.touched:
            self.changed.emit(answer.touched, job.initiator)
        _tell(job, answer)
        self.ended.emit(job)
        told = job.heard or isinstance(answer, Cancelled)
        if isinstance(answer, Exception) and not told:
            self.unheard.emit(answer)

    def _run(self, job: Job) -> None:
        answer: object
        try:
            answer = job.run(lambda step: self._reported.emit(job, step))
        except Exception as error:  # noqa: BLE001  the one place that catches all
            answer = error
        self._answered.emit(job, answer)


def _tell(job: Job, answer: object) -> None:
    from desktop.operations.outcome import Outcome  # the work has loaded it by now

    if isinstance(answer, Outcome):
        job.succeeded.emit(answer.value)
    elif isinstance(answer, Cancelled):
        job.cancelled.emit()
    else:
        job.failed.emit(answer)
