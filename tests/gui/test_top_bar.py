"""The top bar names the office, its period, and finds anything."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.top_bar import TopBar
from desktop.rules.calendar import parse_period
from desktop.store.search import Hit


def test_it_speaks_of_the_office_and_its_period(session: Session, qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    assert not bar.search.isEnabled()
    bar.show_session(session)
    assert bar.office.text() == session.agencies[session.preferences.agency].name
    session.set_period(parse_period("2024-H2"))
    assert bar.period is not None
    assert bar.period.period == session.period


def test_what_is_found_is_chosen_as_a_hit(session: Session, qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_session(session)
    bar.show()
    bar.activateWindow()
    bar.search.setFocus()
    qtbot.waitUntil(bar.search.hasFocus)
    task = next(iter(session.tasks.values()))
    bar.search.setText(task.text[:40])
    QTest.keyClick(bar.search, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.found) as told:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert isinstance(told.args[0], Hit)
