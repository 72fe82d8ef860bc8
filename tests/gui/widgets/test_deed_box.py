"""The verb does the deed and leaves closing to it; the other button only leaves."""

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.deed_box import deed_box


def test_the_verb_does_and_thoi_leaves(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    done: list[str] = []
    column = QVBoxLayout(dialog)
    column.addWidget(deed_box(dialog, "Ghi", lambda: done.append("ghi")))
    dialog.show()
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    assert set(buttons) == {"Ghi", "Thôi"}
    assert buttons["Ghi"].isDefault()
    buttons["Ghi"].click()
    assert (done, dialog.isVisible()) == (["ghi"], True)
    buttons["Thôi"].click()
    assert (done, dialog.isVisible()) == (["ghi"], False)
