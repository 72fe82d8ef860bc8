"""Type into a new entry, or a report, without a pause, until the program is killed.

Run as a script of its own: `python typist.py OFFICE PLACE`, the place `activities` or
`report`. Each line it prints is the
moment, by the clock that runs on for every process, at which one more letter of
`TEXT` stood in the field.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.gui.app import Program
from desktop.gui.application import make_application
from desktop.gui.ask import AskUser
from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.jobs import Jobs
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.settings import Settings
from tests.gui.typing_keys import type_text

TEXT = "Tập huấn kiến thức về quyền con người cho cán bộ cơ sở " * 40
SECTION = "charts"
"""Of the report, in which the program writes nothing by itself."""
EVERY = 40
"""Milliseconds between two keys: a quick typist."""


def main(office: Path, place: str) -> None:
    """Open the office, and type a new training's note, or a section, for ever."""
    application = make_application()
    settings = Settings(office.with_suffix(".ini"))
    program = Program(settings, Jobs(), AskUser(settings))
    program.begin(office)
    letters = iter(TEXT)
    timer = QTimer(interval=EVERY)
    field = {"activities": _note, "report": _section}[place]
    timer.timeout.connect(lambda: _type(field(program), letters))
    timer.start()
    sys.exit(application.exec())


def _dialog(program: Program) -> EntryDialog | None:
    """Return the form, opened as soon as the window shows the office."""
    if program.window.session is None or program.jobs.waiting:
        return None
    page = program.window.stack.currentWidget()
    if not isinstance(page, ActivitiesPage):
        program.window.go_to("activities", "training")
        return None
    if page.dialog is None:
        page.write_new()
    return page.dialog


def _note(program: Program) -> QWidget | None:
    """Return the note of the form, once it is there."""
    dialog = _dialog(program)
    return None if dialog is None else dialog.form.editors["note"].widget


def _section(program: Program) -> QWidget | None:
    """Return the field of a section nothing is made for, once the draft was read."""
    if program.window.session is None or program.jobs.waiting:
        return None
    page = program.window.stack.currentWidget()
    if not isinstance(page, ReportPage):
        program.window.go_to("report")
        return None
    return page.draft.sections[SECTION].text if page.draft.words.known else None


def _type(field: QWidget | None, letters: Iterator[str]) -> None:
    if field is None:
        return
    if not field.hasFocus():
        field.setFocus()  # its window may not be the active one yet
        return
    type_text(field, next(letters))
    sys.stdout.write(f"{time.monotonic():.3f} {len(_text(field))}\n")
    sys.stdout.flush()


def _text(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    raise TypeError(field)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
