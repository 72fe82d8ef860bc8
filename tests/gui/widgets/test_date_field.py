"""The date field stores the day that was typed, or none."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.date_field import DateField
from tests.gui.typing_keys import type_text

TODAY = dt.date(2026, 3, 9)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def leave(field: QLineEdit) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/8/2026", dt.date(2026, 8, 5)),
        ("05/08/2026", dt.date(2026, 8, 5)),
        ("31/12/2026", dt.date(2026, 12, 31)),
        ("05082026", dt.date(2026, 8, 5)),
        ("5.8.26", dt.date(2026, 8, 5)),
        ("1/7/26", dt.date(2026, 7, 1)),
        ("5-8", dt.date(2026, 8, 5)),
        ("29/2/2024", dt.date(2024, 2, 29)),
        ("hôm nay", TODAY),
        ("hom qua", dt.date(2026, 3, 8)),
    ],
)
@pytest.mark.parametrize("over", ["", "01/02/2026"])
def test_what_is_typed_is_what_is_stored(
    field: DateField, typed: str, day: dt.date, over: str
) -> None:
    field.setText(over)
    field.selectAll()
    type_text(field, typed)
    assert field.text() == typed, "the text changed while one typed"
    leave(field)
    assert (field.value, field.text(), field.problem) == (day, f"{day:%d/%m/%Y}", "")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("5/13/2026", "no_such_day"),
        ("31/4/2026", "no_such_day"),
        ("29/2/2026", "no_such_day"),
        ("1/1/1066", "year"),
        ("mai mốt", "not_date"),
        ("12/", "not_date"),
    ],
)
def test_what_is_no_date_stays_to_be_seen_and_is_marked(
    field: DateField, typed: str, reason: str
) -> None:
    type_text(field, typed)
    leave(field)
    assert (field.value, field.text(), field.problem) == (None, typed, reason)
    assert field.property("wrong") is True
    assert field.toolTip() == field.accessibleDescription() != ""


def test_mending_the_text_takes_the_mark_away(field: DateField) -> None:
    type_text(field, "31/4/2026")
    leave(field)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.property("wrong") is False


def test_a_blank_field_has_no_day_and_no_problem(field: DateField) -> None:
    field.set_value(TODAY)
    field.clear()
    leave(field)
    assert (field.value, field.problem, field.property("wrong")) == (None, "", None)


def test_a_date_without_a_year_is_in_the_period_shown(qtbot: QtBot) -> None:
    field = DateField(today=lambda: TODAY, default_year=2024)
    qtbot.addWidget(field)
    type_text(field, "5/8")
    assert field.value == dt.date(2024, 8, 5)


def test_control_semicolon_writes_today(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "09/03/2026"


def test_setting_a_value_in_code_is_no_edit(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(TODAY)


def test_the_calendar_opens_by_key_on_a_monday_and_chooses_a_day(
    field: DateField, qtbot: QtBot
) -> None:
    field.set_value(dt.date(2026, 8, 5))
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    month = popup.findChild(QCalendarWidget)
    assert isinstance(month, QCalendarWidget)
    assert month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert month.locale().name() == "vi_VN"
    with qtbot.waitSignal(field.changed):
        month.activated.emit(month.selectedDate().addDays(1))
    assert field.value == dt.date(2026, 8, 6)
