"""A label changes its colour when it changes its part."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.pages.activities.importing.roles import show_role


def test_a_label_takes_the_colour_of_its_role(qtbot: QtBot) -> None:
    label = QLabel("chưa chọn")
    qtbot.addWidget(label)
    label.show()
    for role, colour in (("doubt", "warn"), ("quiet", "quiet"), ("", "text")):
        show_role(label, role)
        label.ensurePolished()
        shown = label.palette().color(QPalette.ColorRole.WindowText)
        assert shown == theme.colour(colour), role
