"""Ask for an installer, check it off the main thread, show it, and start it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs
from desktop.gui.updating.dialog import UpdateDialog
from desktop.operations.outcome import Outcome
from desktop.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.operations.offices.check_update import CheckedUpdate
    from desktop.store.store import Store

FILES = (("Bộ cài", "SoTruyenThong-*-cai-dat.exe"), ("Mọi tệp", "*"))
_A_FILE, _A_FOLDER = "Chọn tệp bộ cài…", "Chọn USB, thư mục…"


class Updater(QWidget):
    """Bring a newer version in from a file; an office may be open or not."""

    started = Signal()
    """An installer runs by now: the program has to make way for it."""

    def __init__(
        self,
        jobs: Jobs,
        ask: Ask,
        store: "Callable[[], Store | None]",
        parent: QWidget,
    ) -> None:
        """Show dialogs above the parent; itself it is never seen.

        Args:
            jobs: What runs beside the main thread.
            ask: Where questions go.
            store: Gives the office that is open when somebody asks.
            parent: The window.
        """
        super().__init__(parent)
        self.hide()
        self._jobs = jobs
        self._ask = ask
        self._store = store
        self._checked: CheckedUpdate | None = None
        self._applying: Job | None = None
        self.dialog: UpdateDialog | None = None

    def ask(self) -> None:
        """Ask where the installer lies, and check it."""
        chosen = self._chosen()
        if chosen is not None:
            self.check(chosen)

    def check(self, path: Path) -> None:
        """Check an installer, or the one in a folder, and show what was found."""
        job = Job(partial(_check, path), title="Kiểm tra bộ cài")
        job.succeeded.connect(self._on_checked)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _chosen(self) -> Path | None:
        way = self._ask.choose(
            "Bộ cài bản mới nằm ở đâu?",
            (_A_FILE, _A_FOLDER),
            detail="Để cạnh bộ cài đủ các tệp SHA256SUMS, SHA256SUMS.sig (nếu có) và "
            "THAY_DOI.md. Kiểm tra xong mới hỏi có cập nhật không.",
        )
        if way is None:
            return None
        if way:
            return self._ask.choose_folder("Nơi chứa bộ cài", purpose="update")
        return self._ask.choose_file("Bộ cài bản mới", FILES, purpose="update")

    def _on_checked(self, checked: "CheckedUpdate") -> None:
        from desktop import paths
        from desktop.files.release.running import edition

        if self.dialog is not None:
            self.dialog.close()
        self._checked = checked
        here = edition(paths.program_folder())
        dialog = UpdateDialog(checked.verdict, here, self.parentWidget())
        self.dialog = dialog
        dialog.wanted.connect(self._apply)
        dialog.finished.connect(partial(self._on_closed, dialog, checked))
        dialog.open()

    def _apply(self) -> None:
        if self._checked is None or self.dialog is None or self._applying is not None:
            return
        box = self.dialog.compared
        compared = box is not None and box.isChecked()
        work = partial(_apply, self._checked, self._store(), compared)
        job = Job(work, title="Sao lưu trước khi cập nhật")
        job.succeeded.connect(self._on_started)
        job.failed.connect(self._on_not_started)
        job.cancelled.connect(self._on_stopped)
        self._applying = job
        self.dialog.show_working(working=True)
        self._jobs.start(job)

    def _on_started(self, _version: str) -> None:
        self._applying = self._checked = None  # our copy runs: nobody removes it
        if self.dialog is not None:
            self.dialog.accept()
        self.started.emit()

    def _on_not_started(self, error: Exception) -> None:
        self._on_stopped()
        self._on_failed(error)

    def _on_stopped(self) -> None:
        self._applying = None
        if self.dialog is not None:
            self.dialog.show_working(working=False)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            self._jobs.unheard.emit(error)
            return
        from desktop.wording.faults import explain

        self._ask.show_fault(explain(error))

    def _on_closed(
        self, dialog: UpdateDialog, checked: "CheckedUpdate", _result: int
    ) -> None:
        if self._applying is not None:
            self._applying.cancel()
        if self._checked is checked:  # left, and not started
            self._checked = None
            self._jobs.start(Job(partial(_forget, checked)))
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()


def _check(path: Path, progress: Progress) -> Outcome[object]:
    from desktop.operations.offices.check_update import check_update

    return Outcome(check_update(path, progress).value)


def _apply(
    checked: "CheckedUpdate",
    store: "Store | None",
    compared: bool,
    progress: Progress,
) -> Outcome[object]:
    from desktop.operations.offices.apply_update import apply_update

    done = apply_update(checked, store, compared=compared, progress=progress)
    return Outcome(done.value)


def _forget(checked: "CheckedUpdate", _progress: Progress) -> Outcome[object]:
    from desktop.operations.offices.check_update import forget_update

    forget_update(checked)
    return Outcome(None)
