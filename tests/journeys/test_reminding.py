"""A day counted from Tết, a text to each late unit, and a call that stays logged."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.signatures.trust import load_trust
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.units.call_dialog import CallDialog
from desktop.gui.pages.collect.units.contact_dialog import ContactDialog
from desktop.gui.pages.collect.units.units_pane import UnitsPane
from desktop.gui.pages.overview.overview import OverviewPage
from desktop.gui.pages.plan.days_off_dialog import DaysOffDialog
from desktop.gui.pages.plan.deadline_dialog import DeadlineDialog
from desktop.gui.pages.plan.plan import PlanPage
from desktop.operations.forms.mark_form import MarkWords, mark_form
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.offices.create_office import create_office
from desktop.records.arrival import Sorting
from desktop.records.form import CollectingForm
from desktop.store import records
from desktop.store.store import Store
from desktop.wording import form_faults, form_returns, reminders
from tests.builders import PLAN
from tests.gui.typing_keys import type_text
from tests.journeys.officer import CTRL, SHIFT, Officer
from tests.operations.forms.filled import a_form, a_row, fill

UNITS = ("ubnd-xa-dak-mar", "ubnd-xa-ha-mon", "ubnd-xa-dak-la")
YEAR = "2024"
LINE = "0260 3822 000"
TET = (dt.date(2026, 2, 14), dt.date(2026, 2, 22))
"""From the weekend before to the weekend behind the days off of that year."""
ASKED = "ngay lam viec thu 3 sau 22/2/2026"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an office three units of which sent forms that went back."""
    folder = tmp_path_factory.mktemp("nhac")
    create_office(folder / "so.stt", PLAN, officer="Y Hà")
    with Store(folder / "so.stt") as store:
        for number, unit in enumerate(UNITS):
            form, path = a_form(store, folder / unit, unit, YEAR)
            row = a_row(attendance=f"{number + 1} buổi")
            sent = folder / f"gui-{number}.xlsx"
            send_back(store, fill(form, path, sent, rows={"conference": [row]}), folder)
    return folder


def send_back(store: Store, path: Path, folder: Path) -> None:
    (arrival,) = inspect_arrivals(store, [path], load_trust())
    assert arrival.sorting is Sorting.TO_FIX
    words = MarkWords(
        author="Phòng",
        notes=tuple(form_faults.note(fault) for fault in arrival.faults),
        covering="",
        suffix=form_returns.SUFFIX,
    )
    mark_form(store, arrival, words, folder)


@pytest.fixture
def office(pattern: Path, tmp_path: Path) -> Path:
    shutil.copytree(pattern, tmp_path / "phong")
    return tmp_path / "phong" / "so.stt"


