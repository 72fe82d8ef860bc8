"""A wrong field says why to the eye and to the ear, and is cleared again."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.marking import mark


def test_a_mark_is_seen_and_spoken_and_taken_away(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    plain = field.grab().toImage()
    mark(field, "Chưa phải là số.")
    assert field.accessibleDescription() == field.toolTip() == "Chưa phải là số."
    assert field.grab().toImage() != plain
    mark(field, "")
    assert (field.toolTip(), field.grab().toImage() == plain) == ("", True)
