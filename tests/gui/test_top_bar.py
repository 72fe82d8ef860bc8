"""The top bar names the office, its period, and finds anything."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.files.catalogue import load_regimes
from desktop.gui.global_search import FEW, Goal
from desktop.gui.session import Session
from desktop.gui.top_bar import TopBar
from desktop.operations.history.undo import undo
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.make_plan import make_plan
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


@pytest.fixture
def searching(session: Session, qtbot: QtBot) -> Iterator[TopBar]:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 60)
    bar.show_session(session)
    bar.show()
    bar.activateWindow()
    bar.search.setFocus()
    qtbot.waitUntil(bar.search.hasFocus)
    yield bar
    bar.close_session()


def test_what_is_found_is_chosen_by_enter(
    session: Session, searching: TopBar, qtbot: QtBot
) -> None:
    task = next(iter(session.tasks.values()))
    searching.search.setText(task.text[:40])
    QTest.keyClick(searching.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: searching.search.listing)
    with qtbot.waitSignal(searching.found) as told:
        QTest.keyClick(searching.search, Qt.Key.Key_Return)
    assert told.args == [Goal("plan", Hit("tasks", task.id))]


def test_all_of_one_kind_is_a_line_away(searching: TopBar, qtbot: QtBot) -> None:
    searching.search.setText("quyen con nguoi")
    QTest.keyClick(searching.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: searching.search.listing)
    shown = searching.search.list
    assert shown is not None
    for _ in range(shown.model_.rowCount()):
        if shown.current_text().startswith("Xem cả"):
            break
        QTest.keyClick(searching.search, Qt.Key.Key_Down)
    QTest.keyClick(searching.search, Qt.Key.Key_Return)
    last = "‹ Mọi loại"
    rows = shown.model_
    qtbot.waitUntil(lambda: rows.row(rows.rowCount() - 1).text == last)
    assert rows.rowCount() > 2 + FEW
    QTest.keyClick(searching.search, Qt.Key.Key_Up)
    assert shown.current_text() == last
    QTest.keyClick(searching.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.row(rows.rowCount() - 1).text != last)


def test_without_an_office_nothing_is_looked_for(
    session: Session, searching: TopBar
) -> None:
    searching.close_session()
    assert not searching.search.isEnabled()
    searching.search.wanted.emit("tập huấn")


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
