"""Open the files somebody double-clicked: an office, or what came from elsewhere."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.errors import DesktopError, FileError
from desktop.gui.jobs import Job, Jobs
from desktop.gui.verifying.dropping import ENDINGS, ONLY_CHECKED
from desktop.gui.window import TRAY_PLACE, Window
from desktop.operations.outcome import Outcome

if TYPE_CHECKING:
    from desktop.gui.offices import Offices
    from desktop.gui.verifying.verifier import Verifier

OFFICE: Final = ".stt"
FOR_TRAY: Final = frozenset({".age", ".eml"})
"""What only the tray of an office makes something of."""
KNOWN: Final = ENDINGS | FOR_TRAY
_AGAIN: Final = 300
"""Milliseconds between two looks whether a dialog is still open."""


class GivenFiles(QObject):
    """The ways of a file, from its name on a command line to where it is shown."""

    def __init__(
        self,
        window: Window,
        jobs: Jobs,
        offices: "Offices",
        verifier: "Verifier",
        tell: Callable[[DesktopError], object],
    ) -> None:
        """Show in this window.

        Args:
            window: Where the tray is.
            jobs: What runs one thing after the other.
            offices: What opens offices.
            verifier: What checks signatures.
            tell: Shows a fault.
        """
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._offices = offices
        self._verifier = verifier
        self._tell = tell
        self._waiting: list[tuple[Path, ...]] = []

    def names_office(self, files: Iterable[Path]) -> bool:
        """Tell whether an office is among files."""
        return any(one.suffix.lower() == OFFICE for one in files)

    def take(self, files: Iterable[Path]) -> None:
        """Raise the window and open files, once no dialog is in the way.

        Whoever is typing in a dialog finishes that first: its office stays open.
        """
        raise_window(self._window)
        self._waiting.append(tuple(files))
        self._look()

    def _look(self) -> None:
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_AGAIN, self, self._look)
            return
        while self._waiting:
            self._open(self._waiting.pop(0))

    def _open(self, files: tuple[Path, ...]) -> None:
        offices = [one for one in files if one.suffix.lower() == OFFICE]
        others = [one for one in files if one not in offices]
        if offices:
            self._offices.open(offices[0])
        if others:
            self._after_opening(partial(self._show, tuple(others)))

    def _after_opening(self, call: Callable[[], None]) -> None:
        """Call something when every office that is being opened is, or could not be."""
        job = Job(lambda _progress: Outcome(None))
        job.succeeded.connect(lambda _nothing: call())
        self._jobs.start(job)

    def _show(self, files: tuple[Path, ...]) -> None:
        """Take files to the tray, or check the signatures of the one there is."""
        known = [one for one in files if self._reason(one) is None]
        alone = len(known) == 1 and known[0].suffix.lower() in ONLY_CHECKED
        if known and self._window.has_tray and not alone:
            self._window.go_to(TRAY_PLACE, tuple(known))
        else:
            self._verifier.check_all(known)
        for one in files:
            self._refuse(one)

    def _refuse(self, path: Path) -> None:
        reason = self._reason(path)
        if reason is not None:
            self._tell(FileError(path, reason))

    def _reason(self, path: Path) -> str | None:
        """Return why a file cannot be shown now; None where it can."""
        ending = path.suffix.lower()
        if not path.exists():
            return "missing"
        if ending not in KNOWN and not path.is_dir():
            return "strange"
        only_tray = ending in FOR_TRAY or path.is_dir()
        return "needs_office" if only_tray and not self._window.has_tray else None


def raise_window(window: Window) -> None:
    """Bring a window, or the dialog that is open on it, before everything else."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()
    QApplication.alert(front)
