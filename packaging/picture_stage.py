"""Drive the real program without a screen and keep what is seen as PNG files."""

from __future__ import annotations

import sys
import time
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from desktop.gui import places
from desktop.gui.app import Program
from desktop.gui.ask import AskUser
from desktop.gui.jobs import Jobs
from desktop.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from desktop.gui.session import Session

SIZE = (1366, 768)
TALLEST_DIALOG = 700
"""Pixels: a dialog must fit above the task bar of a screen of 1366 x 768."""
NO_SCREEN = "This plugin does not support"
PATIENCE = 20.0
"""Seconds after which something that never comes is a failure."""


class AskScripted(AskUser):
    """Ask with the real dialogs, but take folders from those laid ready."""

    def __init__(self, settings: Settings) -> None:
        """Begin without folders; a choice nobody answers is cancelled."""
        super().__init__(settings)
        self.places: list[Path] = []

    def choose_folder(
        self,
        title: str,  # noqa: ARG002  it is answered unread
        *,
        purpose: str,  # noqa: ARG002
    ) -> Path | None:
        """Give the next answer."""
        return self.places.pop(0) if self.places else None


class Stage:
    """One running program, a folder for its pictures, and what could not be taken."""

    quiet = 0.15
    """Seconds without a running job after which the screen counts as still."""

    def __init__(self, folder: Path, home: Path) -> None:
        """Make the program on a screen nobody used before; it is not yet shown."""
        self.folder = folder
        self.home = home
        self.failed: list[str] = []
        self._doing = ""
        sys.excepthook = self._on_exception
        qInstallMessageHandler(self._on_qt_message)
        self.settings = Settings(home / "man-hinh.ini")
        self.settings.scheme = "light"
        self.ask = AskScripted(self.settings)
        self.program = Program(self.settings, Jobs(), self.ask)
        self.window = self.program.window
        self.window.resize(*SIZE)

    @property
    def session(self) -> Session:
        """Return the open office.

        Raises:
            LookupError: None is open.
        """
        if self.window.session is None:
            raise LookupError("no office is open")
        return self.window.session

    def attempt(self, name: str, act: Callable[[], object]) -> None:
        """Do something that takes pictures; note the name when it fails, and go on."""
        self._doing = name
        try:
            act()
        except Exception:  # noqa: BLE001  one bad picture must not cost the others
            self.failed.append(name)
            traceback.print_exc()
        self.clear()

    def snap(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture of the window, or of one dialog.

        Raises:
            ValueError: The dialog is taller than fits, or the file cannot be written.
        """
        self.settle()
        shown = self.window if widget is None else widget
        self.look(name, shown)
        if isinstance(shown, QDialog) and shown.height() > TALLEST_DIALOG:
            raise ValueError(f"{name}: {shown.height()} px")

    def look(self, name: str, shown: QWidget) -> None:
        """Keep a picture of what is shown; who stages for other ends does otherwise.

        Raises:
            ValueError: The file cannot be written.
        """
        self._keep(name, shown.grab())

    def snap_with(self, name: str, popup: QWidget) -> None:
        """Keep a picture of the window with a popup where it lies above it."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        place = popup.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
        painter.drawPixmap(place, popup.grab())
        painter.end()
        self._keep(name, picture)

    def snap_place(self, name: str, code: str, what: object = None) -> None:
        """Go to a place and keep a picture of the window."""
        self.go_to(code, what)
        self.snap(name)

    def snap_modal(
        self, name: str, act: Callable[[], object], *, press: str = ""
    ) -> None:
        """Keep a picture of the dialog that an act opens; press a button or close it.

        Raises:
            TimeoutError: The act opened none.
        """
        before = QApplication.activeModalWidget()
        seen: list[bool] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or dialog is before:
                return
            ticking.stop()
            try:
                self.snap(name, dialog)
            finally:
                seen.append(True)
                _leave(dialog, press)

        ticking = QTimer(interval=20)
        ticking.timeout.connect(look)
        ticking.start()
        try:
            act()
            self.wait(lambda: bool(seen), name)
        finally:
            ticking.stop()

    def dialog(self) -> QDialog:
        """Return the dialog that stands above the window, once it does."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        if not isinstance(found, QDialog):
            raise LookupError("no dialog is open")  # noqa: TRY004  not of a type
        return found

    def wait(self, done: Callable[[], bool], what: str = "") -> None:
        """Let the program work until something is so.

        Raises:
            TimeoutError: It never was.
        """
        last = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > last:
                raise TimeoutError(what)
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Let the program work until nothing runs or waits to be drawn."""
        still_since = time.monotonic()

        def is_still() -> bool:
            nonlocal still_since
            if self.program.jobs.waiting:
                still_since = time.monotonic()
            return time.monotonic() - still_since > self.quiet

        self.wait(is_still, "settle")

    def open(self, office: Path) -> None:
        """Open an office and wait for its first place."""

        def is_open() -> bool:
            session = self.window.session
            return session is not None and session.store.path == office

        if self.program.offices is None:
            self.program.begin(office)
        else:
            self.program.offices.open(office)
        self.wait(is_open, office.name)
        self.settle()

    def codes(self) -> tuple[str, ...]:
        """Return the codes of every place the program has."""
        return tuple(place.code for place in places.existing())

    def go_to(self, code: str, what: object = None) -> QWidget:
        """Go to a place as its button in the rail does, and return its page.

        Raises:
            LookupError: There is no such place.
        """
        self.window.go_to(code, what)
        page = self.window.page(code)
        if page is None:
            raise LookupError(code)
        self.settle()
        return page

    def clear(self) -> None:
        """Close whatever stands above the window."""
        for _ in range(10):
            popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if popup is None:
                break
            popup.close()
            self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Close the program well."""
        self.window.close()
        self.program.end()

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Note what fails in a slot: Qt itself would only print it."""
        self.failed.append(f"{self._doing} ({kind.__name__})")
        sys.__excepthook__(kind, error, trace)

    def _on_qt_message(
        self, kind: QtMsgType, _context: QMessageLogContext, text: str
    ) -> None:
        """Note what Qt warns of, but not what a screen nobody sees cannot do."""
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(NO_SCREEN):
            self.failed.append(f"{self._doing} ({text})")

    def _keep(self, name: str, picture: QPixmap) -> None:
        path = self.folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if picture.isNull() or not picture.save(str(path)):
            raise ValueError(path)


def _leave(dialog: QWidget, press: str) -> None:
    """Press the button with these words, or close the dialog without any."""
    for button in dialog.findChildren(QAbstractButton) if press else ():
        if button.text().replace("&", "") == press:
            button.click()
            return
    dialog.close()
