"""Names are read once and again when their table changed."""

import datetime as dt
from dataclasses import replace
from functools import partial

from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Job
from desktop.gui.session import Session
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.outcome import Outcome
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.make_plan import make_plan
from desktop.records.plan import Plan
from desktop.rules.calendar import parse_period
from tests.builders import PLAN
from tests.operations.plan_office import a_plan


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


def _made(session: Session, plan: Plan, _progress: object) -> Outcome[Plan]:
    return make_plan(session.store, plan)


def _chosen(session: Session, plan: Plan, _progress: object) -> Outcome[Plan]:
    return choose_plan(session.store, plan.id)


def test_another_plan_brings_a_year_of_its_own(session: Session, qtbot: QtBot) -> None:
    later = a_plan(session.store)
    earlier = a_plan(
        session.store,
        id="own-2020",
        first_day=dt.date(2019, 1, 1),
        last_day=dt.date(2020, 12, 31),
    )
    for plan in (later, earlier):
        session.start(partial(_made, session, plan))
    assert [one.id for one in session.plans] == ["own-2020", PLAN, "own-2025"]
    session.set_period(parse_period("2024-H1"))
    for plan, year in ((later, "2025"), (earlier, "2020")):
        session.start(partial(_chosen, session, plan))
        assert session.plan == plan
        assert session.period == parse_period(year)


def test_a_period_inside_the_plan_stays(session: Session, qtbot: QtBot) -> None:
    wide = a_plan(session.store, first_day=dt.date(2024, 1, 1))
    session.start(lambda _progress: make_plan(session.store, wide))
    half = parse_period("2024-H1")
    session.set_period(half)
    session.start(lambda _progress: choose_plan(session.store, wide.id))
    assert session.period == half
