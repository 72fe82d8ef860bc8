"""What stands beside the report makes room for what needs all of the width."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.left_side import LeftSide


def test_it_goes_only_where_both_do_not_fit_and_comes_back(qtbot: QtBot) -> None:
    side = LeftSide(QLabel("a"), QLabel("b"))
    qtbot.addWidget(side)
    side.resize(side.wide, 400)
    side.leave_room(0, side.wide + 100)
    assert not side.isHidden()
    side.leave_room(500, side.wide + 500)
    assert side.isHidden(), "the gap between them is missing"
    side.leave_room(500, side.wide + 520)
    assert not side.isHidden()
