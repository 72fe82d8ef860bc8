"""The menu of columns stays open while one chooses."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.tables.column_menu import ColumnMenu


def test_ticks_leave_it_open_and_other_lines_close_it(qtbot: QtBot) -> None:
    menu = ColumnMenu()
    qtbot.addWidget(menu)
    ticks = [menu.addAction(words) for words in ("Tên", "Ngày")]
    for action in ticks:
        action.setCheckable(True)
    reset = menu.addAction("Hiện lại")
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(ticks[0])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [one.isChecked() for one in ticks] == [True, True]
    assert menu.isVisible()
    spot = menu.actionGeometry(ticks[0]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
    assert not ticks[0].isChecked()
    assert menu.isVisible()
    with qtbot.waitSignal(reset.triggered):
        menu.setActiveAction(reset)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
