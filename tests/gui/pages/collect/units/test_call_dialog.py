"""Who is meant by a call that is logged."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.units.call_dialog import CallDialog, named
from desktop.gui.session import Session
from desktop.operations.units.log_call import WAYS
from tests.gui.pages.collect.units.test_units_list import ONE


def test_many_units_are_counted_and_not_all_named() -> None:
    many = [
        replace(ONE, agency=replace(ONE.agency, name=f"Xã {n}")) for n in range(1, 6)
    ]
    assert named(many[:2]) == "Xã 1, Xã 2"
    assert named(many) == "Xã 1, Xã 2, Xã 3 và 2 đơn vị khác"


def test_every_way_can_be_chosen_by_name(session: Session, qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    dialog = CallDialog(session, [ONE], frame)
    found = [dialog.way.itemData(n) for n in range(dialog.way.count())]
    assert found == list(WAYS)
    assert dialog.way.accessibleName() == "Cách liên hệ"
    assert dialog.note.accessibleName() == "Nội dung"
    assert dialog.sizeHint().height() <= 700
