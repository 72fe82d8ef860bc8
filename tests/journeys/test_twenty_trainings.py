"""Twenty trainings typed by keyboard alone, half in the table and half in the form."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.sheet.register_view import RegisterView
from desktop.records.activity import Activity
from desktop.store import records
from tests.builders import an_office
from tests.gui.typing_keys import telex, type_text
from tests.journeys.officer import CTRL, Officer

HALF = 10


@dataclass(frozen=True)
class Training:
    """What is typed of one training, and what it is to become."""

    number: int

    @property
    def title(self) -> str:
        return f"Tập huấn quyền con người, đợt {self.number:02}"

    @property
    def day(self) -> dt.date:
        return dt.date(2024, 3, 1) + dt.timedelta(days=9 * self.number)

    @property
    def attendance(self) -> int:
        return 1_030 + self.number

    def cells(self) -> dict[str, str]:
        """Return what is typed, each day and number as people write it."""
        writings = (f"{self.day:%d/%m/%Y}", f"{self.day:%d%m%Y}", f"{self.day:%d.%m}")
        people = (f"{self.attendance}", f"{self.attendance:,}".replace(",", "."))
        return {
            "title": self.title,
            "first_day": writings[self.number % 3],
            "form": "tap huan ky nang",
            "pillar": "pho bien, giao duc kien thuc",
            "sessions": "2",
            "attendance": people[self.number % 2],
        }


TABLE = [Training(number) for number in range(1, HALF + 1)]
FORM = [Training(number) for number in range(HALF + 1, 2 * HALF + 1)]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return an_office(tmp_path / "so.stt")


@pytest.fixture
def officer(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = start(office, tmp_path, qtbot)
    yield made
    made.leave()


def start(office: Path, folder: Path, qtbot: QtBot) -> Officer:
    """Open the office at the trainings of 2024."""
    officer = Officer(folder, qtbot)
    officer.open(office)
    officer.choose_year("2024")
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    page.registers.choose("training")
    return officer


def the_page(officer: Officer) -> ActivitiesPage:
    page = officer.window.stack.currentWidget()
    assert isinstance(page, ActivitiesPage)
    return page


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(text: str, *, marked: bool = False) -> None:
    """Type a text where the keyboard leads, with `marked` as Telex sends it."""
    if not marked:
        for letter in text:
            type_text(focused(), letter)
        return
    for number, word in enumerate(text.split(" ")):
        if number:
            type_text(focused(), " ")
        for before, after in telex(word):
            if not after.startswith(before):
                QTest.keyClick(focused(), Qt.Key.Key_Backspace)
            type_text(focused(), after[-1])


def write_row(officer: Officer, view: RegisterView, cells: Mapping[str, str]) -> None:
    """Fill the new row from left to right; what is hidden is asked for at its end."""
    left = dict(cells)
    for _ in range(2 * len(view.model.columns)):
        column = view.new_rows.currentIndex().column()
        name = view.model.columns[column].field.name
        if name in left:
            write(left.pop(name), marked=name == "title")
        if not left:
            officer.press(Qt.Key.Key_Return)
            return
        officer.press(Qt.Key.Key_Tab)
    raise AssertionError(left)


def _has_rows(page: ActivitiesPage, count: int) -> bool:
    return page.model.rowCount() == count


def _has_told(dialog: EntryDialog, title: str) -> bool:
    return title in dialog.message.text


def type_table(officer: Officer) -> None:
    """Write the first half in the row for new entries."""
    page = the_page(officer)
    officer.press(Qt.Key.Key_Insert)
    assert page.view is not None
    assert page.view.new_rows.hasFocus()
    for number, training in enumerate(TABLE, 1):
        write_row(officer, page.view, training.cells())
        officer.wait(partial(_has_rows, page, number))
        assert page.view.new_rows.hasFocus(), "the next one can be typed at once"
    officer.press(Qt.Key.Key_Escape)


def type_form(officer: Officer) -> None:
    """Write the second half in the form, one after the other."""
    page = the_page(officer)
    officer.press(Qt.Key.Key_N, CTRL)
    officer.wait(lambda: page.dialog is not None and page.dialog.isActiveWindow())
    dialog = page.dialog
    assert dialog is not None
    for training in FORM:
        officer.fill(dialog, training.cells())
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
        officer.wait(partial(_has_told, dialog, training.title))
        assert dialog.form.typed()["title"] == ""
        # Without a screen, a list of proposals stays the active window once closed.
        dialog.activateWindow()
        officer.wait(dialog.isActiveWindow)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    officer.wait(lambda: page.dialog is None)


def kept(officer: Officer) -> dict[str, Activity]:
    """Return the trainings of the file by their titles."""
    found = records.find(officer.session.store.reader, Activity)
    by_title = {one.title: one for one in found}
    assert len(by_title) == len(found)
    return by_title


def step(officer: Officer, key: Qt.Key, trainings: list[Training]) -> None:
    """Undo or redo one deed after another; the menu names each before it is done."""
    menus = officer.window.menus
    action = menus.undo if key is Qt.Key.Key_Z else menus.redo
    for training in trainings:
        assert training.title in action.text()
        there = training.title in kept(officer)
        officer.press(key, CTRL)
        officer.wait(lambda: True)
        assert (training.title in kept(officer)) is not there


def test_twenty_trainings_are_typed_undone_after_a_restart_and_redone(
    officer: Officer, office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    type_table(officer)
    type_form(officer)
    first = kept(officer)
    assert sorted(first) == [one.title for one in (*TABLE, *FORM)]
    for one in (*TABLE, *FORM):
        entry = first[one.title]
        assert (entry.first_day, entry.last_day) == (one.day, one.day), one
        assert (entry.attendance, entry.sessions) == (one.attendance, 2), one
        assert (entry.form, entry.pillar) == ("training_skills", "knowledge"), one
    step(officer, Qt.Key.Key_Z, FORM[::-1])
    officer.leave()

    later = start(office, tmp_path, qtbot)
    assert sorted(kept(later)) == [one.title for one in TABLE]
    step(later, Qt.Key.Key_Z, TABLE[::-1])
    assert kept(later) == {}
    assert not later.window.menus.undo.isEnabled()
    step(later, Qt.Key.Key_Y, [*TABLE, *FORM])
    assert kept(later) == first
    later.leave()
