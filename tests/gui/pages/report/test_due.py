"""The sentence of state tells the days left at once, and what lacks when counted."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.due import DueSentence
from tests.gui.pages.report_desk import Desk


def test_what_lacks_is_counted_and_forgotten(desk: Desk, qtbot: QtBot) -> None:
    owner = QObject()
    due = DueSentence(desk.session, owner)
    qtbot.addWidget(due.label)
    due.read()
    assert "hạn báo cáo 24/11/2024" in due.label.text().lower()
    assert "chỉ tiêu" in due.label.text()
    due.forget()
    due.read()
    assert "chỉ tiêu" in due.label.text()
