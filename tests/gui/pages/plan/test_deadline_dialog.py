"""One deadline is written whole, and what follows from it is told while one types."""

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.deadline_dialog import DeadlineDialog
from desktop.gui.session import Session
from desktop.records.period import DayOff, Deadline, DeadlineKind
from desktop.store import records
from tests.gui import walking
from tests.operations.periods.test_read_deadlines import keep


@pytest.fixture
def known(session: Session) -> Deadline:
    return next(
        one
        for one in records.find(session.store.reader, Deadline)
        if one.due_day is not None
    )


@pytest.fixture
def dialog(session: Session, known: Deadline, qtbot: QtBot) -> DeadlineDialog:
    made = DeadlineDialog(session, known, session.plan)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: DeadlineDialog, kind: DeadlineKind) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def test_a_deadline_shown_and_kept_is_the_same(
    dialog: DeadlineDialog, known: Deadline
) -> None:
    assert dialog.deadline == known
    dialog.save()
    assert dialog.kept == known


def test_the_last_day_follows_what_is_typed(
    dialog: DeadlineDialog, session: Session
) -> None:
    assert dialog.said.text() == (
        "Ngày cuối: chủ nhật 24/11/2024.\nNgày cuối là ngày nghỉ (chủ nhật); ngày làm "
        "việc trước đó là thứ sáu 22/11/2024."
    )
    dialog.inclusive.setChecked(True)
    assert "Ngày cuối: thứ hai 25/11/2024." in dialog.said.text()
    dialog.due.setText("")
    assert dialog.said.text() == "Chưa nhập thời hạn"


@pytest.mark.parametrize(("text", "doubt"), [("14/11", False), ("22/11", True)])
def test_a_late_closing_day_is_doubted_where_it_is_typed(
    dialog: DeadlineDialog, text: str, doubt: bool
) -> None:
    dialog.closing.setText(text)
    assert ("ít nhất 01 ngày làm việc" in dialog.said.text()) is doubt
    dialog.save()  # a doubt may stand
    assert dialog.kept is not None
    assert dialog.kept.closing_month == 11


def test_days_off_that_were_entered_count(
    dialog: DeadlineDialog, session: Session
) -> None:
    keep(session.store, DayOff(id="x", day=dt.date(2024, 11, 22), name="Nghỉ"))
    dialog.due.setText("25/11 ")
    assert "thứ năm 21/11/2024" in dialog.said.text()


def test_only_what_a_kind_has_is_asked_and_kept(dialog: DeadlineDialog) -> None:
    dialog.closing.setText("14/11")
    choose(dialog, DeadlineKind.MID_TERM)
    assert dialog.since.isVisible()
    assert not dialog.closing.isVisible()
    dialog.since.set_value(dt.date(2022, 9, 14))
    dialog.years.set_value(3)
    made = dialog.deadline
    assert (made.counted_from, made.after_years) == (dt.date(2022, 9, 14), 3)
    assert (made.closing_day, made.within_hours) == (None, None)
    choose(dialog, DeadlineKind.WITHIN_HOURS)
    assert not dialog.due.isVisible()
    dialog.hours.set_value(24)
    assert dialog.said.text() == "Khi có yêu cầu"
    made = dialog.deadline
    assert (made.within_hours, made.due_day, made.counted_from) == (24, None, None)


def test_a_review_of_one_year_has_its_year(dialog: DeadlineDialog) -> None:
    choose(dialog, DeadlineKind.FINAL)
    dialog.year.setText("2028")
    assert dialog.deadline.due_year == 2028
    assert "24/11/2028" in dialog.said.text()
    dialog.year.setText("28")
    dialog.save()
    assert dialog.kept is None
    assert dialog.year.property("wrong") is True


def test_what_is_wrong_is_marked_and_nothing_kept(
    dialog: DeadlineDialog, session: Session, known: Deadline
) -> None:
    dialog.due.setText("31/11")
    dialog.remind.setText("mai")
    dialog.save()
    assert dialog.kept is None
    assert dialog.due.toolTip() == "Lịch không có ngày 31/11."
    assert dialog.remind.property("wrong") is True
    below = dialog._wrong[dialog.due]
    assert (below.text(), below.isVisible()) == ("▲ Lịch không có ngày 31/11.", True)
    assert not dialog._wrong[dialog.text].isVisible()
    assert records.get(session.store.reader, Deadline, known.id) == known
    dialog.due.setText("30/11")
    dialog.remind.setText("30, 7")
    dialog.save()
    kept = records.get(session.store.reader, Deadline, known.id)
    assert kept == replace(known, due_day=30, remind_days=(30, 7))


def test_a_deadline_needs_words(dialog: DeadlineDialog) -> None:
    dialog.text.setText("")
    dialog.save()
    assert dialog.kept is None
    assert dialog.text.property("wrong") is True


def test_it_fits_a_small_screen_and_everything_has_a_name(
    dialog: DeadlineDialog,
) -> None:
    for kind in DeadlineKind:
        choose(dialog, kind)
        assert dialog.sizeHint().height() < 690
        assert not walking.nameless(dialog)
    assert not walking.english_left(dialog)


def test_a_recipient_nobody_knows_and_a_day_that_is_none_are_not_dropped(
    dialog: DeadlineDialog,
) -> None:
    choose(dialog, DeadlineKind.MID_TERM)
    dialog.recipient.setEditText("Hội Chữ thập xanh")
    dialog.since.setText("31/2/2024")
    dialog.save()
    assert dialog.kept is None
    for field in (dialog.recipient, dialog.since):
        assert dialog._wrong[field].isVisible()
    assert "Không có trong danh sách" in dialog._wrong[dialog.recipient].text()
    choose(dialog, DeadlineKind.YEARLY)
    assert not dialog._wrong[dialog.since].isVisible(), "it is not asked any more"
    dialog.recipient.set_value(None)
    dialog.save()
    assert not dialog.isVisible(), "it is kept"
