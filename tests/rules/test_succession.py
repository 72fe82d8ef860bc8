"""Who an agency is on a day, and on whose boundaries figures stand."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.agency import Succession
from desktop.records.identity import AgencyId
from desktop.rules.succession import (
    all_as_of,
    as_of,
    boundaries,
    carried_on,
    exists,
    forebears,
    heirs,
    is_itself,
    new_agency_id,
    today,
)
from tests.rules.agencies import EVE, REFORM, a_name, an_agency, became

LATER = dt.date(2027, 1, 1)
NOW = an_agency("a", name="C", short_name="c", tier="high", parent="p", code="3")
NAMES = (
    a_name("a", "B", EVE, short_name="b", tier="low", parent="q", code="2"),
    a_name("a", "A", dt.date(2023, 12, 31), short_name="a"),
    a_name("b", "Another", LATER),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2020, 1, 1), "A"),
        (dt.date(2023, 12, 31), "A"),
        (dt.date(2024, 1, 1), "B"),
        (EVE, "B"),
        (REFORM, "C"),
    ],
)
def test_an_agency_bears_the_name_of_the_day(day: dt.date, name: str) -> None:
    assert as_of(NOW, NAMES, day).name == name
    assert all_as_of((NOW,), NAMES, day)[0].name == name


def test_with_the_name_go_its_level_its_parent_and_its_code() -> None:
    then = as_of(NOW, NAMES, EVE)
    assert (then.short_name, then.tier, then.parent, then.code) == (
        "b",
        "low",
        "q",
        "2",
    )
    assert then.id == NOW.id


def test_an_agency_exists_from_its_first_to_its_last_day() -> None:
    one = an_agency("a", valid_from=REFORM, valid_to=LATER)
    assert exists(one, dt.date(2025, 1, 1), REFORM)
    assert exists(one, LATER, LATER)
    assert not exists(one, dt.date(2025, 1, 1), EVE)
    assert not exists(one, LATER + dt.timedelta(days=1), dt.date.max)


@pytest.mark.parametrize(
    ("happened", "day", "heir"),
    [
        ((), LATER, "a"),
        ((became("a", "b"),), EVE, "a"),
        ((became("a", "b"),), REFORM, "b"),
        ((became("ab", "c"),), LATER, "c"),
        ((became("ab", "b"),), LATER, "b"),
        ((became("a", "a", kind="renamed"),), LATER, "a"),
        ((became("a", "", kind="dissolved"),), LATER, "a"),
        ((became("a", "b"), became("b", "c", LATER)), LATER, "c"),
        ((became("b", "c", LATER), became("a", "b")), EVE, "a"),
        ((became("a", "bc"),), LATER, "a"),
        ((became("a", "b"), became("b", "cd", LATER)), LATER, "b"),
        ((became("a", "bc"), became("bc", "d", LATER)), LATER, "d"),
    ],
    ids=lambda value: "",
)
def test_an_agency_is_today_its_only_heir(
    happened: tuple[Succession, ...], day: dt.date, heir: str
) -> None:
    assert today(AgencyId("a"), happened, day) == heir


def test_one_that_was_split_names_its_parts() -> None:
    happened = (became("a", "bc"), became("c", "de", LATER))
    assert heirs(AgencyId("a"), happened, REFORM) == ("b", "c")
    assert heirs(AgencyId("a"), happened, LATER) == ("b", "d", "e")


def test_one_that_loses_a_part_goes_on() -> None:
    assert today(AgencyId("a"), (became("a", "ab"),), LATER) == "a"


def test_a_ring_of_successions_comes_to_an_end() -> None:
    ring = (became("a", "b"), became("b", "a"))
    assert today(AgencyId("a"), ring, LATER) == "a"


def test_forebears_are_all_that_came_together_in_one() -> None:
    happened = (became("ab", "c"), became("cd", "e", LATER), became("x", "yz"))
    assert set(forebears(AgencyId("e"), happened, LATER)) == set("abcd")
    assert set(forebears(AgencyId("c"), happened, REFORM)) == set("ab")
    assert forebears(AgencyId("y"), happened, LATER) == ()


def test_what_an_agency_carries_on_it_may_carry_on_with_others() -> None:
    happened = (became("ab", "c"), became("x", "cz"))
    assert carried_on(AgencyId("c"), happened, REFORM) == ("c", "a", "b", "x")
    assert carried_on(AgencyId("z"), happened, REFORM) == ("z", "x")
    assert carried_on(AgencyId("c"), happened, EVE) == ("c",)


def test_an_agency_is_itself_until_others_take_over() -> None:
    happened = (became("ab", "b"),)
    assert is_itself(AgencyId("a"), happened, EVE)
    assert not is_itself(AgencyId("a"), happened, REFORM)
    assert is_itself(AgencyId("b"), happened, REFORM)


def test_figures_go_to_the_heir_and_those_of_a_split_stay() -> None:
    values = {AgencyId(one): Decimal(n) for n, one in enumerate("abxq", start=1)}
    happened = (became("ab", "c"), became("x", "yz"))
    assert boundaries(values, happened, LATER) == {"c": 3, "x": 3, "q": 4}
    assert boundaries(values, happened, EVE) == values


ids = st.sampled_from("abcdefgh")
some = st.lists(ids, min_size=1, max_size=3, unique=True).map("".join)
days = st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 9))
anything = st.lists(st.builds(became, some, some, days), max_size=8)


@given(
    values=st.dictionaries(ids, st.decimals(-99, 99, places=1)),
    happened=anything,
    day=days,
)
def test_whatever_became_of_agencies_the_sum_stays(
    values: dict[AgencyId, Decimal], happened: list[Succession], day: dt.date
) -> None:
    assert sum(boundaries(values, happened, day).values()) == sum(values.values())


@given(happened=anything, day=days, agency=ids)
def test_who_is_today_is_the_heir_of_itself_or_was_split(
    happened: list[Succession], day: dt.date, agency: str
) -> None:
    found = heirs(AgencyId(agency), happened, day)
    assert found
    if len(found) == 1:
        assert today(AgencyId(agency), happened, day) == found[0]


@given(happened=anything, day=days, agency=ids)
def test_nobody_before_an_agency_is_overlooked(
    happened: list[Succession], day: dt.date, agency: str
) -> None:
    own, every = AgencyId(agency), [AgencyId(one) for one in "abcdefgh"]
    others = [one for one in every if one != own]
    only = {one for one in others if today(one, happened, day) == own}
    among = {one for one in others if own in heirs(one, happened, day)}
    assert set(forebears(own, happened, day)) == only
    assert set(carried_on(own, happened, day)) == {own, *among}


def test_a_new_agency_gets_an_id_of_its_name_that_no_other_has() -> None:
    assert new_agency_id("Phòng Văn hóa - Xã hội", ()) == "phong-van-hoa-xa-hoi"
    taken = {"phong", "phong-2"}
    assert new_agency_id("Phòng", taken) == "phong-3"
    assert new_agency_id("…", ()) == "agency"
