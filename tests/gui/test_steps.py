"""Undo and redo bear the deed's own name, however often it went to and fro."""

from functools import partial

from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.steps import names, offer, take
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.record_entry import record
from desktop.operations.outcome import Outcome
from desktop.records.agency import UnitPlan
from desktop.records.identity import RecordId


def test_the_name_stays_through_undo_and_redo(session: Session, qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    plan = UnitPlan(
        id=RecordId("p1"),
        agency=session.preferences.agency,
        issued_on=session.period.first_day,
        year=2024,
        number="7/KH",
    )
    session.start(lambda _progress: record(session.store, plan))
    name = names(session)[0]
    assert name
    for _ in range(2):
        take(session, "undo", bar)
        assert names(session) == ("", name)
        take(session, "redo", bar)
        assert names(session) == (name, "")
    assert bar.text == f"Đã làm lại: {name}"


def test_with_nothing_to_undo_nothing_is_said(session: Session, qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    take(session, "undo", bar)
    assert bar.text == ""


def _kept(session: Session, plan: UnitPlan, _progress: object) -> Outcome[object]:
    return record(session.store, plan)


def test_an_offer_never_takes_back_another_deed(session: Session, qtbot: QtBot) -> None:
    bar, other = MessageBar(), MessageBar()
    for each in (bar, other):
        qtbot.addWidget(each)
    for number in ("p1", "p2"):
        plan = UnitPlan(
            id=RecordId(number),
            agency=session.preferences.agency,
            issued_on=session.period.first_day,
            year=2024,
        )
        session.start(partial(_kept, session, plan))
    offer(session, "Đã ghi p2", bar)
    take(session, "undo", other)
    assert bar.text == "", "its deed is taken back already"
    assert other.text.startswith("Đã hoàn tác")


def test_a_deed_is_named_with_its_subject_across_restarts(
    session: Session, qtbot: QtBot
) -> None:
    from desktop.store.store import Store
    from tests.builders import an_activity

    record(session.store, an_activity(id="a", title="Hội & thi"))
    wanted = "Ghi vào sổ “Hội & thi”"
    assert names(session) == (wanted, "")
    session.store.close()
    with Store(session.store.path) as again:
        session.store = again
        assert names(session) == (wanted, "")
        bar = MessageBar()
        qtbot.addWidget(bar)
        take(session, "undo", bar)
        assert names(session) == ("", wanted)
