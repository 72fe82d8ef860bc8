"""Above the words stand number and date; a reminder asks for an answer by a day."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.draft_head import DraftHead
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk


def head(desk: Desk, qtbot: QtBot, *, asks_reply: bool) -> DraftHead:
    made = DraftHead(desk.session)
    qtbot.addWidget(made)
    made.show_for(YEAR, asks_reply=asks_reply)
    made.show()
    return made


def test_only_a_reminder_asks_for_an_answer_by_a_day(desk: Desk, qtbot: QtBot) -> None:
    reminder = head(desk, qtbot, asks_reply=True)
    reminder.reply.setText("5/12/2024")
    assert reminder.reply_day == dt.date(2024, 12, 5)
    assert not walking.nameless(reminder)
    reminder.show_for(YEAR, asks_reply=False)
    assert reminder.reply.isHidden()
    assert reminder.reply_day is None, "what is not shown is not asked for"


def test_a_day_that_is_none_is_told_of_where_it_is_shown(
    desk: Desk, qtbot: QtBot
) -> None:
    made = head(desk, qtbot, asks_reply=True)
    made.reply.setText("31/2")
    assert made.wrong is made.reply
    made.date.setText("31/2")
    assert made.wrong is made.date
    made.date.clear()
    made.show_for(YEAR, asks_reply=False)
    assert made.wrong is None


def test_everything_typed_is_kept_and_shown_again(desk: Desk, qtbot: QtBot) -> None:
    made = head(desk, qtbot, asks_reply=True)
    kept = {"number": "12", "date": "31/2", "reply": "5/12/2024"}
    made.fill(kept)
    assert made.values() == kept
    made.fill({})
    assert set(made.values().values()) == {""}
