"""A part of the place waits until somebody looks at it."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.parts import LatePane, PartSpec, existing
from desktop.gui.session import Session

UNITS = "desktop.gui.pages.collect.units.units_pane:UnitsPane"


def test_a_part_whose_module_is_not_there_is_left_out() -> None:
    assert not PartSpec("x", "X", "desktop.gui.pages.collect.nowhere.x:X").exists
    assert not PartSpec("x", "X", "desktop.gui.pages.collect.units.nowhere:X").exists
    assert PartSpec("units", "Đơn vị", UNITS).exists
    assert all(one.exists for one in existing())


def test_a_part_is_made_once_and_takes_the_cursor(
    session: Session, qtbot: QtBot
) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    late = LatePane(session, PartSpec("units", "Đơn vị", UNITS), frame)
    assert late.pane is None
    made = late.fill()
    assert late.fill() is made
    assert late.focusProxy() is made
