"""Ranges, rows and the way of Tab through a sheet."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.sheet.desk import CTRL, KEY, SHIFT, Typist


def test_shift_and_arrows_select_a_range_in_both_ways(typist: Typist) -> None:
    typist.go(2, "first_day")
    typist.press(KEY.Key_Down, SHIFT)
    typist.press(KEY.Key_Right, SHIFT)
    names = [
        typist.model.columns[at].field.name
        for at in typist.view.rows.columns_selected()
    ]
    assert typist.view.rows.rows_selected() == [2, 3]
    assert names[0] == "first_day"
    assert len(names) == 2


def test_ctrl_shift_end_selects_to_the_last_cell_that_shows(typist: Typist) -> None:
    typist.go(3, "first_day")
    typist.press(KEY.Key_End, CTRL | SHIFT)
    rows = typist.view.rows
    assert rows.rows_selected() == [3, 4]
    assert rows.columns_selected() == rows.columns_shown()[1:]
    assert not rows.whole_rows()


def test_shift_and_space_select_whole_rows(typist: Typist) -> None:
    typist.select(1, "title", 2, "title")
    typist.press(KEY.Key_Space, SHIFT)
    assert typist.view.rows.whole_rows()
    assert typist.view.selected() == [1, 2]


def test_the_number_of_a_row_selects_it_and_opens_it(
    typist: Typist, qtbot: QtBot
) -> None:
    numbers = typist.view.rows.verticalHeader()
    point = numbers.rect().center()
    point.setY(numbers.sectionViewportPosition(2) + 5)
    QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert typist.view.rows.whole_rows()
    assert typist.view.selected() == [2]
    with qtbot.waitSignal(typist.sheet.open_wanted) as wanted:
        numbers.sectionDoubleClicked.emit(2)
    assert wanted.args == [2, ""]


def test_cells_of_hidden_columns_are_never_among_those_selected(
    typist: Typist,
) -> None:
    typist.view.rows.selectAll()
    columns = {column for _, column in typist.view.rows.cells_selected()}
    assert columns == set(typist.view.rows.columns_shown())


def test_moved_columns_are_selected_as_they_show(typist: Typist) -> None:
    header = typist.view.header
    header.moveSection(header.visualIndex(typist.at("attendance")), 0)
    typist.go(0, "attendance")
    typist.view.rows.go(1, typist.at("title"), extend=True)
    shown = typist.view.rows.columns_shown()
    assert typist.view.rows.columns_selected() == shown[:2]


def test_tab_goes_through_the_cells_and_ctrl_tab_out_of_them(typist: Typist) -> None:
    typist.go(0, "title")
    typist.press(KEY.Key_Right)
    typist.press(KEY.Key_Tab)
    assert typist.here == (0, "state")
    assert typist.view.rows.hasFocus()
    typist.press(KEY.Key_Tab, CTRL)
    assert not typist.view.rows.hasFocus()


def test_escape_and_then_tab_leave_the_table(typist: Typist) -> None:
    typist.go(0, "title")
    typist.press(KEY.Key_Right)
    typist.press(KEY.Key_Escape)
    typist.press(KEY.Key_Tab)
    assert not typist.view.rows.hasFocus()


def test_tab_on_its_way_through_the_window_passes_the_table(typist: Typist) -> None:
    typist.view.rows.clearFocus()
    typist.view.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert typist.view.rows.currentIndex().isValid()
    typist.press(KEY.Key_Tab)
    assert not typist.view.rows.hasFocus()


def test_what_is_selected_is_seen_without_the_focus(typist: Typist) -> None:
    typist.select(0, "title", 1, "first_day")
    before = typist.view.rows.viewport().grab().toImage()
    typist.view.new_rows.setFocus()
    spot = typist.view.rows.visualRect(typist.model.index(1, typist.at("title")))
    after = typist.view.rows.viewport().grab().toImage()
    point = spot.topRight()
    assert after.pixelColor(point.x() - 6, point.y() + 4) == before.pixelColor(
        point.x() - 6, point.y() + 4
    )
    plain = typist.view.rows.visualRect(typist.model.index(4, typist.at("title")))
    other = after.pixelColor(plain.right() - 6, plain.top() + 4)
    assert after.pixelColor(point.x() - 6, point.y() + 4) != other


def test_backspace_opens_a_cell_blank(typist: Typist) -> None:
    typist.go(0, "place") if typist.at("place") < 0 else typist.show("place")
    typist.go(0, "place")
    typist.press(KEY.Key_Backspace)
    assert typist.typed() == ""
    assert QApplication.focusWidget() is not typist.view.rows
