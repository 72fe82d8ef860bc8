"""A time of day is typed as people write it, and settles when the field is left."""

import datetime as dt

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.time_field import SENTENCES, TimeField


def a_field(qtbot: QtBot) -> TimeField:
    made = TimeField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_time_is_taken_as_typed_and_shown_alike_when_left(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field, "8h30")
    assert field.text() == "8h30", "nothing changes while one types"
    assert field.value == dt.time(8, 30)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "08:30"


def test_what_is_no_time_is_marked_and_kept_to_be_mended(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    QTest.keyClicks(field, "25h")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value, field.problem) == ("25h", None, "no_such_time")
    assert field.toolTip() == SENTENCES["no_such_time"]
    assert field.property("wrong")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert not field.property("wrong"), "typing takes the mark away"


def test_a_blank_field_is_no_fault(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    assert (field.value, field.problem) == (None, "")
    field.set_value(dt.time(14, 5))
    assert field.text() == "14:05"
    field.set_value(None)
    assert field.text() == ""


def test_tab_selects_what_is_there_so_that_typing_replaces_it(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.set_value(dt.time(9))
    event = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(field, event)
    assert field.selectedText() == "09:00"
