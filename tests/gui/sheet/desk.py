"""A register's table to be written in, and the keyboard in front of it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.sheet.sheet import Sheet
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from desktop.records.activity import Activity
from desktop.store import records
from tests import builders
from tests.gui.entry_office import YEAR, keep, register
from tests.gui.typing_keys import type_text

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Held:
    """Work for one thread that waits until somebody lets it run."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self.calls: list[Callable[[], None]] = []

    def submit(self, call: Callable[[], None], /) -> object:
        """Take a call and do not run it."""
        self.calls.append(call)
        return None

    def shutdown(self) -> None:
        """Have nothing to wait for."""

    def run(self) -> None:
        """Run everything taken so far."""
        calls, self.calls = self.calls, []
        for call in calls:
            call()


class Typist:
    """One view of a register, and hands."""

    def __init__(
        self, session: Session, qtbot: QtBot, code: str = "training", count: int = 5
    ) -> None:
        """Show some trainings, the last one first."""
        self.session = session
        self.qtbot = qtbot
        first = dt.date(2024, 3, 1)
        keep(
            session,
            *(
                builders.an_activity(
                    id=f"a{n}",
                    title=f"Lớp {n}",
                    attendance=100 + n,
                    last_day=first + dt.timedelta(days=n),
                )
                for n in range(count)
            ),
        )
        names = read_names(session)
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.model = RegisterModel(session.store, register(session, code), names, YEAR)
        self.view = RegisterView(self.model, session.settings)
        self.model.setParent(self.view)
        self.sheet: Sheet = self.view.work(session, self.owner)
        self.said: list[str] = []
        self.sheet.said.connect(lambda text, _wrong: self.said.append(text))
        qtbot.addWidget(self.view)
        self.view.resize(1000, 500)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.view.rows.setFocus()

    def at(self, name: str) -> int:
        """Return the column of a field."""
        return [one.field.name for one in self.model.columns].index(name)

    def show(self, *names: str) -> None:
        """Show columns."""
        for name in names:
            self.view.columns.reveal(self.at(name))
        self.view.new_rows.follow()

    def go(self, row: int, name: str) -> None:
        """Go to a cell."""
        self.view.rows.setFocus()
        self.view.rows.go(row, self.at(name))

    def select(self, row: int, name: str, last_row: int, last_name: str) -> None:
        """Select a range of cells."""
        self.go(row, name)
        self.view.rows.go(last_row, self.at(last_name), extend=True)

    @property
    def here(self) -> tuple[int, str]:
        """Return the current cell."""
        index = self.view.rows.currentIndex()
        return index.row(), self.model.columns[index.column()].field.name

    @property
    def new_cell(self) -> str:
        """Return the field of the current cell of the new row."""
        return self.model.columns[self.view.new_rows.currentIndex().column()].field.name

    def field(self) -> QWidget:
        """Return what has the keyboard now."""
        popup = QApplication.activePopupWidget()
        widget = popup or QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard now leads."""
        QTest.keyClick(self.field(), key, held)

    def type(self, text: str) -> None:
        """Type letters, each where the keyboard then leads."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.field(), letter)
            else:
                type_text(self.field(), letter)

    def typed(self) -> str:
        """Return what stands in the field that is open."""
        editing = self.view.rows.editing
        assert editing is not None
        assert editing.editor is not None
        line = editing.editor.widget
        assert isinstance(line, QLineEdit)
        return line.text()

    def shown(self, row: int, name: str) -> str:
        """Return what a cell shows."""
        return str(self.model.index(row, self.at(name)).data())

    def kept(self, record_id: str) -> Activity:
        """Return an entry as the file has it."""
        found = records.get(self.session.store.reader, Activity, record_id)
        assert found is not None
        return found

    def all_kept(self) -> tuple[Activity, ...]:
        """Return every entry of the file."""
        return records.find(self.session.store.reader, Activity)


def mime(text: str, html: str = "") -> QMimeData:
    """Return what another program would have put on the clipboard."""
    made = QMimeData()
    made.setText(text)
    if html:
        made.setHtml(html)
    return made


def values(record: Any, *names: str) -> tuple[object, ...]:
    """Return some fields of a record."""
    return tuple(getattr(record, name) for name in names)
