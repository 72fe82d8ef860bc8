"""The search looks a moment after the last key and lists below what it found."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.search_box import Found, SearchBox
from tests.gui.typing_keys import WORDS, type_words


def look(text: str) -> Sequence[Found]:
    return [Found(f"{text} {n}", n) for n in range(3)] if text != "gì" else []


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox("Tìm trong cả sổ", look)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_it_looks_once_after_the_last_key(box: SearchBox, qtbot: QtBot) -> None:
    wanted: list[str] = []
    box.wanted.connect(wanted.append)
    QTest.keyClicks(box, "loa")
    assert wanted == []
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == ["loa"]


def test_a_line_of_the_list_is_chosen_by_keyboard(box: SearchBox, qtbot: QtBot) -> None:
    box.setText("loa")
    QTest.keyClick(box, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (chosen.args, box.text()) == ([1], "")


def test_escape_empties_the_line(box: SearchBox) -> None:
    box.setText("loa")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_a_vietnamese_keyboard_writes_whole_words(box: SearchBox) -> None:
    type_words(box, WORDS)
    assert box.text() == " ".join(WORDS)


def test_the_list_is_wider_than_the_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 300)
    box = SearchBox("Tìm", look, window)
    box.resize(220, 26)
    box.move(760, 10)
    window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.setText("loa")
    QTest.keyClick(box, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.width() >= 600
    popup.hide()
