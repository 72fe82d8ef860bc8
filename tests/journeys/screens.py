"""Print every text the window shows of an office, place by place.

Run as a script of its own, so that a copy of the program can be looked at:
`python screens.py OFFICE`, with the copy first on the path.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from desktop.gui import places
from desktop.gui.app import Program
from desktop.gui.application import make_application
from desktop.gui.ask import AskUser
from desktop.gui.jobs import Jobs
from desktop.gui.settings import Settings

QUIET = 0.2
"""Seconds without a running job after which the screen counts as still."""


def main(office: Path) -> None:
    """Open the office, go to every place and sheet, and print what is read there."""
    application = make_application()
    settings = Settings(office.with_suffix(".ini"))
    program = Program(settings, Jobs(), AskUser(settings))
    program.window.resize(1366, 768)
    program.begin(office)
    _settle(program)
    for place in places.existing():
        program.window.go_to(place.code, None)
        _settle(program)
        for _ in _sheets(program.window):
            _settle(program)
            sys.stdout.write("\n".join(_texts(program.window)) + "\n")
    sys.stdout.flush()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    os._exit(0)


def _settle(program: Program) -> None:
    since = time.monotonic()
    while time.monotonic() - since < QUIET:
        QApplication.processEvents()
        if program.jobs.waiting:
            since = time.monotonic()


def _sheets(window: QWidget) -> Iterator[None]:
    """Turn to every sheet of the place shown; once where it has none."""
    tabs = [each for each in window.findChildren(QTabWidget) if each.isVisible()]
    for each in tabs:
        for number in range(each.count()):
            each.setCurrentIndex(number)
            yield
    if not tabs:
        yield


def _texts(window: QWidget) -> Iterator[str]:
    yield window.windowTitle()
    for each in window.findChildren(QWidget):
        yield from (each.toolTip(), each.accessibleName())
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(row) for row in range(each.count()))
        elif isinstance(each, QTextEdit | QPlainTextEdit):
            yield each.toPlainText()
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from _cells(each)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            said = model.index(row, column).data(Qt.ItemDataRole.DisplayRole)
            if isinstance(said, str):
                yield said


if __name__ == "__main__":
    main(Path(sys.argv[1]))
