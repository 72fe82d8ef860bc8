"""A choice is found by any part of its name; typing is never disturbed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.choice_field import ChoiceField
from tests.gui.typing_keys import WORDS, type_text, type_word

CHOICES = (
    ("training", "Tập huấn"),
    ("show", "Tuyên truyền lưu động"),
    ("road", "Đường"),
    ("goat", "Dương"),
    ("press", "Họp báo"),
)


@pytest.fixture
def field(qtbot: QtBot) -> ChoiceField:
    made = ChoiceField(CHOICES)
    qtbot.addWidget(made)
    made.show()
    return made


def leave(field: ChoiceField) -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()
    line = field.lineEdit()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)


def write(field: ChoiceField, text: str) -> None:
    line = field.lineEdit()
    assert line is not None
    type_text(line, text)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Tập huấn", "training"),
        ("tap huan", "training"),
        ("TAP", "training"),
        ("luu dong", "show"),
        ("Đường", "road"),
        ("dương", "goat"),
        ("", None),
    ],
)
def test_a_part_of_the_name_is_enough_when_only_one_holds_it(
    field: ChoiceField, typed: str, code: str | None
) -> None:
    write(field, typed)
    leave(field)
    assert (field.value, field.problem) == (code, "")
    assert field.currentText() == dict(CHOICES).get(code or "", "")


@pytest.mark.parametrize("typed", ["duong", "hội chợ"])
def test_what_names_none_or_two_stays_to_be_seen_and_is_marked(
    field: ChoiceField, typed: str
) -> None:
    write(field, typed)
    leave(field)
    assert (field.value, field.problem, field.currentText()) == (None, "unknown", typed)
    assert field.property("wrong") is True


@pytest.mark.parametrize("word", WORDS)
def test_a_vietnamese_keyboard_writes_whole_words(
    field: ChoiceField, word: str
) -> None:
    line = field.lineEdit()
    assert line is not None
    type_word(line, word)
    assert field.currentText() == word


def test_proposals_are_listed_below_and_never_written_into_the_text(
    field: ChoiceField, qtbot: QtBot
) -> None:
    completer = field.completer()
    assert completer is not None
    assert completer.completionMode() == QCompleter.CompletionMode.PopupCompletion
    assert field.insertPolicy() == QComboBox.InsertPolicy.NoInsert
    completer.setCompletionPrefix("truyen")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Tuyên truyền lưu động"


def test_a_value_is_kept_when_the_list_is_renewed(field: ChoiceField) -> None:
    field.set_value("press")
    field.set_choices(reversed(CHOICES))
    assert field.value == "press"
    field.set_choices(CHOICES[:2])
    assert field.value is None


def test_the_wheel_scrolls_the_page_and_not_the_list(field: ChoiceField) -> None:
    field.set_value("training")
    field.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert (field.value, turn.isAccepted()) == ("training", False)


def test_the_line_bears_the_name_of_the_field(field: ChoiceField) -> None:
    field.setAccessibleName("Loại")
    line = field.lineEdit()
    assert line is not None
    assert line.accessibleName() == "Loại"


def test_a_short_name_or_another_spelling_finds_it(qtbot: QtBot) -> None:
    office = "Sở Thông tin và Truyền thông"
    field = ChoiceField((("ict", office, ("Sở TTTT", "STTTT")), ("other", "Phòng")))
    qtbot.addWidget(field)
    field.show()
    write(field, "tttt")
    leave(field)
    assert field.value == "ict"
    assert field.currentText() == office


def test_a_name_told_whole_wins_over_one_that_holds_it(qtbot: QtBot) -> None:
    offered = (("a", "Sở A", ("TTTT",)), ("b", "Sở B", ("TTTT khu vực",)))
    field = ChoiceField(offered)
    qtbot.addWidget(field)
    field.show()
    write(field, "TTTT")
    leave(field)
    assert field.value == "a"
