"""An issued report is read back as it was issued."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.frozen import Frozen
from desktop.gui.pages.report.work import standings
from desktop.records.report import Report
from tests.gui.pages.report_desk import Desk


def test_the_report_chosen_arrives(signed_desk: Desk, qtbot: QtBot) -> None:
    issued = standings(signed_desk.store)[0].issued
    owner = QObject()
    frozen = Frozen(signed_desk.session, owner)
    with qtbot.waitSignal(frozen.arrived) as arrived:
        frozen.read(issued)
    report = arrived.args[0]
    assert isinstance(report, Report)
    assert report.id == issued.id
