"""Whoever writes into a locked period is told who locked it, and may open it there."""

from functools import partial

import pytest

from desktop.errors import ConflictError
from desktop.gui import reopening
from desktop.gui.running import run, show_error, tell_fault
from desktop.gui.session import Session
from desktop.operations.entries.record_entry import record
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.read_standings import standing_of
from desktop.records.activity import Activity
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests.builders import an_activity
from tests.fakes import Answers


def refused(session: Session) -> ConflictError:
    close_period(session.store, session.period)
    with pytest.raises(ConflictError) as caught:
        record(session.store, an_activity())
    return caught.value


def test_the_period_of_a_lock_is_known_again(session: Session) -> None:
    period = reopening.locked_period(refused(session))
    assert period is not None
    assert (period.code, period.first_day) == ("2024", session.period.first_day)
    assert standing_of(session.store, period).state is PeriodState.CLOSED


def test_other_faults_offer_nothing(session: Session, ask: Answers) -> None:
    show_error(session, ConflictError("nothing_issued"))
    assert ask.fault_actions == [()]


def test_a_refused_write_tells_four_lines_and_opens_the_period_where_it_stands(
    session: Session, ask: Answers
) -> None:
    error = refused(session)
    ask.choose_action = reopening.VERB
    ask.script = ["  ", "Phường gửi thiếu"]
    show_error(session, error)
    (fault,) = ask.faults
    assert all((fault.what, fault.why, fault.data, fault.next))
    assert ask.told == ["Ghi lý do thì mới mở lại được kỳ."]
    assert standing_of(session.store, session.period).state is PeriodState.ENTERING
    record(session.store, an_activity())
    assert records.find(session.store.reader, Activity)


def test_nothing_is_opened_when_the_officer_gives_up(
    session: Session, ask: Answers
) -> None:
    error = refused(session)
    ask.choose_action = reopening.VERB
    ask.script = [None]
    show_error(session, error)
    assert standing_of(session.store, session.period).state is PeriodState.CLOSED


def test_a_fault_of_reopening_is_told_too(session: Session, ask: Answers) -> None:
    ask.script = ["Lý do"]
    reopening.reopen(session, parse_period("2025"), partial(tell_fault, session))
    assert len(ask.faults) == 1
    assert ask.fault_actions == [()]


def test_who_asked_hears_that_it_is_open(session: Session, ask: Answers) -> None:
    close_period(session.store, session.period)
    ask.script = ["Lý do"]
    heard: list[object] = []
    reopening.reopen(session, session.period, heard.append, heard.append)
    assert getattr(heard[0], "standing", None) is not None
    assert len(heard) == 1


def test_a_job_that_meets_a_lock_offers_the_same(
    session: Session, ask: Answers
) -> None:
    close_period(session.store, session.period)
    store = session.store
    run(
        session,
        lambda _progress: record(store, an_activity()),
        title="",
        then=lambda _value: None,
    )
    assert ask.fault_actions == [(reopening.VERB,)]