@pytest.fixture
def officer(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(office)
    yield made
    if made.window.isVisible():
        made.leave()


def units_of(officer: Officer) -> UnitsPane:
    page = officer.go_to(4)
    assert isinstance(page, CollectPage)
    officer.wait(lambda: page.units.list.model_.rows)
    return page.units


def choose(pane: UnitsPane, *units: str) -> None:
    """Select some units, by keyboard as far as rows stand apart."""
    model, selection = pane.list.model_, pane.list.selectionModel()
    selection.clearSelection()
    for unit in units:
        row = model.row_of(unit)
        assert row is not None
        rows = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        selection.select(model.index(row, 0), rows)


def give_tet_off(officer: Officer, page: PlanPage) -> None:
    """Enter the days off of Tết of that year."""

    def answer(dialog: DaysOffDialog) -> None:
        for field, day in zip((dialog.first, dialog.last), TET, strict=True):
            QTest.keyClicks(field, f"{day:%d/%m/%Y}")
        type_text(dialog.name, "Tết Nguyên đán")
        QTest.keyClick(dialog.add_button, Qt.Key.Key_Space)
        officer.wait(lambda: dialog.said.text() == "Đã ghi 9 ngày.")
        QTest.keyClick(dialog.close_button, Qt.Key.Key_Space)

    officer.meet(page.deadlines.days_button.click, answer)


def test_a_day_is_counted_from_the_last_day_of_tet(officer: Officer) -> None:
    officer.choose_year("2026")
    page = officer.go_to(2)
    assert isinstance(page, PlanPage)
    officer.wait(lambda: page.book)
    page.open("deadlines")
    give_tet_off(officer, page)

    def answer(dialog: DeadlineDialog) -> None:
        type_text(dialog.text, "Báo cáo nhanh sau Tết")
        QTest.keyClicks(dialog.due, ASKED)
        dialog.due.editingFinished.emit()
        assert dialog.due.text() == "25/2"
        assert "Ngày cuối: thứ tư 25/02/2026." in dialog.said.text()
        QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)

    officer.meet(page.deadlines.add_button.click, answer)
    officer.wait(lambda: len(page.deadlines.list.model_.rows) == 3)
    model = page.deadlines.list.model_
    rows = [
        " ".join(str(model.index(row, at).data()) for at in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    (told,) = [row for row in rows if "Báo cáo nhanh sau Tết" in row]
    assert "25/02/2026" in told


def write_down_the_line(officer: Officer, pane: UnitsPane) -> None:
    """Write down by which telephone the unit one is on is reached."""
    row = pane.list.model_.row_of(UNITS[0])
    assert row is not None
    pane.list.selectRow(row)
    pane.detail.contact_button.click()
    dialog = pane.dialog
    assert isinstance(dialog, ContactDialog)
    QTest.keyClicks(dialog.line, LINE)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    officer.wait(lambda: pane.dialog is None)


def on_the_board(officer: Officer, unit: str) -> tuple[str, str]:
    """Return line and last contact of a unit that owes, as the overview tells them."""
    page = officer.go_to(1)
    assert isinstance(page, OverviewPage)
    officer.wait(lambda: page.units.model_.rows and page.dues.model_.rows)
    owed = [page.dues.model_.index(row, 1).data() for row in range(2)]
    assert any("24/11/2024 – quá" in text for text in owed), owed
    row = page.units.model_.row_of(unit)
    assert row is not None, "it still owes its figures"
    line, contact = (page.units.model_.index(row, at).data() for at in (1, 2))
    return line, contact


def test_three_late_units_get_their_texts_and_a_call_stays(
    officer: Officer, office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    officer.choose_year(YEAR)
    pane = units_of(officer)
    choose(pane, *UNITS)
    QGuiApplication.clipboard().clear()
    officer.press(Qt.Key.Key_C, CTRL | SHIFT)
    officer.wait(lambda: QGuiApplication.clipboard().text())

    texts = QGuiApplication.clipboard().text().split(reminders.BETWEEN)
    store = officer.session.store
    forms = {
        one.agency: one.file_name
        for one in records.find(store.reader, CollectingForm)
        if one.marked_from is None
    }
    by_unit = {one.agency.id: one for one in pane.selected}
    assert set(by_unit) == set(UNITS)
    for unit in pane.selected:
        (text,) = [one for one in texts if unit.agency.name in one]
        assert f"“{forms[unit.agency.id]}”" in text, "the form it was sent"
        assert "chậm nhất ngày 24/11/2024" in text
        own = UNITS.index(unit.agency.id) + 1
        assert f"“{own} buổi”" in text, "its own fault and no other's"

    choose(pane, UNITS[0])
    write_down_the_line(officer, pane)
    choose(pane, UNITS[0])
    officer.press(Qt.Key.Key_G, CTRL | SHIFT)
    officer.qtbot.waitUntil(lambda: isinstance(pane.dialog, CallDialog))
    dialog = pane.dialog
    assert isinstance(dialog, CallDialog)
    assert dialog.height() <= 700
    QTest.keyClicks(dialog.note, "hen gui thu Sau")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    officer.wait(lambda: pane.dialog is None)
    officer.wait(lambda: True)
    officer.leave()

    tomorrow = Officer(tmp_path, qtbot)
    tomorrow.open(office)
    tomorrow.choose_year(YEAR)
    again = units_of(tomorrow)
    row = again.list.model_.row_of(UNITS[0])
    assert row is not None
    said = again.list.model_.index(row, 5).data()
    assert said.endswith("gọi điện: hen gui thu Sau")
    assert on_the_board(tomorrow, UNITS[0]) == (LINE, said.partition(": ")[0])
    tomorrow.wait(lambda: True)
    tomorrow.leave()
