"""A day on which there was an office is asked for, and no other taken."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.history.day_dialog import DayDialog

TODAY = dt.date(2026, 11, 21)
FIRST = dt.date(2026, 11, 1)


def made(qtbot: QtBot, first: dt.date = FIRST) -> DayDialog:
    dialog = DayDialog(TODAY, first)
    qtbot.addWidget(dialog)
    return dialog


def test_yesterday_is_proposed_or_the_first_day(qtbot: QtBot) -> None:
    assert made(qtbot).value == TODAY - dt.timedelta(days=1)
    assert made(qtbot, TODAY).value == TODAY


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("22/11/2026", "Ngày này chưa đến."),
        ("31/10/2026", "Sổ được lập ngày 01/11/2026."),
        ("", "Ghi ngày muốn xem."),
        ("31/2/2026", "Không có ngày này trong lịch."),
    ],
)
def test_another_day_is_refused_beside_the_field(
    qtbot: QtBot, typed: str, said: str
) -> None:
    dialog = made(qtbot)
    dialog.day.setText(typed)
    dialog.view_button.click()
    assert dialog.value is None
    assert said in dialog.said.text()
    assert dialog.result() == 0


def test_a_good_day_is_taken(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    dialog.day.setText("12/11/2026")
    dialog.view_button.click()
    assert (dialog.result(), dialog.value) == (1, dt.date(2026, 11, 12))
