"""Every unit's form in one click, filled in by a unit and taken back as it meant."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.files.forms.reading import read_forms
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.forms.forms_desk import FormsDesk, usual_folder
from desktop.operations.entries.record_entry import record_many
from desktop.operations.forms.inspect_form import inspect_forms
from desktop.records.arrival import Fate, Sorting
from desktop.records.form import CollectingForm
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.journeys.officer import Officer
from tests.operations.forms.filled import a_row, fill

YEAR = "2024"
ROOM_FOR_ALL = 60_000
"""Milliseconds all forms may take on a slow machine."""


@pytest.fixture
def officer(tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    office = builders.an_office(tmp_path / "so.stt")
    with Store(office, clock=builders.a_clock) as store:
        record_many(store, (builders.an_activity(agency=builders.UNIT),))
    made = Officer(tmp_path, qtbot)
    made.open(office)
    yield made
    if made.window.isVisible():
        made.leave()


def the_desk(officer: Officer) -> FormsDesk:
    """Go to the place of collecting and open what makes forms."""
    page = officer.go_to(4)
    assert isinstance(page, CollectPage)
    officer.wait(lambda: page.units.list.model_.rows)
    page.units.make_forms()
    desk = page.units.dialog
    assert isinstance(desk, FormsDesk)
    officer.wait(lambda: desk.list.model_.rows)
    return desk


def test_all_forms_in_one_click_and_one_of_them_back(
    officer: Officer, qtbot: QtBot, tmp_path: Path
) -> None:
    officer.choose_year(YEAR)
    desk = the_desk(officer)
    many = len(desk.list.model_.rows)
    assert desk.make_button.hasFocus(), "nothing else need be done"

    QTest.keyClick(desk.make_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.message.text), timeout=ROOM_FOR_ALL)

    folder = usual_folder(officer.session)
    assert len(list(folder.glob("*.xlsx"))) == many == 34
    assert len(list(folder.glob("*.eml"))) == len(list(folder.glob("*.txt"))) == many
    assert f"Đã làm {many} biểu" in desk.message.text
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None

    store = officer.session.store
    forms = records.find(store.reader, CollectingForm)
    form = next(one for one in forms if one.agency == builders.UNIT)
    workbook = folder / form.file_name
    known = load_workbook(workbook)["Tập huấn, bồi dưỡng"]
    assert known["A5"].value == "Tập huấn kiến thức về quyền con người"

    rows: Any = {
        "training": [{"attendance": 45}],
        "conference": [a_row(title="Hội nghị quán triệt ở thôn")],
    }
    sent = fill(form, workbook, tmp_path / "biểu của xã (1).xlsx", rows=rows)
    (back,) = inspect_forms(store, list(read_forms([sent])))
    assert back.sorting is Sorting.READY, back.faults
    assert back.agency == builders.UNIT, "known by what it is, not by its name"
    fates = {row.title: row.fate for row in back.rows}
    assert fates == {
        "Tập huấn kiến thức về quyền con người": Fate.CHANGE,
        "Hội nghị quán triệt ở thôn": Fate.ADD,
    }
