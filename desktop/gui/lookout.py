"""Read the office file beside the main thread; the next question stops the last one.

Nobody who types waits for an answer to what he has already typed over.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errors import Cancelled, DesktopError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from desktop.store.store import Store

Call = Callable[["Store"], object]
Found = TypeVar("Found")


def found_or_fault(look: Callable[[], Found]) -> Found | DesktopError:
    """Return what a look finds, or the fault that says why there is nothing.

    Nothing a look makes goes in circles, and collecting would hold up the screen.

    Raises:
        Cancelled: Something else is asked by now.
    """
    from desktop.operations.uncollected import uncollected

    try:
        with uncollected():
            return look()
    except Cancelled:
        raise
    except DesktopError as error:
        return error


class Lookout(QObject):
    """One reading thread of a window; it starts with the first question."""

    answered = Signal(object, object)
    """A question and its answer; of a question overtaken by another, never."""
    failed = Signal(object)
    """The exception of a reading that went wrong."""
    _read = Signal(int, object, object)
    _broke = Signal(int, object)

    def __init__(
        self, store: "Store", parent: QObject | None = None, *, beside: bool = True
    ) -> None:
        """Read one store, on a thread of its own or, not `beside`, on that of who asks.

        The second is for where jobs run at once too.
        """
        super().__init__(parent)
        self._store = store
        self._beside = beside
        self._newest = 0
        self._pool: ThreadPoolExecutor | None = None
        self._stop: Callable[[], None] | None = None
        # Queued, because they come from the reading thread.
        self._read.connect(self._on_read)
        self._broke.connect(self._on_broke)

    def ask(self, question: object, call: Call) -> None:
        """Read by a call, on the reading thread, instead of all asked before."""
        self.drop()
        if not self._beside:
            self.answered.emit(question, call(self._store))
            return
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="reader")
        number = self._newest
        self._pool.submit(lambda: self._look(number, question, call))

    def drop(self) -> None:
        """Let go of whatever is asked: it is stopped, and no answer comes."""
        self._newest += 1
        stop = self._stop
        if stop is not None:
            stop()

    def close(self) -> None:
        """Stop reading for good, before the store is closed."""
        self.drop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _look(self, number: int, question: object, call: Call) -> None:
        """Answer one question; on the reading thread."""
        try:
            with self._store.reading() as db:
                self._stop = db.interrupt
                # Asked only now: an interruption before would have stopped nothing.
                if number == self._newest:
                    self._read.emit(number, question, call(self._store))
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001  handed to who hears of failures
            self._broke.emit(number, error)
        finally:
            self._stop = None

    def _on_read(self, number: int, question: object, answer: object) -> None:
        if number == self._newest:
            self.answered.emit(question, answer)

    def _on_broke(self, number: int, error: object) -> None:
        if number == self._newest:
            self.failed.emit(error)
