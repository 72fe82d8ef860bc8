"""The newest change at a moment is found though clocks were wrong now and then."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.clock_order import in_order, newest_at

START = dt.datetime(2026, 11, 1, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
DAY = dt.timedelta(days=1)


def days(*numbers: int) -> list[dt.datetime]:
    return [START + number * DAY for number in numbers]


def test_an_honest_clock_is_believed_throughout() -> None:
    stamps = days(0, 1, 1, 2)
    assert in_order(stamps) == [0, 1, 2, 3]
    assert [newest_at(stamps, START + n * DAY) for n in (-1, 0, 1, 2, 9)] == [
        0,
        1,
        3,
        4,
        4,
    ]


@pytest.mark.parametrize("wrong", [-6000, 30_000])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_one_stamp_of_2009_or_2099_moves_nothing_else(wrong: int, place: int) -> None:
    honest = list(range(5))
    numbers = [*honest[:place], wrong, *honest[place:]]
    stamps = days(*numbers)
    for day in honest[:-1]:
        known = newest_at(stamps, START + day * DAY)
        later = [n for n in numbers[known:] if n in honest and n <= day]
        sooner = [n for n in numbers[:known] if n in honest and n > day]
        assert (later, sooner) == ([], []), (day, known)


def test_a_change_stamped_wrongly_stands_with_the_one_before_it() -> None:
    stamps = days(0, 1, -6000, 2, 3)
    assert newest_at(stamps, START + DAY) == 3
    assert newest_at(stamps, START) == 1


def test_without_changes_there_is_none() -> None:
    assert newest_at([], START) == 0


@given(st.lists(st.integers(0, 50), max_size=40), st.integers(-1, 51))
def test_with_stamps_in_order_it_is_plain_counting(
    numbers: list[int], day: int
) -> None:
    ordered = sorted(numbers)
    expected = sum(number <= day for number in ordered)
    assert newest_at(days(*ordered), START + day * DAY) == expected


@given(st.lists(st.integers(0, 20), max_size=12))
def test_what_is_believed_never_goes_back_and_is_the_longest_such_run(
    numbers: list[int],
) -> None:
    stamps = days(*numbers)
    places = in_order(stamps)
    assert places == sorted(set(places))
    believed = [numbers[place] for place in places]
    assert believed == sorted(believed)
    longest = [1] * len(numbers)
    for at in range(len(numbers)):
        for before in range(at):
            if numbers[before] <= numbers[at]:
                longest[at] = max(longest[at], longest[before] + 1)
    assert len(places) == max(longest, default=0)
