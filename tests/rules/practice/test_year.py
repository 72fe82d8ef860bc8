"""Tests of a whole practice year."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.files import catalogue
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import Code
from desktop.records.product import Posting
from desktop.rules import entry
from desktop.rules.joint_events import SharedEvent, account
from desktop.rules.known import Known
from desktop.rules.practice.cast import Cast
from desktop.rules.practice.year import Deed, practice_year
from tests.rules.practice_office import book, cast

AFTER = dt.date(2030, 1, 1)


def year(
    number: int = 2024, seed: int = 1, today: dt.date = AFTER, whole: Cast | None = None
) -> tuple[Deed, ...]:
    return practice_year(book(), whole or cast(), number, seed, today)


def entries(deeds: tuple[Deed, ...]) -> list[Any]:
    return [record for deed in deeds for record in deed.records]


def known(whole: Cast, today: dt.date, found: list[Any]) -> Known:
    codes: dict[str, set[Code]] = {}
    for item in whole.items:
        codes.setdefault(item.catalogue, set()).add(item.code)
    return Known(
        plan=whole.plan,
        today=today,
        agencies=frozenset(one.id for one in whole.agencies),
        tasks=frozenset(one.id for one in whole.tasks),
        codes={name: frozenset(found) for name, found in codes.items()},
        tiers=frozenset(one.code for one in catalogue.load_tiers().levels),
        registers=catalogue.load_registers(),
        events={one.id: SharedEvent(lead=account(one)) for one in leads_of(found)},
    )


def leads_of(found: list[Any]) -> list[Activity]:
    made = [one for one in found if isinstance(one, Activity)]
    leads = {one.joined_to for one in made}
    return [one for one in made if one.id in leads]


def test_the_same_seed_gives_equal_records() -> None:
    assert year(seed=7) == year(seed=7)


def test_another_seed_gives_other_records() -> None:
    assert year(seed=7) != year(seed=8)


def test_a_year_holds_150_activities_of_every_kind_and_unit() -> None:
    made = [one for one in entries(year()) if isinstance(one, Activity)]
    held = [one for one in made if one.last_day.year == 2024]
    assert len(held) >= 150
    assert {one.kind for one in held} == set(ActivityKind)
    units = {one.id for one in cast().who(("commune",))}
    assert len(units) == 11
    assert units <= {one.agency for one in held}


def test_no_id_is_given_twice() -> None:
    ids = [one.id for one in entries(year())]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("number", [2023, 2024, 2028])
@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("today", [(5, 20), (12, 31)])
def test_every_record_is_accepted(
    number: int, seed: int, today: tuple[int, int]
) -> None:
    day = dt.date(number, *today)
    whole = cast()
    found = entries(year(number, seed, day, whole))
    rules = known(whole, day, found)
    problems = [
        (one, problem) for one in found for problem in entry.problems(one, rules)
    ]
    assert not [each for each in problems if each[1].blocking]
    assert len(problems) < len(found) / 50


@pytest.mark.parametrize(
    "without",
    [
        ("commune",),
        ("school", "mass_organisation"),
        ("public_service", "party", "armed_forces"),
        ("commune", "public_service", "mass_organisation", "school"),
    ],
)
def test_a_plan_without_some_kinds_of_agencies_still_has_a_year(
    without: tuple[str, ...],
) -> None:
    whole = cast(without=without)
    found = entries(year(whole=whole))
    rules = known(whole, AFTER, found)
    blocking = [
        problem
        for one in found
        for problem in entry.problems(one, rules)
        if problem.blocking
    ]
    assert not blocking
    kinds = {one.kind for one in found if isinstance(one, Activity)}
    assert kinds == set(ActivityKind)


def test_what_is_still_to_come_is_only_planned() -> None:
    today = dt.date(2024, 8, 1)
    found = entries(year(today=today))
    later = [one for one in found if isinstance(one, Activity) and one.last_day > today]
    assert len(later) > 50
    assert ActivityState.DONE not in {one.state for one in later}
    assert not [one.title for one in later if one.attendance or one.staff]
    assert not [
        one for one in found if isinstance(one, Posting) and one.last_day > today
    ]


def test_the_first_year_of_a_plan_has_no_year_before() -> None:
    assert {deed.year for deed in year(2023)} == {2023}
    assert {deed.year for deed in year(2024)} == {2023, 2024}


def test_the_year_before_has_about_forty_activities() -> None:
    before = [
        one
        for one in entries(year())
        if isinstance(one, Activity) and one.last_day.year == 2023
    ]
    assert 30 <= len(before) <= 60


def test_more_happens_towards_human_rights_day_than_in_spring() -> None:
    months = [
        one.last_day.month for one in entries(year()) if isinstance(one, Activity)
    ]
    spring = months.count(1) + months.count(2)
    autumn = months.count(11) + months.count(12)
    assert autumn > 2 * spring


def test_titles_fit_a_line_of_a_table_and_have_no_blank_left() -> None:
    titles = [one.title for one in entries(year()) if hasattr(one, "title")]
    assert max(map(len, titles)) < 160
    assert not [title for title in titles if "{" in title or "  " in title]


def test_a_plan_that_begins_in_summer_has_nothing_before_it() -> None:
    whole = cast()
    summer = replace(whole, plan=replace(whole.plan, first_day=dt.date(2023, 7, 1)))
    days = [
        first
        for deed in year(2024, whole=summer)
        for one in deed.records
        if isinstance(first := getattr(one, "first_day", None), dt.date)
    ]
    assert dt.date(2023, 7, 1) <= min(days) < dt.date(2024, 1, 1)
