"""Fields of days, times and numbers behave as one line of text does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.number_field import NumberField
from desktop.gui.widgets.time_field import TimeField
from desktop.gui.widgets.typed_line import TypedLine

TYPED = {DateField: "5/8/2026", TimeField: "8h30", NumberField: "1250"}
SHOWN = {DateField: "05/08/2026", TimeField: "08:30", NumberField: "1.250"}
WRONG = {DateField: "31/2/2026", TimeField: "25h", NumberField: "abc"}


@pytest.fixture(params=TYPED, ids=lambda one: one.__name__)
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> TypedLine:
    made: TypedLine = request.param()
    qtbot.addWidget(made)
    made.show()
    return made


def reach(field: TypedLine, reason: Qt.FocusReason) -> str:
    """Let a field be reached in some way; return what is selected in it."""
    field.deselect()
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn, reason))
    return field.selectedText()


@pytest.mark.parametrize(
    ("reason", "selected"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
    ids=["tab", "backtab", "mouse"],
)
def test_the_text_is_selected_where_it_was_reached_by_tab(
    field: TypedLine, reason: Qt.FocusReason, *, selected: bool
) -> None:
    field.setText("12")
    assert (reach(field, reason) == "12") is selected


def test_it_stays_as_typed_until_the_field_is_left(field: TypedLine) -> None:
    QTest.keyClicks(field, TYPED[type(field)])
    assert field.text() == TYPED[type(field)]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == SHOWN[type(field)]


def test_what_is_typed_anew_is_wrong_no_longer(field: TypedLine) -> None:
    QTest.keyClicks(field, WRONG[type(field)])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toolTip()
    QTest.keyClicks(field, "1")
    assert not field.toolTip()


def test_only_what_a_person_types_is_a_change(field: TypedLine, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.show_value(SHOWN[type(field)])
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field, "1")
