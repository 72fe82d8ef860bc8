"""Verdicts: what a percent says of a target, at every edge."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.result import Verdict
from desktop.records.target import Basis, Direction, Formula, Target
from desktop.rules import targets
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


def test_more_than_the_whole_is_doubted_only_of_what_is_a_part_of_it() -> None:
    day = dt.date(2024, 1, 1)
    doubtful = counts(12, 10, denominator_date=day)
    sound = counts(10, 10, denominator_date=day)
    doubt = ("numerator_above_denominator",)
    assert targets.result(target(), doubtful, sound).doubts == doubt
    assert targets.result(target(), sound, doubtful).doubts == doubt
    assert targets.result(target(), sound, sound).doubts == ()
    more = counts(12, 10)
    for formula in Formula:
        part = formula in {Formula.TRAINED, Formula.SUPPLIED, Formula.RATIO}
        found = targets.result(target(formula=formula), more, sound)
        assert found.doubts == (doubt if part else ()), formula


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


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        ("11.0", {"direction": Direction.AT_MOST, "value": Decimal(10)}, "met"),
        ("11.1", {"direction": Direction.AT_MOST, "value": Decimal(10)}, "not_met"),
        ("14.0", {"direction": Direction.RANGE, "value": Decimal(15)}, "met"),
        ("13.9", {"direction": Direction.RANGE, "value": Decimal(15)}, "not_met"),
        (
            "21.0",
            {
                "direction": Direction.RANGE,
                "value": Decimal(15),
                "upper": Decimal(20),
            },
            "met",
        ),
        (
            "21.1",
            {
                "direction": Direction.RANGE,
                "value": Decimal(15),
                "upper": Decimal(20),
            },
            "above",
        ),
    ],
)
def test_what_may_be_missed_by_a_point_is_missed_on_the_right_side(
    value: str, changes: dict[str, Any], expected: str
) -> None:
    assert said(value, tolerance=Decimal(1), **changes) == expected


def test_a_count_may_be_missed_by_pieces() -> None:
    loose = target(direction=Direction.COUNT, value=None, tolerance=Decimal(1))
    assert targets.measured(loose, counts(3, 4)).verdict is Verdict.MET
    assert targets.measured(loose, counts(2, 4)).verdict is Verdict.NOT_MET
    assert targets.measured(loose, counts(3, 4)).value == Decimal("75.0")


@pytest.mark.parametrize(
    ("now", "before", "value", "verdict"),
    [
        (30, 20, "50.0", "met"),
        (20, 20, "0.0", "met"),
        (15, 20, "-25.0", "not_met"),
        (1, 3, "-66.7", "not_met"),
        (5, 0, None, "unknown"),
    ],
)
def test_growth_is_told_of_what_was_before(
    now: int, before: int, value: str | None, verdict: str
) -> None:
    grown = target(formula=Formula.GROWTH, value=Decimal(0))
    found = targets.measured(grown, counts(now, before))
    assert (found.value, found.verdict) == (value and Decimal(value), verdict)


def test_growth_in_all_is_nothing_to_tell() -> None:
    grown = target(formula=Formula.GROWTH, direction=Direction.TEXT, value=None)
    found = targets.result(grown, counts(3, 2, missing="before"), Counts())
    assert (found.cumulative.verdict, found.missing) == (Verdict.TEXT, "")


def test_figures_beside_a_target_in_words_have_no_verdict_and_lack_no_plan() -> None:
    words = target(formula=Formula.FIGURE, direction=Direction.TEXT, value=None)
    alone = counts(3, None, missing="plan_number")
    found = targets.result(words, alone, alone)
    assert (found.period.numerator, found.period.verdict) == (3, Verdict.TEXT)
    assert found.missing == ""
    nothing = counts(3, 0, missing="nothing_planned")
    assert targets.result(words, nothing, nothing).missing == ""
    lacking = counts(None, None, missing="supplied")
    assert targets.result(words, lacking, lacking).missing == "supplied"


def version(first: str | None, last: str | None, code: str = "T") -> Target:
    days = (one and dt.date.fromisoformat(one) for one in (first, last))
    held = dict(zip(("valid_from", "valid_to"), days, strict=True))
    return target(id=f"{code}@{first}", code=code, **held)


OLD, NEW = version(None, "2024-06-30"), version("2024-07-01", "2025-12-31")
LATE = version("2024-03-01", None, "X")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-01-01", [OLD, LATE]),
        ("2024-06-30", [OLD, LATE]),
        ("2024-07-01", [NEW, LATE]),
        ("2025-12-31", [NEW, LATE]),
        ("2026-01-01", [LATE]),
    ],
)
def test_the_version_in_force_is_the_one_whose_days_hold_the_day(
    day: str, expected: list[Target]
) -> None:
    found = targets.in_force((NEW, LATE, OLD), dt.date.fromisoformat(day))
    assert list(found) == expected


def test_of_two_versions_that_overlap_the_later_holds() -> None:
    found = targets.version_on((OLD, version("2024-05-01", None)), dt.date(2024, 6, 1))
    assert found is not None
    assert found.id == "T@2024-05-01"


def test_what_was_inherited_is_a_part_and_doubts_are_told_once() -> None:
    share = Share(code="inherited", numerator=Decimal(4), denominator=None)
    doubtful = counts(5, 10, inherited=share, doubts=("staff_tier_blank",))
    found = targets.result(target(), doubtful, doubtful)
    assert found.inherited
    assert [(one.code, one.numerator) for one in found.parts] == [("inherited", 4)]
    assert found.doubts == ("staff_tier_blank",)
    assert not targets.result(target(), doubtful, counts(5, 10)).inherited
