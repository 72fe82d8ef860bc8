"""A new entry begins with what it will most likely hold."""

import datetime as dt

import pytest

from desktop.gui.forms.proposals import day_in, duplicate, propose
from desktop.gui.session import Session
from tests import builders
from tests.gui.entry_office import YEAR, keep, register


def test_the_first_entry_is_of_today_by_our_own_office(session: Session) -> None:
    values = propose(session, register(session, "training"))
    assert values["first_day"] == values["last_day"] == builders.NOW.date()
    assert values["agency"] == session.preferences.agency
    assert values["tasks"] == (builders.task("2.2"),)
    assert values["state"] == "done"


def test_agency_and_place_are_those_used_last_in_the_register(session: Session) -> None:
    keep(
        session,
        builders.an_activity(agency=builders.UNIT, place="Nhà rông"),
        builders.an_activity("conference", id="c", form="briefing", place="Hội trường"),
    )
    values = propose(session, register(session, "training"))
    assert (values["agency"], values["place"]) == (builders.UNIT, "Nhà rông")
    values = propose(session, register(session, "conference"))
    assert (values["agency"], values["place"]) == (builders.OWN, "Hội trường")


def test_nothing_is_proposed_that_the_register_does_not_have(session: Session) -> None:
    for one in session.registers:
        fields = {field.name for field in one.fields}
        assert propose(session, one).keys() <= fields, one.code


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (dt.date(2023, 5, 1), YEAR.first_day),
        (dt.date(2024, 5, 1), dt.date(2024, 5, 1)),
        (dt.date(2025, 5, 1), YEAR.last_day),
    ],
)
def test_the_day_lies_in_the_period(today: dt.date, expected: dt.date) -> None:
    assert day_in(YEAR, today) == expected


def test_a_spokesperson_sent_is_mostly_our_own(session: Session) -> None:
    values = propose(session, register(session, "press_attendance"))
    assert (values["invited"], values["attended"]) == (1, 1)
    values = propose(session, register(session, "press_information"))
    assert "invited" not in values, "how many were invited is not known"


def test_a_double_has_not_the_moments_of_the_first(session: Session) -> None:
    first = builders.an_activity(
        "press_information",
        form="press_conference",
        requested_at=builders.at("2024-06-04T08:00"),
        held_at=builders.at("2024-06-05T08:00"),
    )
    values = duplicate(session, register(session, "press_information"), first)
    assert (values["requested_at"], values["held_at"]) == (None, None)


def test_a_double_is_of_today_and_as_long_as_the_first(session: Session) -> None:
    first = builders.an_activity(
        first_day=dt.date(2024, 3, 1), last_day=dt.date(2024, 3, 3), place="Nhà rông"
    )
    values = duplicate(session, register(session, "training"), first)
    assert values["last_day"] == builders.NOW.date()
    assert values["first_day"] == builders.NOW.date() - dt.timedelta(days=2)
    assert (values["place"], values["title"]) == ("Nhà rông", first.title)
    assert "id" not in values
