"""A moment is a day and a time, and only both together."""

import datetime as dt

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import Offer
from desktop.gui.forms.moments import MomentEditor
from desktop.gui.tables.names import Names
from desktop.records.register import Field, FieldType
from tests import builders

OFFER = Offer(
    names=Names(), products=lambda: (), today=dt.date(2024, 12, 20), year=2024
)
FIELD = Field(name="held_at", type=FieldType.DATETIME, label="Thời điểm")


@pytest.fixture
def editor(qtbot: QtBot) -> MomentEditor:
    made = MomentEditor(FIELD, OFFER)
    qtbot.addWidget(made.widget)
    return made


def lines(editor: MomentEditor) -> list[QLineEdit]:
    return editor.widget.findChildren(QLineEdit)


def test_a_day_and_a_time_make_a_moment(editor: MomentEditor, qtbot: QtBot) -> None:
    day, time = lines(editor)
    QTest.keyClicks(day, "12/7")
    with qtbot.waitSignal(editor.changed):
        QTest.keyClicks(time, "8h30")
    assert editor.value() == builders.at("2024-07-12T08:30")
    assert editor.unreadable() == ""


def test_half_a_moment_is_none_and_says_so(editor: MomentEditor) -> None:
    for typed in (["12/7/2024", ""], ["", "8h30"]):
        editor.set_typed(typed)
        assert editor.value() is None
        assert editor.unreadable() == "Ghi cả ngày và giờ."
    editor.set_typed([])
    assert (editor.value(), editor.unreadable()) == (None, "")


@pytest.mark.parametrize("typed", [["32/13", "8h30"], ["12/7/2024", "25h"]])
def test_a_half_that_cannot_be_read_is_told(
    editor: MomentEditor, typed: list[str]
) -> None:
    editor.set_typed(typed)
    assert editor.value() is None
    assert editor.unreadable() not in ("", "Ghi cả ngày và giờ.")


def test_a_draft_keeps_both_halves_as_they_were_typed(editor: MomentEditor) -> None:
    editor.set_typed(["5/8", "9"])
    assert editor.typed() == ["5/8", "9"]


def test_a_record_is_shown_and_read_back(editor: MomentEditor) -> None:
    moment = builders.at("2024-07-12T08:05")
    editor.set_value(moment)
    assert [line.text() for line in lines(editor)] == ["12/07/2024", "08:05"]
    assert editor.value() == moment
    editor.set_value(None)
    assert editor.value() is None


def test_both_halves_are_named_and_marked(editor: MomentEditor) -> None:
    names = [line.accessibleName() for line in lines(editor)]
    assert names == ["Thời điểm, ngày", "Thời điểm, giờ"]
    editor.mark(wrong=True)
    assert all(line.property("wrong") for line in lines(editor))
    editor.mark(wrong=False)
    assert not any(line.property("wrong") for line in lines(editor))
