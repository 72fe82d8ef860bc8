"""Short lists keep the row one is on, and hand on what is typed."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.tables.short_list import ROW, Column, ShortList, ShortModel
from tests.gui.pages.asking import shown


@dataclass(frozen=True)
class Fruit:
    name: str
    many: int


COLUMNS = (
    Column(heading="Tên", text=lambda one: one.name, weight=3),
    Column(
        heading="Số",
        text=lambda one: str(one.many),
        number=True,
        weight=1,
        typed=lambda one: str(one.many) if one.many else None,
        colour=lambda one: "bad" if not one.many else "",
    ),
)
FRUIT = (Fruit("cam", 3), Fruit("quýt", 0), Fruit("bưởi", 5))


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[ShortList]:
    page = QWidget()
    made = ShortList(ShortModel(COLUMNS, lambda one: one.name, page), "Quả", page)
    made.resize(400, 200)
    shown(page, qtbot)
    made.model_.show_rows(FRUIT)
    yield made
    page.hide()


def test_a_cell_says_itself_with_its_heading(rows: ShortList) -> None:
    cell = rows.model_.index(0, 1)
    assert cell.data() == "3"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Số: 3"
    assert cell.data(ROW) == FRUIT[0]


def test_only_a_row_that_asks_for_it_is_coloured(rows: ShortList) -> None:
    role = Qt.ItemDataRole.ForegroundRole
    assert rows.model_.index(0, 1).data(role) is None
    assert rows.model_.index(1, 1).data(role) is not None


def test_the_row_one_is_on_stays_when_rows_come_and_go(rows: ShortList) -> None:
    rows.select("bưởi")
    rows.model_.show_rows(FRUIT[1:])
    assert rows.current == FRUIT[2]
    rows.model_.show_rows((FRUIT[1], Fruit("bưởi", 9)))
    assert rows.current == Fruit("bưởi", 9)


def test_same_rows_change_in_place(rows: ShortList, qtbot: QtBot) -> None:
    resets: list[int] = []
    rows.model_.modelReset.connect(lambda: resets.append(1))
    rows.model_.show_rows((Fruit("cam", 4), *FRUIT[1:]))
    assert not resets
    assert rows.model_.index(0, 1).data() == "4"


def test_enter_opens_the_row(rows: ShortList, qtbot: QtBot) -> None:
    rows.select("quýt")
    with qtbot.waitSignal(rows.chosen, timeout=1000) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [FRUIT[1]]


def test_a_click_opens_only_where_that_was_wished(
    rows: ShortList, qtbot: QtBot
) -> None:
    opened: list[object] = []
    rows.chosen.connect(opened.append)
    at = rows.visualRect(rows.model_.index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == []
    rows.choose_by_click()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [FRUIT[2]]


def test_what_is_typed_is_handed_on_and_the_cell_waits(rows: ShortList) -> None:
    typed: list[tuple[object, int, str]] = []
    rows.model_.typed.connect(lambda *given: typed.append(given))
    cell = rows.model_.index(0, 1)
    rows.model_.setData(cell, " 7 ")
    rows.model_.setData(cell, "3")
    assert typed == [(FRUIT[0], 1, "7")], "the same text again is no deed"
    assert cell.data() == "3"


def test_only_rows_that_can_be_written_open_an_editor(
    rows: ShortList, qtbot: QtBot
) -> None:
    rows.write_in_place(1)
    rows.select("quýt")
    QTest.keyClick(rows, Qt.Key.Key_F2)
    assert rows.state() != ShortList.State.EditingState
    rows.select("cam")
    QTest.keyClick(rows, Qt.Key.Key_F2)
    assert rows.state() == ShortList.State.EditingState


def test_columns_share_the_whole_width(rows: ShortList) -> None:
    widths = [rows.columnWidth(0), rows.columnWidth(1)]
    assert sum(widths) == rows.viewport().width()
    assert 2 < widths[0] / widths[1] < 4


def test_a_number_is_never_cut(rows: ShortList, qtbot: QtBot) -> None:
    many = 123_456_789_012
    rows.resize(160, 200)
    rows.model_.show_rows((Fruit("cam", many),))
    needed = rows.fontMetrics().horizontalAdvance(str(many))
    assert rows.columnWidth(1) > needed


def test_words_are_never_squeezed_away_between_numbers(rows: ShortList) -> None:
    rows.resize(160, 200)
    rows.model_.show_rows((Fruit("cam", 10**20),))
    assert rows.columnWidth(0) >= rows.fontMetrics().horizontalAdvance("quýt")
    assert rows.horizontalScrollBar().maximum() > 0, "the rest is there to scroll to"


def test_a_long_text_gets_the_lines_it_needs(rows: ShortList) -> None:
    before = rows.rowHeight(0)
    long = Fruit("cam sành Hàm Yên " * 12, 1)
    rows.model_.show_rows((long,))
    assert rows.rowHeight(0) > 2 * before
    rows.keep_one_line()


def test_tab_shows_where_one_is(rows: ShortList) -> None:
    rows.clearSelection()
    reached = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(rows, reached)
    assert rows.selectionModel().hasSelection()


def test_a_row_that_is_yet_to_come_is_gone_to_once_it_is_there(rows: ShortList) -> None:
    rows.select("quýt")
    rows.seek("mận")
    rows.model_.show_rows((*FRUIT, Fruit("ổi", 1)))
    assert rows.current == FRUIT[1], "what was read first did not hold it"
    rows.model_.show_rows((*FRUIT, Fruit("mận", 2)))
    assert rows.current == Fruit("mận", 2)
    rows.select("cam")
    rows.model_.show_rows((Fruit("mận", 2), *FRUIT))
    assert rows.current == FRUIT[0], "it is gone to once"
