"""The search asks a moment after the last key and lists below what it is answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.found_list import NOTHING, Found, FoundList, Group
from desktop.gui.widgets.search_box import PAUSE, SearchBox
from tests.gui.typing_keys import WORDS, type_words

GROUPS = (
    Group("Hoạt động · 9", (Found("loa 0", 0), Found("loa 1", 1)), Found("Cả 9…", "a")),
    Group("Nhiệm vụ · 1", (Found("việc loa", 2),)),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(SearchBox("Tìm trong cả sổ"))
    column.addStretch()
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def box(window: QWidget, qtbot: QtBot) -> SearchBox:
    made = window.findChild(SearchBox)
    assert made is not None
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def answered(box: SearchBox, groups: tuple[Group, ...] = GROUPS) -> FoundList:
    """Type, ask at once, and answer."""
    box.setText("loa")
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.show_found("loa", groups)
    assert box.list is not None
    return box.list


def test_it_asks_once_after_the_last_key(box: SearchBox, qtbot: QtBot) -> None:
    wanted: list[str] = []
    box.wanted.connect(wanted.append)
    QTest.keyClicks(box, "loa")
    assert wanted == []
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == ["loa"]


def test_arrows_pass_over_headings_and_round_the_ends(box: SearchBox) -> None:
    shown = answered(box)
    ready = [shown.current_text()]
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Down)
        ready.append(shown.current_text())
    assert ready == ["loa 0", "loa 1", "Cả 9…", "việc loa", "loa 0"]
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert shown.current_text() == "việc loa"
    assert box.accessibleDescription() == "việc loa", "told to a screen reader"


def test_enter_opens_what_is_ready_and_empties_the_line(
    box: SearchBox, qtbot: QtBot
) -> None:
    answered(box)
    QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert (chosen.args, box.text(), box.listing) == ([1], "", False)


def test_a_click_opens_and_a_click_on_a_heading_does_not(
    box: SearchBox, qtbot: QtBot
) -> None:
    shown = answered(box)
    chosen: list[object] = []
    box.chosen.connect(chosen.append)
    for row in (0, 2):
        at = shown.visualRect(shown.model().index(row, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [1]
    assert box.hasFocus(), "the cursor never leaves the line"


def test_a_line_that_asks_for_more_keeps_the_text_and_the_list(
    box: SearchBox, qtbot: QtBot
) -> None:
    answered(box)
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Up)
    with qtbot.waitSignal(box.asked) as asked:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert (asked.args, box.text(), box.listing) == (["a"], "loa", True)


def test_a_space_is_typed_and_never_chooses(box: SearchBox) -> None:
    answered(box)
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box.text() == "lo"
    assert box.listing


def test_enter_never_opens_an_answer_to_another_text(box: SearchBox) -> None:
    answered(box)
    wanted: list[str] = []
    chosen: list[object] = []
    box.wanted.connect(wanted.append)
    box.chosen.connect(chosen.append)
    QTest.keyClicks(box, "p")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (wanted, chosen) == (["loap"], [])


def test_an_answer_that_comes_late_is_not_shown(box: SearchBox) -> None:
    box.setText("loa phát thanh")
    box.show_found("loa", GROUPS)
    assert not box.listing


def test_nothing_found_is_said_and_cannot_be_chosen(box: SearchBox) -> None:
    shown = answered(box, ())
    assert shown.model_.row(0).text == NOTHING
    chosen: list[object] = []
    box.chosen.connect(chosen.append)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen == []


def test_escape_takes_the_list_away_and_then_empties_the_line(box: SearchBox) -> None:
    answered(box)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.listing) == ("loa", False)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_the_list_goes_with_the_cursor(box: SearchBox, window: QWidget) -> None:
    answered(box)
    QTest.keyClick(box, Qt.Key.Key_Backtab)
    assert not box.hasFocus()
    assert not box.listing


def test_a_vietnamese_keyboard_writes_whole_words_over_an_open_list(
    box: SearchBox,
) -> None:
    answered(box)
    box.clear()
    type_words(box, WORDS)
    assert box.text() == " ".join(WORDS)


def test_the_list_is_wide_and_stays_in_the_window(
    box: SearchBox, window: QWidget
) -> None:
    box.setFixedWidth(220)
    many = tuple(Found(str(n), n) for n in range(60))
    QTest.qWait(1)
    shown = answered(box, (Group("Hoạt động · 60", many),))
    assert window.rect().contains(shown.geometry())
    assert shown.geometry().top() >= box.geometry().bottom()
    assert shown.width() >= 220


def test_an_emptied_line_asks_nothing_and_offers_nothing_to_clear(
    qtbot: QtBot,
) -> None:
    box = SearchBox("Tìm")
    qtbot.addWidget(box)
    box.setText("lop")
    # The line's own button to clear it goes when it hears of the blank text.
    with (
        qtbot.waitSignal(box.textChanged),
        qtbot.assertNotEmitted(box.wanted, wait=PAUSE + 50),
    ):
        box.empty()
    assert not box.text()
