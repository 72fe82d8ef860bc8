"""Names are read once and again when their table changed."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Job
from desktop.gui.session import Session
from desktop.operations.record_entry import record
from desktop.operations.set_preferences import set_preferences
from desktop.rules.calendar import parse_period


def test_names_follow_a_change(session: Session) -> None:
    own = session.preferences.agency
    renamed = replace(session.agencies[own], short_name="Tên mới")
    before = session.agency_name(own)
    session.jobs.start(Job(lambda _progress: record(session.store, renamed)))
    assert before != session.agency_name(own) == "Tên mới"
    assert session.agency_name(None) == ""


def test_settings_follow_a_change_and_tell(session: Session, qtbot: QtBot) -> None:
    changed = replace(session.preferences, signer_name="Y Hà")
    with qtbot.waitSignal(session.preferences_changed):
        session.start(lambda _progress: set_preferences(session.store, changed))
    assert session.preferences.signer_name == "Y Hà"


def test_a_period_is_told_once(session: Session, qtbot: QtBot) -> None:
    half = parse_period("2024-H1")
    with qtbot.waitSignal(session.period_changed) as told:
        session.set_period(half)
    with qtbot.assertNotEmitted(session.period_changed):
        session.set_period(half)
    assert told.args == [half] == [session.period]


def test_what_ships_and_what_the_office_holds_is_found(session: Session) -> None:
    assert session.plan.id == session.preferences.plan
    assert session.tasks
    assert session.registers
    assert session.figures
    code, item = next(iter(session.catalogue("language").items()))
    assert session.name_of("language", code) == item.name
    assert session.name_of("language", "unknown") == "unknown"
