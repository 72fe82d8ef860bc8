"""The buttons of a dialog stand at its right and are called by their words."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.button_row import button_row


def test_buttons_stand_at_the_right_in_their_order_and_have_names(qtbot: QtBot) -> None:
    leave, keep = QPushButton("Thôi"), QPushButton("&Gắn bản này")
    dialog = QWidget()
    qtbot.addWidget(dialog)
    dialog.setLayout(button_row(leave, keep))
    dialog.resize(600, 60)
    dialog.show()
    assert [each.accessibleName() for each in (leave, keep)] == ["Thôi", "Gắn bản này"]
    assert dialog.width() / 2 < leave.x() < keep.x()
