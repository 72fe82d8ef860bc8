"""Figures held against the same period of past years."""

from decimal import Decimal

import pytest

from desktop.files import catalogue
from desktop.records.finding import Check
from desktop.records.identity import Code
from desktop.rules.findings.from_past import (
    Yearly,
    comparable,
    from_past,
    modified_z,
    odd,
)


def numbers(*values: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


def yearly(now: int, *past: int) -> Yearly:
    return Yearly(
        figure=catalogue.load_figures()[Code("postings")],
        table="table_a",
        now=Decimal(now),
        past=numbers(*past),
        register="posting",
    )


@pytest.mark.parametrize(
    ("now", "past", "is_odd"),
    [
        (300, (100,), True),
        (299, (100,), False),
        (30, (100,), True),
        (0, (100, 90), True),
        (9, (1,), False),
        # many spreads away, yet not half as much again
        (160, (115, 120, 125, 130), False),
        # 0.6745 x 67.5 / 5 = 9.1 spreads away, and more than half as much again
        (190, (115, 120, 125, 130), True),
        (150, (120, 121, 120, 122), False),
        # as far away as one past year was from the others
        (160, (100, 150, 120, 130), False),
    ],
)
def test_what_is_odd(now: int, past: tuple[int, ...], is_odd: bool) -> None:
    assert odd(Decimal(now), numbers(*past)) is is_odd


def test_the_modified_score_is_that_of_its_authors() -> None:
    # Median 3, deviations 2 1 0 1 97: their median is 1.
    assert modified_z(Decimal(100), numbers(1, 2, 3, 4, 100)) == Decimal("65.4265")
    assert modified_z(Decimal(9), numbers(5, 5, 5, 5)) is None


def test_one_odd_past_year_does_not_hide_another() -> None:
    assert odd(Decimal(900), numbers(100, 110, 95, 105, 1_000))


def test_few_before_the_period_is_over_is_only_early() -> None:
    assert not list(from_past([yearly(10, 100)], over=False))
    (made,) = from_past([yearly(10, 100)], over=True)
    assert made.detail == "below"
    assert list(from_past([yearly(400, 100)], over=False))


def test_a_finding_tells_what_is_usual_and_how_much_more_it_is() -> None:
    (made,) = from_past([yearly(1_500, 100)], over=True)
    assert made.code is Check.UNLIKE_PAST
    assert made.facts == ("1.500", "100", "1")
    assert made.effect == Decimal("93.3")
    assert (made.moved, made.unit) == (1_400, "tin, bài")
    assert made.where.record == "posting"
    assert made.explainable


def test_a_figure_that_was_never_there_is_new_and_not_odd() -> None:
    assert not list(from_past([yearly(500, 0), yearly(500)], over=True))


def test_a_book_that_was_only_begun_tells_nothing() -> None:
    assert comparable(100, 40)
    assert not comparable(100, 30)
    assert not comparable(30, 100)
    assert not comparable(0, 0)
