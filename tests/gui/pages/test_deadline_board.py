"""The board of deadlines ticks by the minute and does not move."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.deadline_board import WHEN, DeadlineBoard
from desktop.operations.periods.read_deadlines import Due
from tests import builders
from tests.gui.pages.test_deadline_words import asked, due
from tests.wording.test_endings import CERTIFICATE


class Clock:
    def __init__(self) -> None:
        self.now = builders.NOW

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(430, 160)
    return made


@pytest.fixture
def board(clock: Clock, page: QWidget) -> DeadlineBoard:
    made = DeadlineBoard(clock, page)
    made.resize(430, 160)
    page.show()
    return made


def when(board: DeadlineBoard, row: int = 0) -> Any:
    return board.model_.index(row, WHEN).data()


def later(one: Due, key: str) -> Due:
    return replace(one, deadline=replace(one.deadline, id=key))


def test_the_clock_goes_on_without_moving_anything(
    board: DeadlineBoard, clock: Clock, qtbot: QtBot
) -> None:
    board.show_dues((asked(61), later(due(40), "other")))
    board.selectRow(1)
    widths = [board.columnWidth(n) for n in range(3)]
    assert when(board) == "09:01 – còn 1 giờ 01 phút"
    clock.now += dt.timedelta(minutes=62)
    with qtbot.assertNotEmitted(board.model_.modelReset):
        board.tick()
    assert when(board) == "09:01 – quá 1 phút"
    assert [board.columnWidth(n) for n in range(3)] == widths
    assert board.currentIndex().row() == 1


def test_it_wakes_when_the_next_minute_begins(
    board: DeadlineBoard, clock: Clock
) -> None:
    clock.now += dt.timedelta(seconds=45)
    board.show_dues((asked(61),))
    assert board._minute.isActive()
    assert board._minute.interval() == 15_000
    board.hide()
    assert not board._minute.isActive()
    board.show()
    assert board._minute.isActive()


def test_days_need_no_clock(board: DeadlineBoard) -> None:
    board.show_dues((due(4), later(due(None), "other")))
    assert not board._minute.isActive()
    assert when(board, 1) == "Chưa nhập thời hạn"


def test_a_row_says_who_sends_what_to_whom_and_its_tip_tells_all(
    board: DeadlineBoard,
) -> None:
    board.show_dues((due(4), later(replace(due(300), earliest=True), "other")))
    assert board.model_.index(0, 0).data() == "Hằng năm\nCác đơn vị"
    line = board.fontMetrics().lineSpacing()
    assert board.rowHeight(0) >= 2 * line, "no line of it is hidden"
    tip = board.model_.index(1, 0).data(3)  # the role of tips
    assert "Ai báo cáo: Các đơn vị" in tip
    assert "Thời hạn: trước ngày 25/11" in tip
    assert "Sớm nhất" in tip


def test_what_must_be_renewed_stands_above_the_duties_and_has_no_clock(
    board: DeadlineBoard, clock: Clock
) -> None:
    board.show_dues((asked(61),), (CERTIFICATE,))
    assert board.model_.rows[0] == CERTIFICATE
    assert when(board) == "01/01/2025 – còn 12 ngày"
    clock.now += dt.timedelta(minutes=2)
    board.tick()
    assert when(board) == "01/01/2025 – còn 12 ngày"
    assert "59 phút" in when(board, 1)
