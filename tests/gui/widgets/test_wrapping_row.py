"""What does not fit beside goes below; what is hidden takes no room."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.wrapping_row import wrapped


def test_a_narrow_page_has_more_lines_and_no_widget_is_cut(qtbot: QtBot) -> None:
    buttons = tuple(QPushButton(f"Cần đối chiếu tên {n}") for n in range(6))
    held = wrapped(buttons, 4)
    qtbot.addWidget(held)
    one_line = held.sizeHint()
    held.resize(one_line)
    held.show()
    assert len({one.y() for one in buttons}) == 1
    narrow = one_line.width() // 3
    held.resize(narrow, held.heightForWidth(narrow))
    qtbot.waitUntil(lambda: buttons[-1].y() > 0)
    assert len({one.y() for one in buttons}) > 2
    assert all(one.geometry().right() <= narrow for one in buttons)
    assert all(one.width() == one.sizeHint().width() for one in buttons)
    assert held.minimumSizeHint().width() <= max(one.width() for one in buttons)
    assert held.heightForWidth(narrow) > 2 * one_line.height()
    for one in buttons[1:]:
        one.hide()
    assert held.heightForWidth(narrow) == one_line.height()
    assert held.sizeHint().width() == buttons[0].sizeHint().width()
