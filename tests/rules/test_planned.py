"""How much was planned, for whole years, parts of them, and sums over them."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.records.identity import TargetId
from desktop.records.target import Inherited, Milestone
from desktop.rules.counting import Span
from desktop.rules.planned import Number, lacking, numbers, planned, with_inherited
from desktop.rules.stretches import Stretch
from tests.rules.test_targets import target

KNOWN = {
    2023: Number(Decimal(2)),
    2024: Number(Decimal(10), tuple(map(Decimal, (1, 2, 3, 4)))),
    2026: Number(Decimal(10)),
}


def over(first: str, last: str) -> Stretch:
    span = Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return Stretch(span=span, nominal=span)


@pytest.mark.parametrize(
    ("first", "last", "summed", "largest"),
    [
        ("2024-01-01", "2024-12-31", 10, 10),
        ("2024-01-01", "2024-06-30", 3, 3),
        ("2024-07-01", "2024-12-31", 7, 7),
        ("2023-12-15", "2024-06-14", 3, 3),
        ("2024-10-01", "2024-12-31", 4, 4),
        ("2024-07-01", "2024-07-31", 10, 10),
        ("2023-07-01", "2023-12-31", 2, 2),
        ("2023-01-01", "2024-12-31", 12, 10),
        ("2023-01-01", "2024-06-30", 5, 3),
        ("2023-01-01", "2024-01-31", 2, 2),
        ("2025-01-01", "2025-12-31", None, None),
        ("2025-01-01", "2026-12-31", None, 10),
    ],
)
def test_what_was_planned_is_that_of_the_days_named(
    first: str, last: str, summed: int | None, largest: int | None
) -> None:
    stretch = over(first, last)
    assert planned(KNOWN, stretch, adds_up=True) == summed
    assert planned(KNOWN, stretch, adds_up=False) == largest


def milestone(of: str, year: int, value: int) -> Milestone:
    return Milestone(
        id=f"{of}/{year}",
        target=of,  # type: ignore[arg-type]
        year=year,
        value=Decimal(value),
    )


def test_a_version_takes_over_the_numbers_of_years_that_were_over() -> None:
    old = target(id="p/T", valid_to=dt.date(2024, 6, 30))
    new = replace(
        old,
        id=TargetId("p/T@2024-07-01"),
        valid_from=dt.date(2024, 7, 1),
        valid_to=None,
    )
    other = target(id="p/X", code="X")
    many = (
        milestone("p/T", 2023, 1),
        milestone("p/T", 2024, 2),
        milestone(new.id, 2025, 3),
        milestone("p/X", 2023, 99),
    )
    found = numbers(new, (old, new, other), many)
    assert {year: int(one.value) for year, one in found.items()} == {2023: 1, 2025: 3}
    found = numbers(old, (old, new, other), many)
    assert {year: int(one.value) for year, one in found.items()} == {
        2023: 1,
        2024: 2,
        2025: 3,
    }


@pytest.mark.parametrize("turned", [False, True])
def test_a_number_the_version_sets_anew_is_the_one_that_counts(turned: bool) -> None:
    old = target(id="p/T", valid_to=dt.date(2023, 12, 31))
    new = replace(
        old, id=TargetId("new"), valid_from=dt.date(2024, 1, 1), valid_to=None
    )
    many = (milestone("p/T", 2023, 1), milestone("new", 2023, 7))
    found = numbers(new, (old, new), many[::-1] if turned else many)
    assert found[2023].value == 7


def test_numbers_of_an_office_before_stand_only_where_there_are_none() -> None:
    told = [
        Inherited(
            id=f"{year}{agency}",  # type: ignore[arg-type]
            goal="p/T",  # type: ignore[arg-type]
            year=year,
            numerator=Decimal(1),
            denominator=None if denominator is None else Decimal(denominator),
            agency=agency,  # type: ignore[arg-type]
        )
        for year, agency, denominator in (
            (2023, "a", 50),
            (2025, "a", 3),
            (2025, "b", 4),
            (2027, "a", None),
        )
    ]
    found = with_inherited(KNOWN, "p/T", told)  # type: ignore[arg-type]
    assert (found[2023].value, found[2025].value) == (2, 7)
    assert 2027 not in found
    assert with_inherited(KNOWN, "p/X", told) == KNOWN  # type: ignore[arg-type]


def test_a_quarter_of_which_nothing_is_asked_is_told_from_one_without_number() -> None:
    known = {2024: Number(Decimal(9), tuple(map(Decimal, (0, 2, 3, 4))))}
    first = planned(known, over("2024-01-01", "2024-03-31"), adds_up=True)
    assert (first, lacking(first)) == (0, "nothing_planned")
    nowhere = planned(known, over("2025-01-01", "2025-03-31"), adds_up=True)
    assert (nowhere, lacking(nowhere)) == (None, "plan_number")
