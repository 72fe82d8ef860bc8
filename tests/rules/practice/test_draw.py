"""Tests of how days, numbers and words are drawn."""

import datetime as dt

import pytest

from desktop.records.identity import Code
from desktop.rules.practice.draw import LOCAL, share
from tests.rules.practice_office import CENTRE, UNIT, stream


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    one, same, other = stream(seed=1), stream(seed=1), stream(seed=2)
    assert [one.record_id() for _ in range(5)] == [same.record_id() for _ in range(5)]
    assert stream(seed=1).record_id() != other.record_id()


def test_ids_are_of_the_form_every_record_has() -> None:
    made = stream().record_id()
    assert len(made) == 32
    assert set(made) <= set("0123456789abcdef")


@pytest.mark.parametrize("month", range(1, 13))
def test_office_days_are_working_days_out_of_tet(month: int) -> None:
    chance = stream()
    days = {chance.day(month) for _ in range(200)}
    assert all(day.weekday() < 5 for day in days)
    assert not [d for d in days if dt.date(2024, 2, 7) <= d <= dt.date(2024, 2, 18)]
    assert not [d for d in days if (d.month, d.day) in {(4, 30), (5, 1), (9, 2)}]


def test_a_day_stays_within_the_days_of_the_month_asked_for() -> None:
    chance = stream()
    assert {chance.day(12, (3, 10)).day for _ in range(99)} <= set(range(3, 11))


def test_a_day_is_found_even_when_all_are_off() -> None:
    assert stream().day(2, (10, 11)).month == 2


def test_months_come_in_turn_or_by_the_season() -> None:
    chance = stream()
    assert [chance.month((3, 9), number) for number in range(3)] == [3, 9, 3]
    drawn = [chance.month((), 0) for _ in range(3000)]
    assert drawn.count(2) < drawn.count(6) < drawn.count(12)


def test_before_the_plan_was_issued_nothing_happened() -> None:
    chance = stream(2023, earlier=True)
    assert [chance.month((1, 5, 6, 12), number) for number in range(4)] == [
        7,
        11,
        6,
        12,
    ]
    assert min(chance.month((), 0) for _ in range(300)) == 6


def test_words_have_their_blanks_filled() -> None:
    chance = stream()
    agency = chance.cast.named(UNIT)
    assert (
        chance.words("{topic} tại {where}, {name}, {year}", agency, topic="quyền")
        == "quyền tại xã Đăk La, UBND xã Đăk La, 2024"
    )


def test_a_unit_is_a_territory_of_the_plan() -> None:
    assert stream().unit().startswith(("xã ", "thị trấn "))
    assert stream(without=("commune",)).unit() == "huyện Đăk Hà"


def test_a_place_speaks_its_own_language_after_those_named() -> None:
    chance = stream()
    vietnamese = Code("vietnamese")
    spoken = chance.languages(chance.cast.named(CENTRE), (vietnamese, LOCAL))
    assert spoken[0] == vietnamese
    assert spoken[1] in {"xo_dang", "ba_na"}


def test_no_language_known_falls_back_to_the_first() -> None:
    chance = stream()
    agency = chance.cast.named(CENTRE)
    assert chance.languages(agency, (Code("unheard"),)) == ("vietnamese",)


def test_shares_add_up_and_differ_by_one_at_most() -> None:
    assert share(10, 3) == (4, 3, 3)
    assert share(2, 4) == (1, 1, 0, 0)
    assert share(5, 0) == ()


def test_topics_come_in_turn() -> None:
    chance = stream()
    codes = [chance.topic(("children", "poverty"), n).code for n in range(3)]
    assert codes == ["children", "poverty", "children"]
