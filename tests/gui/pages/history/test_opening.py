"""The history of a record opens from the record itself."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.history.opening import show_history
from desktop.gui.session import Session
from desktop.records.activity import Activity
from desktop.store import records
from tests.gui.pages.history.history_office import some_history


def test_the_history_of_that_record_is_shown(session: Session, qtbot: QtBot) -> None:
    some_history(session)
    parent = QWidget()
    qtbot.addWidget(parent)
    record = records.get(session.store.reader, Activity, "a")
    dialog = show_history(session, record, parent)
    assert dialog.sentence.text() == "2 lần thay đổi"
    dialog.reject()
