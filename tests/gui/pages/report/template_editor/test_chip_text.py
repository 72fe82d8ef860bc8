"""Chips in a field of words: what is written is what is kept."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.template_editor.chip_text import ChipText

NAMES = {"figure:trainings": "Lớp tập huấn (cuộc)", "plan": "tên kế hoạch"}


def field(qtbot: QtBot, text: str = "", *, lines: int = 5) -> ChipText:
    made = ChipText(lambda name: NAMES.get(name, ""), lines=lines)
    qtbot.addWidget(made)
    made.set_source(text)
    return made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Có {figure:trainings} lớp.",
        "{plan}{plan}{figure:trainings}",
        "Một {plan}\n\nHai[ {figure:ghosts}] <a|b>",
        "{ không đóng",
    ],
)
def test_what_is_shown_is_kept_as_it_was(qtbot: QtBot, text: str) -> None:
    assert field(qtbot, text).source() == text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["a", "é ", "{plan}", "\n", "[", "{x:y}"]), max_size=12)
)
def test_any_mixture_of_words_and_chips_comes_back(
    qtbot: QtBot, parts: list[str]
) -> None:
    text = "".join(parts)
    assert field(qtbot, text).source() == text


def test_nobody_sees_braces(qtbot: QtBot) -> None:
    made = field(qtbot, "Có {figure:trainings} lớp.")
    assert "{" not in made.toPlainText()
    assert not made.grab().isNull()  # and it can be drawn


def test_a_chip_is_erased_like_a_letter(qtbot: QtBot) -> None:
    made = field(qtbot, "Có {plan}.")
    made.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(made, Qt.Key.Key_Backspace)
    assert made.source() == "Có {plan}"
    QTest.keyClick(made, Qt.Key.Key_Backspace)
    assert made.source() == "Có "


def test_a_chip_is_put_where_the_cursor_stands_and_words_go_on(qtbot: QtBot) -> None:
    made = field(qtbot, "Có lớp.")
    cursor = made.textCursor()
    cursor.setPosition(3)
    made.setTextCursor(cursor)
    made.insert_name("figure:trainings")
    QTest.keyClicks(made, " x ")
    assert made.source() == "Có {figure:trainings} x lớp."


def test_chips_are_copied_and_pasted_as_chips(qtbot: QtBot) -> None:
    made = field(qtbot, "Có {plan} lớp")
    made.selectAll()
    data = made.createMimeDataFromSelection()
    assert data.text() == "Có {plan} lớp"
    other = field(qtbot)
    other.insertFromMimeData(data)
    assert other.source() == "Có {plan} lớp"


def test_what_is_selected_is_put_in_brackets(qtbot: QtBot) -> None:
    made = field(qtbot, "Có lớp với {plan} người.")
    cursor = made.textCursor()
    cursor.setPosition(6)
    cursor.setPosition(18, QTextCursor.MoveMode.KeepAnchor)
    made.setTextCursor(cursor)
    made.wrap("[", "]")
    assert made.source() == "Có lớp[ với {plan} người]."


def test_a_field_of_one_line_stays_one(qtbot: QtBot) -> None:
    made = field(qtbot, "Một", lines=1)
    made.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(made, Qt.Key.Key_Return)
    data = QMimeData()
    data.setText(" hai\nba")
    made.insertFromMimeData(data)
    assert made.source() == "Một hai ba"


def test_only_somebody_who_writes_is_heard(qtbot: QtBot) -> None:
    made = field(qtbot)
    heard: list[str] = []
    made.edited.connect(lambda: heard.append("x"))
    made.set_source("Mới {plan}")
    assert heard == []
    QTest.keyClicks(made, "a")
    assert heard
