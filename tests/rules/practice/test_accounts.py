"""A practice year has an event of three agencies, and a pair of likely twins."""

import datetime as dt
from typing import Any

import pytest

from desktop.records.activity import Activity, ActivityState
from desktop.rules import twins
from desktop.rules.practice.accounts import accounts
from desktop.rules.practice.year import practice_year
from tests.rules.practice_office import book, cast, stream

AFTER = dt.date(2030, 1, 1)


def activities(seed: int = 1, year: int = 2024, today: dt.date = AFTER) -> list[Any]:
    deeds = practice_year(book(), cast(), year, seed, today)
    found = [one for deed in deeds for one in deed.records]
    return [one for one in found if isinstance(one, Activity)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_event_is_recorded_by_three_agencies_and_counted_once(seed: int) -> None:
    made = {one.id: one for one in activities(seed)}
    parts = [one for one in made.values() if one.joined_to is not None]
    assert len(parts) == 2
    (lead,) = {one.joined_to for one in parts}
    event = made[lead]
    assert event.joined_to is None
    assert len({event.agency, *(one.agency for one in parts)}) == 3
    assert all(one.last_day == event.last_day for one in parts)
    assert not any(one.staff or one.spending for one in parts)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_exactly_one_pair_made_for_it_looks_like_one_event(seed: int) -> None:
    made = activities(seed)
    of_year = [one for one in made if one.last_day.year == 2024]
    looks = [look for one in of_year if (look := twins.look(one)) is not None]
    names = {one.id: one for one in of_year}
    found = [(names[one.first], names[one.second]) for one in twins.pairs(looks)]
    planted = [
        pair
        for pair in found
        if pair[0].title in pair[1].title or pair[1].title in pair[0].title
    ]
    forms = [one.form for pair in planted for one in pair]
    assert forms.count("mobile_performance") >= 2
    assert not [one for pair in found for one in pair if one.joined_to is not None]


def test_a_lead_stands_before_its_accounts() -> None:
    ids = [one.id for one in activities()]
    for one in activities():
        if one.joined_to is not None:
            assert ids.index(one.joined_to) < ids.index(one.id)


def test_what_is_still_to_come_is_not_joined_yet() -> None:
    made = activities(today=dt.date(2024, 1, 5))
    assert not [one for one in made if one.joined_to is not None]
    later = [
        one
        for one in made
        if one.form == "exhibition_on_site" and one.last_day.year == 2024
    ]
    assert {one.state for one in later} == {ActivityState.PLANNED}


def test_the_year_before_has_none() -> None:
    before = [one for one in activities() if one.last_day.year == 2023]
    assert not [one for one in before if one.joined_to is not None]


def test_nothing_is_told_where_nobody_held_anything_together() -> None:
    draw = stream()
    alone = [one for one in activities() if not one.partners]
    assert list(accounts(draw, alone)) == []


def test_no_chance_is_drawn() -> None:
    draw = stream()
    before = draw.rng.getstate()
    assert len(list(accounts(draw, activities(seed=5)))) == 3
    assert draw.rng.getstate() == before
