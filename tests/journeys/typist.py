"""Type into a new entry without a pause, until somebody kills the program.

Run as a script of its own: `python typist.py OFFICE`. Each line it prints is the
moment, by the clock that runs on for every process, at which one more letter of
`TEXT` stood in the field.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.gui.app import Program, make_application
from desktop.gui.ask import AskUser
from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.jobs import Jobs
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.settings import Settings
from tests.gui.typing_keys import type_text

TEXT = "Tập huấn kiến thức về quyền con người cho cán bộ cơ sở " * 40
EVERY = 40
"""Milliseconds between two keys: a quick typist."""


def main(office: Path) -> None:
    """Open the office, open a new training, and type its note for ever."""
    application = make_application()
    settings = Settings(office.with_suffix(".ini"))
    program = Program(settings, Jobs(), AskUser(settings))
    program.begin(office)
    letters = iter(TEXT)
    timer = QTimer(interval=EVERY)
    timer.timeout.connect(lambda: _type(_dialog(program), letters))
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


def _type(dialog: EntryDialog | None, letters: Iterator[str]) -> None:
    if dialog is None:
        return
    note = dialog.form.editors["note"]
    if not note.widget.hasFocus():
        note.widget.setFocus()  # its window may not be the active one yet
        return
    type_text(note.widget, next(letters))
    sys.stdout.write(f"{time.monotonic():.3f} {len(str(note.value()))}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
