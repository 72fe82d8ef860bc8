"""One chip for each filter, and it goes by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.tables.filter_chips import SEARCH, FilterChips


def test_chips_say_what_is_filtered_and_go_one_by_one(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    chips = FilterChips()
    column.addWidget(chips)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    assert chips.isHidden()
    filters = {2: ("Tên", "lớp & hội"), 5: ("Số lượt", ">10"), SEARCH: ("Tìm", "x")}
    gone: list[int] = []

    def take_away(column: int) -> None:
        gone.append(column)
        filters.pop(column)
        chips.show_filters(filters)

    chips.removed.connect(take_away)
    chips.show_filters(filters)
    assert chips.isVisible()
    assert chips.chips[0].accessibleName() == "Bỏ lọc Tên: lớp & hội"
    assert chips.chips[0].focusPolicy() & Qt.FocusPolicy.TabFocus
    chips.chips[1].setFocus()
    QTest.keyClick(chips.chips[1], Qt.Key.Key_Delete)
    assert gone == [5]
    assert chips.chips[1].hasFocus(), "the keyboard stays among the chips"
    QTest.keyClick(chips.chips[1], Qt.Key.Key_Return)
    with qtbot.waitSignal(chips.emptied):
        QTest.keyClick(chips.chips[0], Qt.Key.Key_Space)
    assert gone == [5, SEARCH, 2]
    assert chips.isHidden()
