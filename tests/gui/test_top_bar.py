"""The top bar names the office, its period, and finds anything."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.files.catalogue import load_regimes
from desktop.gui.session import Session
from desktop.gui.top_bar import TopBar
from desktop.operations.choose_plan import choose_plan
from desktop.operations.make_plan import make_plan
from desktop.operations.undo import undo
from desktop.records.period import Deadline
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.search import Hit
from tests.operations.plan_office import a_plan


def test_it_speaks_of_the_office_and_its_period(session: Session, qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    assert not bar.search.isEnabled()
    bar.show_session(session)
    assert bar.office.text() == session.agencies[session.preferences.agency].name
    session.set_period(parse_period("2024-H2"))
    assert bar.period is not None
    assert bar.period.period == session.period


def test_the_years_are_those_of_the_plan_one_works_by(
    session: Session, qtbot: QtBot
) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_session(session)
    session.preferences_changed.connect(bar.show_name)
    plan = a_plan(session.store, last_day=dt.date(2030, 12, 31))
    session.start(lambda _progress: make_plan(session.store, plan))
    session.start(lambda _progress: choose_plan(session.store, plan.id))
    assert bar.period is not None
    years = next(
        each
        for each in bar.period.findChildren(QComboBox)
        if each.accessibleName() == "Năm"
    )
    offered = [years.itemText(row) for row in range(years.count())]
    assert offered[-1] == "2030"
    assert years.currentText() == "2025"


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


def test_the_way_years_are_cut_is_kept_with_the_office(
    session: Session, qtbot: QtBot
) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_session(session)
    assert bar.period is not None
    regimes = bar.period.findChildren(QComboBox)[2]
    assert regimes.currentText() == "Theo kế hoạch"
    regimes.setCurrentIndex(regimes.findData("decree_09"))
    regimes.activated.emit(regimes.currentIndex())
    assert session.preferences.regime == "decree_09"
    assert session.period == parse_period("2024@decree_09", load_regimes())
    session.start(lambda _progress: undo(session.store))
    assert regimes.currentText() == "Theo kế hoạch"


def test_the_plan_proposes_the_closing_day_and_a_late_one_is_doubted(
    session: Session, qtbot: QtBot
) -> None:
    (deadline,) = [
        one
        for one in records.find(session.store.reader, Deadline)
        if one.due_day is not None
    ]
    with session.store.change("close") as change:
        records.put(change, replace(deadline, closing_month=11, closing_day=22))
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_session(session)
    bar.show()
    assert bar.period is not None
    parts = bar.period.findChildren(QComboBox)[0]
    parts.activated.emit(0)
    assert session.period == parse_period("2024@22/11")
    tips = [each.toolTip() for each in bar.period.findChildren(QWidget)]
    assert [tip for tip in tips if "ít nhất 01 ngày làm việc" in tip]
