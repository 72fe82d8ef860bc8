"""Verdicts: what a percent says of a target, at every edge."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.result import Verdict
from desktop.records.target import Basis, Direction, Formula, Milestone, Target
from desktop.rules import targets
from desktop.rules.counting import Span
from desktop.rules.targets import Counts, Share


def target(**changes: Any) -> Target:
    values: dict[str, Any] = {
        "id": "t",
        "plan": "p",
        "position": 1,
        "code": "T",
        "text": "",
        "label": "",
        "unit": "%",
        "formula": Formula.TRAINED,
        "direction": Direction.AT_LEAST,
        "value": Decimal(90),
    }
    return Target(**(values | changes))


def counts(numerator: int | None, denominator: int | None, **changes: Any) -> Counts:
    return Counts(
        numerator=None if numerator is None else Decimal(numerator),
        denominator=None if denominator is None else Decimal(denominator),
        **changes,
    )


def said(percent: str | None, /, **changes: Any) -> Verdict:
    value = None if percent is None else Decimal(percent)
    return targets.verdict(target(**changes), value)


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        ("89.9", {}, "not_met"),
        ("90.0", {}, "met"),
        ("250.0", {}, "met"),
        ("89.0", {"tolerance": Decimal(1)}, "met"),
        ("88.9", {"tolerance": Decimal(1)}, "not_met"),
        ("99.9", {"value": None}, "not_met"),
        ("100.0", {"value": None}, "met"),
        ("10.0", {"direction": Direction.AT_MOST, "value": Decimal(10)}, "met"),
        ("10.1", {"direction": Direction.AT_MOST, "value": Decimal(10)}, "not_met"),
        ("99.9", {"direction": Direction.COUNT, "value": None}, "not_met"),
        ("100.0", {"direction": Direction.COUNT, "value": None}, "met"),
        ("50.0", {"direction": Direction.TEXT}, "text"),
        (None, {}, "unknown"),
        (None, {"direction": Direction.AT_MOST}, "unknown"),
        (None, {"direction": Direction.TEXT}, "text"),
    ],
)
def test_a_verdict_at_its_edge(
    value: str | None, changes: dict[str, Any], expected: str
) -> None:
    assert said(value, **changes) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.0", "not_met"),
        ("14.9", "not_met"),
        ("15.0", "met"),
        ("20.0", "met"),
        ("20.1", "above"),
    ],
)
def test_a_range_is_met_between_its_ends_and_above_is_met_too(
    value: str, expected: str
) -> None:
    ends = {"value": Decimal(15), "upper": Decimal(20)}
    assert said(value, direction=Direction.RANGE, **ends) == expected


def test_a_range_without_an_upper_end_is_never_above() -> None:
    assert said("99.0", direction=Direction.RANGE, value=Decimal(15)) is Verdict.MET


@pytest.mark.parametrize("denominator", [None, 0])
def test_no_denominator_gives_no_value_and_no_verdict(denominator: int | None) -> None:
    found = targets.measured(target(), counts(5, denominator))
    assert (found.value, found.verdict) == (None, Verdict.UNKNOWN)
    assert found.numerator == 5


def test_a_target_in_words_is_never_unknown() -> None:
    words = target(formula=Formula.TEXT, direction=Direction.TEXT)
    found = targets.result(words, Counts(missing="x"), Counts(missing="x"))
    assert found.period.verdict is found.cumulative.verdict is Verdict.TEXT
    assert found.missing == ""


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_more_reached_never_makes_a_verdict_worse(part: int, whole: int) -> None:
    one = targets.measured(target(), counts(part, whole))
    more = targets.measured(target(), counts(part + 1, whole))
    assert not (one.verdict is Verdict.MET and more.verdict is Verdict.NOT_MET)
    assert one.value is not None
    assert abs(one.value - Decimal(100 * part) / whole) <= Decimal("0.05")


def test_parts_stand_beside_the_period_or_else_beside_all() -> None:
    share = Share(code="ethnic", numerator=Decimal(1), denominator=Decimal(3))
    blank = Share(code="foreign", numerator=Decimal(0), denominator=None)
    period = counts(1, 2, shares=(share, blank))
    found = targets.result(target(), period, counts(1, 2))
    assert [(one.code, one.value) for one in found.parts] == [
        ("ethnic", Decimal("33.3")),
        ("foreign", None),
    ]
    assert targets.result(target(), counts(1, 2), period).parts == found.parts


def test_what_is_missing_is_named_only_when_something_is() -> None:
    lacking = counts(1, None, missing="headcount")
    whole = counts(1, 2, missing="headcount")
    assert targets.result(target(), whole, whole).missing == ""
    assert targets.result(target(), lacking, whole).missing == "headcount"
    assert targets.result(target(), whole, lacking).missing == "headcount"


def test_more_than_everyone_is_doubted_only_where_people_are_counted() -> None:
    day = dt.date(2024, 1, 1)
    doubtful = counts(12, 10, denominator_date=day)
    sound = counts(10, 10, denominator_date=day)
    doubt = ("numerator_above_denominator",)
    assert targets.result(target(), doubtful, sound).doubts == doubt
    assert targets.result(target(), sound, doubtful).doubts == doubt
    assert targets.result(target(), sound, sound).doubts == ()
    assert targets.result(target(), counts(12, 10), counts(12, 10)).doubts == ()


def test_the_day_of_the_denominator_is_the_period_s_or_else_that_of_all() -> None:
    first, last = dt.date(2023, 1, 1), dt.date(2024, 1, 1)
    early, late = (counts(1, 2, denominator_date=day) for day in (first, last))
    assert targets.result(target(), late, early).denominator_date == last
    assert targets.result(target(), counts(1, 2), early).denominator_date == first


def test_the_headline_is_what_the_plan_judges() -> None:
    met, not_met = counts(95, 100), counts(5, 100)
    by_period = targets.result(target(), met, not_met)
    in_all = targets.result(target(basis=Basis.CUMULATIVE), met, not_met)
    assert by_period.headline.verdict is Verdict.MET
    assert in_all.headline.verdict is Verdict.NOT_MET


MILESTONES = (
    *(
        Milestone(id=f"m{year}", target=target().id, year=year, value=Decimal(value))
        for year, value in ((2023, 2), (2024, 3), (2026, 10))
    ),
    Milestone(id="other", target="x", year=2024, value=Decimal(99)),  # type: ignore[arg-type]
)


@pytest.mark.parametrize(
    ("first", "last", "summed", "largest"),
    [
        ("2024-01-01", "2024-12-31", 3, 3),
        ("2024-07-01", "2024-07-31", 3, 3),
        ("2023-01-01", "2024-12-31", 5, 3),
        ("2023-12-31", "2024-01-01", 5, 3),
        ("2025-01-01", "2025-12-31", None, None),
        ("2025-01-01", "2026-01-01", None, 10),
    ],
)
def test_numbers_planned_are_those_of_the_years_touched(
    first: str, last: str, summed: int | None, largest: int | None
) -> None:
    span = Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    for adds_up, expected in ((True, summed), (False, largest)):
        found = targets.planned(MILESTONES, target(), span, adds_up=adds_up)
        assert found == expected
