"""Look at files beside the main thread and beside the writing, with a way to stop."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import Cancelled
from desktop.gui.jobs import UPDATES_EVERY
from desktop.gui.session import Session
from desktop.progress import Progress, Step
from desktop.records.arrival import Arrival
from desktop.records.period import Period

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from desktop.operations.intake.unlocking import Words
    from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be looked at, and what opens it."""

    paths: tuple[Path, ...]
    period: Period
    words: "Words | None" = None


class Inspecting(QObject):
    """One reading thread for the tray; what is recorded meanwhile need not wait."""

    found = Signal(object)
    """An `Arrival`, before all are held against each other."""
    progressed = Signal(object)
    """A `Step`."""
    done = Signal(object)
    """Every `Arrival`, sorted."""
    failed = Signal(object)
    """The exception that ended it."""
    stopped = Signal()
    """Somebody stopped it; nothing was stored."""
    _answered = Signal(int, object)
    _told = Signal(int, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Wait for the first question."""
        super().__init__(parent)
        self._session = session
        self._pool: ThreadPoolExecutor | None = None
        self._number = 0
        self._stop = Event()
        self.running = False
        """Whether something is being looked at."""
        self._answered.connect(self._on_answered)
        self._told.connect(self._on_told)
        session.ending.connect(self.close)

    def ask(self, question: Question) -> None:
        """Look at files, instead of whatever is being looked at."""
        self._stop.set()
        self._number += 1
        stop = self._stop = Event()
        number, store = self._number, self._session.store
        self.running = True
        if not self._session.jobs.beside:
            self._look(number, stop, store, question)
            return
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="tray")
        self._pool.submit(self._look, number, stop, store, question)

    def cancel(self) -> None:
        """Ask what is being looked at to stop."""
        self._stop.set()

    def close(self) -> None:
        """Stop for good, before the store is closed."""
        self._stop.set()
        self._number += 1
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _look(
        self, number: int, stop: Event, store: "Store", question: Question
    ) -> None:
        """Answer one question; on the reading thread."""
        answer: object
        try:
            answer = _arrivals(
                store,
                question,
                _reporter(stop, lambda step: self._told.emit(number, step)),
                lambda one: self._told.emit(number, one),
            )
        except Exception as error:  # noqa: BLE001  handed to who hears of failures
            answer = error
        self._answered.emit(number, answer)

    def _on_told(self, number: int, what: object) -> None:
        if number != self._number:
            return
        if isinstance(what, Step):
            self.progressed.emit(what)
        else:
            self.found.emit(what)

    def _on_answered(self, number: int, answer: object) -> None:
        if number != self._number:
            return
        self.running = False
        if isinstance(answer, Cancelled):
            self.stopped.emit()
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            self.done.emit(answer)


def _arrivals(
    store: "Store",
    question: Question,
    progress: Progress,
    tell: Callable[[Arrival], object],
) -> Sequence[Arrival]:
    from desktop.operations.intake.inspect_arrivals import inspect_arrivals
    from desktop.operations.signing.verify_file import own_trust
    from desktop.operations.uncollected import uncollected

    with uncollected():
        return inspect_arrivals(
            store,
            question.paths,
            own_trust(),
            question.words,
            progress,
            period=question.period,
            tell=tell,
        )


def _reporter(stop: Event, tell: Callable[[Step], object]) -> Progress:
    """Return a progress that stops when asked to, and tells now and then."""
    last = float("-inf")

    def progress(step: Step, /) -> None:
        nonlocal last
        if stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - last >= UPDATES_EVERY:
            last = now
            tell(step)

    return progress
