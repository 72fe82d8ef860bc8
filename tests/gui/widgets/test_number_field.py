"""The number field stores the number that was typed, or none."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.number_field import NumberField
from tests.gui.typing_keys import type_text


def a_field(qtbot: QtBot, decimals: int = 0) -> NumberField:
    made = NumberField(decimals=decimals)
    qtbot.addWidget(made)
    return made


def type_and_leave(field: NumberField, typed: str) -> None:
    type_text(field, typed)
    assert field.text() == typed, "the text changed while one typed"
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("1.5", "1.5", "1,5"),
        ("1,5", "1.5", "1,5"),
        ("0.75", "0.75", "0,75"),
        ("0,75", "0.75", "0,75"),
        ("1.250,5", "1250.5", "1.250,5"),
        ("12", "12", "12"),
    ],
)
def test_a_point_never_multiplies(
    qtbot: QtBot, typed: str, value: str, shown: str
) -> None:
    field = a_field(qtbot, decimals=2)
    type_and_leave(field, typed)
    assert (field.value, field.text()) == (Decimal(value), shown)


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("1234567", 1234567, "1.234.567"),
        ("1.500", 1500, "1.500"),
        ("1,500", 1500, "1.500"),
        ("3000000000", 3_000_000_000, "3.000.000.000"),
        ("125.000 đ", 125_000, "125.000"),
        ("0", 0, "0"),
    ],
)
def test_whole_numbers_are_grouped_once_the_field_is_left(
    qtbot: QtBot, typed: str, value: int, shown: str
) -> None:
    field = a_field(qtbot)
    type_and_leave(field, typed)
    assert (field.whole, field.text(), field.problem) == (value, shown, "")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1.5", "fraction"),
        ("mười", "not_number"),
        ("1.2.3", "grouping"),
        ("-3", "below_zero"),
        ("1234567890123456", "too_large"),
    ],
)
def test_what_is_no_whole_number_stays_to_be_seen_and_is_marked(
    qtbot: QtBot, typed: str, reason: str
) -> None:
    field = a_field(qtbot)
    type_and_leave(field, typed)
    assert (field.value, field.text(), field.problem) == (None, typed, reason)
    assert field.property("wrong") is True
    assert field.toolTip()


def test_what_can_be_read_two_ways_is_asked_about(qtbot: QtBot) -> None:
    field = a_field(qtbot, decimals=2)
    type_and_leave(field, "1,234.567")
    assert (field.value, field.problem) == (None, "ambiguous")
    assert "1.234,567" in field.toolTip()
    assert "1.234.567" in field.toolTip()


def test_a_blank_field_is_not_zero(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.set_value(5)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.value, field.whole, field.problem) == (None, None, "")


def test_more_decimals_than_are_shown_are_not_cut(qtbot: QtBot) -> None:
    field = a_field(qtbot, decimals=1)
    type_and_leave(field, "1,25")
    assert (field.value, field.text()) == (Decimal("1.25"), "1,25")


def test_setting_a_value_in_code_is_no_edit(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(1_500_000)
    assert field.text() == "1.500.000"


def test_typing_tells_of_the_edit(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    with qtbot.waitSignal(field.changed):
        type_text(field, "1")
