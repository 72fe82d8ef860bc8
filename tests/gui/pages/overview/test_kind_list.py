"""Registers with their counts."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.overview.kind_list import KindList
from desktop.gui.session import Session
from tests.gui.pages.asking import shown


def test_most_entries_first_and_none_last(session: Session, qtbot: QtBot) -> None:
    page = QWidget()
    rows = KindList(page)
    shown(page, qtbot)
    one, two, three = session.registers[:3]
    rows.show_kinds(((one, 0), (two, 1_200), (three, 7)))
    model = rows.model_
    assert [model.index(row, 0).data() for row in range(3)] == [
        two.name,
        three.name,
        one.name,
    ]
    assert model.index(0, 1).data() == "1.200"
