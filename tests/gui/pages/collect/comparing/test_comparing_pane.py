"""Units side by side: the missing on top, shares by the figure chosen, each traced."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.signatures.trust import Trust
from desktop.gui.pages.collect.comparing.comparing_pane import ComparingPane
from desktop.gui.pages.collect.comparing.own_results import OwnResultsDialog
from desktop.gui.session import Session
from desktop.operations.reports.compare_units import CODES
from tests.builders import UNIT, an_activity
from tests.gui.pages.asking import do, shown
from tests.operations.intake.sent_packages import a_package, entries_of, take_in

OTHER = "ubnd-xa-ha-mon"
DAY = dt.date(2024, 3, 1)


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ComparingPane:
    do(
        session,
        an_activity(id="a", agency=UNIT, attendance=30, last_day=DAY),
        an_activity(id="b", agency=OTHER, attendance=90, last_day=DAY),
    )
    made = ComparingPane(session)
    shown(made, qtbot)
    return made


def row(pane: ComparingPane, key: str) -> list[str]:
    model = pane.list.model_
    at = model.row_of(key)
    assert at is not None
    return [model.index(at, column).data() for column in range(model.columnCount())]


def choose(pane: ComparingPane, code: str) -> None:
    pane.figure.setCurrentIndex(CODES.index(code))


def test_those_missing_stand_on_top_and_are_counted(pane: ComparingPane) -> None:
    rows = pane.list.model_.rows
    assert [one.missing for one in rows] == [True] * 32 + [False] * 3
    assert "32 trên 34 đơn vị" in pane.sentence.text()
    assert row(pane, rows[0].key)[1] == "▲ Chưa báo cáo"


def test_shares_are_of_the_figure_chosen(pane: ComparingPane) -> None:
    assert row(pane, UNIT)[-3] == "50%"
    choose(pane, "direct_attendance")
    assert row(pane, UNIT)[3] == "30"
    assert row(pane, UNIT)[-3:] == ["25%", "0", "+30"]
    assert row(pane, "")[-3:] == ["100%", "0", "+120"]
    keys = [one.key for one in pane.list.model_.rows if not one.missing]
    assert keys == [OTHER, UNIT, ""], "the largest first, the total last"


def test_enter_tells_what_a_number_is_made_of(pane: ComparingPane) -> None:
    choose(pane, "direct_attendance")
    assert pane.list.select(UNIT)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert pane.tracing is not None
    assert pane.tracing.isVisible()
    assert "30" in pane.tracing.value.text()
    QTest.keyClick(pane.tracing, Qt.Key.Key_Escape)
    assert not pane.tracing.isVisible()


def test_of_a_missing_unit_there_is_nothing_to_trace(pane: ComparingPane) -> None:
    pane.list.select(pane.list.model_.rows[0].key)
    assert not pane.trace_button.isEnabled(), "a button that would do nothing"
    pane.trace()
    assert pane.tracing is None
    pane.list.select(UNIT)
    assert pane.trace_button.isEnabled()


def test_the_row_that_is_traced_stays_in_sight(
    pane: ComparingPane, qtbot: QtBot
) -> None:
    pane.resize(1100, 560)
    pane.list.select(UNIT)
    pane.trace()
    row = pane.list.currentIndex()
    qtbot.waitUntil(
        lambda: pane.list.viewport().rect().contains(pane.list.visualRect(row))
    )


def test_what_is_recorded_meanwhile_is_read_again(
    pane: ComparingPane, session: Session
) -> None:
    do(session, an_activity(id="c", agency=UNIT, last_day=DAY))
    assert row(pane, UNIT)[2] == "2"


def test_what_a_unit_counted_of_its_own_targets_is_shown_where_it_sent_a_package(
    pane: ComparingPane, session: Session, tmp_path: Path
) -> None:
    pane.list.select(UNIT)
    pane.own_button.click()
    assert "không gửi gói nào" in pane.message.text
    take_in(session.store, Trust(), a_package(tmp_path, entries_of([]), None))
    pane.own_button.click()
    assert isinstance(pane.dialog, OwnResultsDialog)
    assert "Đăk Mar" in pane.dialog.note.text()
    pane.dialog.close()
    pane.list.select("")
    assert not pane.own_button.isEnabled(), "the total is nobody's own"
