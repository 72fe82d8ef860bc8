"""Ask for a file, check it off the main thread, and show what was found."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs
from desktop.gui.verifying.dialog import VerifyDialog
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step

if TYPE_CHECKING:
    from desktop.records.verification import FileVerdict

FILES = (
    ("Gói, báo cáo, chữ ký", "*.zip *.pdf *.xlsx *.p7s"),
    ("Mọi tệp", "*"),
)


class Verifier(QWidget):
    """Check files, whether an office is open or not; nothing is taken over."""

    def __init__(self, jobs: Jobs, ask: Ask, parent: QWidget) -> None:
        """Show dialogs above the parent; itself it is never seen."""
        super().__init__(parent)
        self.hide()
        self._jobs = jobs
        self._ask = ask
        self.dialog: VerifyDialog | None = None
        self._left: list[Path] = []

    def ask(self) -> None:
        """Ask which file to check."""
        chosen = self._ask.choose_file(
            "Kiểm tra tệp nhận được", FILES, purpose="verify"
        )
        if chosen is not None:
            self.check(chosen)

    def check_all(self, paths: Iterable[Path]) -> None:
        """Check files one after the other: the next when the last was looked at."""
        self._left += paths
        if self.dialog is None:
            self._check_next()

    def check(self, path: Path, name: str = "") -> None:
        """Check a file, and show what was found under its name, or another's."""
        job = Job(partial(_verify, path, name), title="Kiểm tra tệp")
        job.succeeded.connect(self._on_checked)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _on_checked(self, verdict: "FileVerdict") -> None:
        if self.dialog is not None:
            self.dialog.close()
        dialog = VerifyDialog(verdict, self.parentWidget())
        self.dialog = dialog
        dialog.finished.connect(partial(self._on_closed, dialog))
        dialog.open()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            self._jobs.unheard.emit(error)
            return
        from desktop.wording.faults import explain

        self._ask.show_fault(explain(error))
        self._check_next()

    def _on_closed(self, dialog: VerifyDialog, _result: int) -> None:
        if self.dialog is dialog:
            self.dialog = None
            self._check_next()

    def _check_next(self) -> None:
        if self._left:
            self.check(self._left.pop(0))


def _verify(path: Path, name: str, progress: Progress) -> Outcome[object]:
    from desktop.operations.signing.verify_file import own_trust, verify_file

    progress(Step("verifying", 0, 0))
    verdict = verify_file(path, own_trust(), progress)
    return Outcome(replace(verdict, file_name=name or verdict.file_name))
