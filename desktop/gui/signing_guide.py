"""Write the page that tells how to sign with another program, and show it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs
from desktop.gui.opening import open_path
from desktop.operations.outcome import Outcome
from desktop.progress import Progress

if TYPE_CHECKING:
    from desktop.gui.window import Window
    from desktop.store.store import Store

FILES = (("Tệp PDF", "*.pdf"),)


class SigningGuide(QWidget):
    """Ask where the page goes; it speaks of the newest report of the open office."""

    def __init__(self, jobs: Jobs, ask: Ask, window: "Window") -> None:
        """Write for this window; itself it is never seen."""
        super().__init__(window)
        self.hide()
        self._jobs = jobs
        self._ask = ask
        self._window = window

    def ask(self) -> None:
        """Ask where to write the page, and write it."""
        from desktop.operations.signing.write_signing_guide import guide_name

        path = self._ask.save_file(
            "Hướng dẫn ký bằng phần mềm khác", guide_name(), FILES, purpose="guide"
        )
        if path is None:
            return
        session = self._window.session
        store = None if session is None else session.store
        job = Job(partial(_write, path, store), title="Ghi hướng dẫn ký số")
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _on_written(self, path: Path) -> None:
        self._window.message.say(
            f"Đã ghi hướng dẫn ký số: {path.name}",
            "Mở để in",
            partial(open_path, self._ask, path),
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            self._jobs.unheard.emit(error)
            return
        from desktop.wording.faults import explain

        self._ask.show_fault(explain(error))


def _write(path: Path, store: "Store | None", progress: Progress) -> Outcome[object]:
    from desktop.operations.signing.write_signing_guide import write_signing_guide
    from desktop.records.issued import IssuedReport
    from desktop.store import records

    if store is not None and not records.count(store.reader, IssuedReport):
        store = None  # nothing to sign yet: room is left to write it down
    return Outcome(write_signing_guide(path, store=store, progress=progress).value)
