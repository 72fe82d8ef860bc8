"""An officer who works the program's own window by keyboard."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.forms.small_tables import SmallTable
from desktop.gui.jobs import Jobs
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.overview.overview import OverviewPage
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.widgets.choices_field import ChoicesField
from desktop.records.result import Result
from desktop.rules.vietnamese import fold
from tests.fakes import Answers
from tests.gui.typing_keys import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE = 10_000
"""Milliseconds a job may take on a slow machine."""

Entered = str | tuple[str, ...]
"""What is typed into a field; of a small table, the cells of one line."""


class Officer:
    """One running program, with its real threads, and the hands on its keyboard."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        """Sit down in front of a screen whose settings lie in a folder."""
        self.ask = Answers()
        self.qtbot = qtbot
        self.program = Program(Settings(folder / "man-hinh.ini"), Jobs(), self.ask)
        self.window = self.program.window
        qtbot.addWidget(self.window)

    @property
    def session(self) -> Session:
        """Return the open office."""
        assert self.window.session is not None
        return self.window.session

    def wait(self, done: Callable[[], object]) -> None:
        """Wait until something is so and nothing runs any more."""
        self.qtbot.waitUntil(
            lambda: bool(done()) and not self.program.jobs.waiting, timeout=PATIENCE
        )

    def begin(self, answer: Callable[[QWidget], None]) -> None:
        """Start without any office, and answer the dialog that comes up."""
        seen: list[QWidget] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog.isActiveWindow() and not seen:
                seen.append(dialog)
                looking.stop()
                answer(dialog)

        looking = QTimer(interval=10)
        looking.timeout.connect(look)
        looking.start()
        self.program.begin()
        self.wait(lambda: seen and self.window.session)

    def open(self, office: Path) -> None:
        """Start on an office."""
        self.program.begin(office)
        self.wait(lambda: self.window.session)

    def leave(self) -> None:
        """Close the window and the program."""
        self.window.close()
        self.program.end()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the window, and wait for what comes of it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.wait(lambda: True)

    def go_to(self, number: int) -> QWidget:
        """Go to a place by its number, and return its page."""
        self.press(Qt.Key(Qt.Key.Key_0.value + number), CTRL)
        page = self.window.stack.currentWidget()
        assert page is not None
        return page

    def settings_know(self, office: Path) -> bool:
        """Tell whether an office is among those to be opened again."""
        return office in self.program.settings.recent_offices

    def choose_year(self, year: str) -> None:
        """Choose the year everything on screen speaks of."""
        QTest.keyClicks(self._period_box("Năm"), year)
        self.wait(lambda: self.session.period.code == year)

    def choose_period(self, part: str, year: str) -> None:
        """Choose a part of a year, as the list of them words it."""
        box = self._period_box("Kỳ")
        QTest.keyClick(box, Qt.Key.Key_Home)
        while box.currentText() != part:
            before = box.currentText()
            QTest.keyClick(box, Qt.Key.Key_Down)
            assert box.currentText() != before, part
        QTest.keyClicks(self._period_box("Năm"), year)
        self.wait(lambda: self.session.period.code.startswith(year))

    def _period_box(self, name: str) -> QComboBox:
        assert self.window.top.period is not None
        boxes = self.window.top.period.findChildren(QComboBox)
        box = next(one for one in boxes if one.accessibleName() == name)
        box.setFocus()
        return box

    def meet(self, press: Callable[[], object], answer: Callable[[Any], None]) -> None:
        """Press what asks in a dialog that holds the window up, and answer it."""
        seen: list[QWidget] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog.isVisible() and not seen:
                seen.append(dialog)
                looking.stop()
                answer(dialog)

        looking = QTimer(interval=5)
        looking.timeout.connect(look)
        looking.start()
        press()
        self.wait(lambda: seen)

    def result(self, target: str) -> Result:
        """Return a target as the overview now shows it."""
        page = self.go_to(1)
        assert isinstance(page, OverviewPage)
        self.wait(lambda: page.targets.model_.rows)
        rows: tuple[Result, ...] = tuple(page.targets.model_.rows)
        return next(one for one in rows if one.target.code == target)

    def record(self, register: str, entry: Mapping[str, Entered]) -> None:
        """Write one entry into a register: Ctrl+N, Tab from field to field, Ctrl+S."""
        page = self.go_to(3)
        assert isinstance(page, ActivitiesPage)
        page.registers.choose(register)
        self.press(Qt.Key.Key_N, CTRL)
        self.qtbot.waitUntil(lambda: page.dialog is not None)
        dialog = page.dialog
        assert dialog is not None
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.fill(dialog, entry)
        QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
        self.wait(lambda: page.dialog is None)

    def show_cell(self, register: str, title: str, field: str) -> QWidget:
        """Go to one cell of a register's table, and return the table."""
        page = self.go_to(3)
        assert isinstance(page, ActivitiesPage)
        page.registers.choose(register)
        self.wait(lambda: page.view is not None and page.model.rowCount())
        assert page.view is not None
        names = [one.field.name for one in page.model.columns]
        rows, column = page.view.rows, names.index("title")
        model = rows.model()
        titles = [model.index(n, column).data() for n in range(model.rowCount())]
        rows.setFocus()
        rows.go(titles.index(title), names.index(field))
        return rows

    def change_cell(self, register: str, title: str, field: str, text: str) -> None:
        """Type over one cell of a register's table: F2, the value, Enter."""
        QTest.keyClick(self.show_cell(register, title, field), Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
        type_text(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.wait(lambda: True)

    def fill(self, dialog: EntryDialog, entry: Mapping[str, Entered]) -> None:
        """Type an entry into the form, from field to field with Tab."""
        left = dict(entry)
        for name, editor in dialog.form.editors.items():
            self._reach(editor.widget)
            if name in left:
                self._enter(editor.widget, left.pop(name))
            if not left:
                return
        raise AssertionError(left)

    def _reach(self, field: QWidget) -> None:
        """Press Tab until the cursor is in a field."""
        first: QWidget | None = None
        for _ in range(20):
            at = QApplication.focusWidget()
            assert at is not None
            if at is field or field.isAncestorOf(at):
                return
            assert at is not first, "Tab goes round in a circle"
            first = first or at
            QTest.keyClick(QApplication.activePopupWidget() or at, Qt.Key.Key_Tab)
        raise AssertionError(field.accessibleName())

    def _enter(self, field: QWidget, typed: Entered) -> None:
        if isinstance(field, SmallTable):
            self._enter_line(field, typed)
        elif isinstance(field, ChoicesField):
            QTest.keyClick(field, Qt.Key.Key_Down)
            popup = QApplication.activePopupWidget()
            assert popup is not None
            line = popup.findChild(QLineEdit)
            assert isinstance(line, QLineEdit)
            QTest.keyClicks(line, fold(str(typed)))
            QTest.keyClick(line, Qt.Key.Key_Down)
            QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Space)
            QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Return)
        else:
            _type(str(typed))

    def _enter_line(self, table: SmallTable, cells: Entered) -> None:
        """Add a line to a small table and type its first cells from left to right."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        for field, text in zip(table.lines[-1].fields.values(), cells, strict=False):
            self._reach(field)
            _type(text)


def _type(text: str) -> None:
    """Type over what a field holds; a list of choices reads words without marks."""
    at = QApplication.focusWidget()
    assert at is not None
    if isinstance(at, QLineEdit):
        at.selectAll()
    type_text(at, text)
