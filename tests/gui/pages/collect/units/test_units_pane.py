"""Who has reported, and a reminder for those who have not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.units.units_pane import UnitsPane
from desktop.gui.session import Session
from desktop.operations.read_units import read_units
from tests import builders
from tests.gui.pages.asking import do, shown


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> UnitsPane:
    made = UnitsPane(session)
    shown(made, qtbot)
    return made


def row(page: UnitsPane, agency: str) -> list[str]:
    model = page.list.model_
    at = model.row_of(agency)
    assert at is not None
    return [model.index(at, column).data() for column in range(model.columnCount())]


def test_each_unit_is_shown_as_it_was_read(page: UnitsPane, session: Session) -> None:
    units = read_units(session.store, session.period)
    assert page.list.model_.rows == units.units
    assert row(page, builders.UNIT)[1:] == [
        "Chưa có",
        "0",
        "–",
        "▲ Chưa có số liệu – quá 26 ngày",
    ]


def test_an_entry_and_a_plan_show_at_once(page: UnitsPane, session: Session) -> None:
    do(session, builders.a_broadcast(), builders.a_unit_plan(builders.UNIT))
    assert row(page, builders.UNIT)[1:] == [
        "Có (số 10/KH-UBND, 2024)",
        "1",
        "05/06/2024",
        "✓ Có số liệu",
    ]
    assert "33 trên 34 đơn vị chưa có số liệu" in page.sentence.text()


def test_the_filter_leaves_those_without_figures(
    page: UnitsPane, session: Session, qtbot: QtBot
) -> None:
    do(session, builders.a_broadcast())
    QTest.keyClick(page.only_silent, Qt.Key.Key_Space)
    assert page.list.model_.rowCount() == 33
    assert page.list.model_.row_of(builders.UNIT) is None
    page.open(builders.UNIT)
    assert page.list.current.agency.id == builders.UNIT, "one asked for is shown"


def test_the_reminder_goes_to_those_selected(page: UnitsPane, qtbot: QtBot) -> None:
    page.open(builders.UNIT)
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Kính gửi: ")
    assert text.count("Kính gửi") == 1
    assert "chậm nhất ngày 24/11/2024" in text
    assert "báo cáo năm 2024" in text
    assert "1 đơn vị" in page.message.text


def test_with_none_selected_it_goes_to_all_who_owe(
    page: UnitsPane, session: Session
) -> None:
    do(session, builders.a_broadcast())
    page.list.clearSelection()
    page.copy_reminder()
    text = QGuiApplication.clipboard().text()
    assert text.count("\n- ") == 33
    unit = session.agencies[builders.UNIT]  # type: ignore[index]
    assert unit.name not in text


def test_the_letter_to_late_units_is_one_press_away(
    page: UnitsPane, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.place_wanted) as wanted:
        page.write_button.click()
    assert wanted.args == ["report", "letter-reminder"]
    assert page.write_button.text() in {
        action.text().rstrip("…") for action in page.actions()
    }, "the menu and the keyboard lead there too"
