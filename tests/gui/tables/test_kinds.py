"""Each register keeps one kind of record and counts by one of its days."""

from dataclasses import fields, replace

from desktop.gui.session import Session
from desktop.gui.tables.kinds import day_of, record_of, view_of
from desktop.store import listing
from tests import builders
from tests.gui.entry_office import YEAR, keep, register


def test_every_field_of_every_register_is_a_field_of_its_record(
    session: Session,
) -> None:
    for one in session.registers:
        known = {field.name for field in fields(record_of(one))}
        assert {field.name for field in one.fields} <= known, one.code
        assert day_of(one) in known


def test_a_register_shows_only_its_kind_and_its_period(session: Session) -> None:
    keep(
        session,
        builders.an_activity(id="in"),
        builders.an_activity("conference", id="other", form="briefing"),
        builders.an_activity(id="old", last_day=YEAR.first_day.replace(year=2023)),
    )
    training = register(session, "training")
    db = session.store.reader
    shown = listing.block(db, view_of(training, YEAR), 0, 9)
    assert [one.id for one in shown] == ["in"]
    assert listing.count(db, view_of(training, None)) == 2


def test_a_channel_is_of_every_period_since_it_was_opened(session: Session) -> None:
    keep(
        session,
        builders.a_channel(opened_on=YEAR.first_day.replace(year=2023)),
        builders.a_channel(id="later", opened_on=builders.NOW.date()),
    )
    early = replace(YEAR, last_day=YEAR.first_day)
    view = view_of(register(session, "own_channel"), early)
    found = listing.block(session.store.reader, view, 0, 9)
    assert [one.id for one in found] == ["channel"]


def test_checks_of_a_year_fall_into_the_periods_of_that_year(session: Session) -> None:
    keep(
        session,
        builders.a_check(builders.OWN),
        builders.a_check(builders.UNIT, year=2023),
    )
    view = view_of(register(session, "spokesperson_check"), YEAR)
    assert listing.count(session.store.reader, view) == 1
