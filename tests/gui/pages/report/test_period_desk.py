"""The period is closed, opened again and marked from the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.period_desk import PeriodDesk
from desktop.operations.periods.read_standings import standing_of
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def periods(desk: Desk, qtbot: QtBot) -> Iterator[PeriodDesk]:
    page = QWidget()
    qtbot.addWidget(page)
    made = PeriodDesk(desk.session, page)
    qtbot.addWidget(made.chip)
    yield made
    if made.dialog is not None:
        made.dialog.reject()


def state(desk: Desk) -> PeriodState:
    return standing_of(desk.store, desk.session.period).state


def test_closing_says_first_what_it_means(desk: Desk, periods: PeriodDesk) -> None:
    desk.ask.script = [False, True]
    periods.do("close")
    assert state(desk) is PeriodState.ENTERING
    periods.do("close")
    assert desk.ask.asked[0] == "Chốt số liệu năm 2024? [Chốt số liệu] [Thôi]"
    assert state(desk) is PeriodState.CLOSED
    assert periods.locked
    assert periods.chip.text().startswith("■ Kỳ: Đã chốt")


def test_opening_again_wants_a_reason(
    desk: Desk, periods: PeriodDesk, qtbot: QtBot
) -> None:
    desk.ask.script = [True, "Xã gửi bổ sung"]
    periods.do("close")
    with qtbot.waitSignal(periods.told) as told:
        periods.do("reopen")
    assert told.args == ["Đã mở lại năm 2024."]
    assert state(desk) is PeriodState.ENTERING
    assert "Xã gửi bổ sung" in periods.chip.toolTip()


def test_marks_are_told_with_their_paper(desk: Desk, periods: PeriodDesk) -> None:
    desk.ask.script = [True]
    periods.do("close")
    periods.do("received")
    assert periods.dialog is not None
    periods.dialog.text.setText("Biên nhận số 12")
    periods.dialog.date.setText("20/12/2024")
    periods.dialog.take()
    assert state(desk) is PeriodState.RECEIVED
    assert "Biên nhận số 12, 20/12/2024" in periods.chip.toolTip()


def test_another_period_has_its_own_state(desk: Desk, periods: PeriodDesk) -> None:
    desk.ask.script = [True]
    periods.do("close")
    desk.session.set_period(parse_period("2023"))
    assert not periods.locked
