"""What makes a target acceptable, and the reason when it is not."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from desktop.errors import Problem
from desktop.files.plans import load_plan, plan_names
from desktop.records.target import Direction, Formula, Target
from desktop.rules.target_checks import (
    NEEDS,
    TAKES,
    first_day,
    is_share,
    last_day,
    takes,
    target_problems,
)
from tests.rules.test_plan_checks import a_plan

PLAN = a_plan()


def a_target(**changes: Any) -> Target:
    values: dict[str, Any] = {
        "id": "plan/T1",
        "plan": "plan",
        "position": 1,
        "code": "T1",
        "text": "90% cán bộ được tập huấn",
        "label": "Cán bộ được tập huấn",
        "unit": "%",
        "formula": Formula.TRAINED,
        "direction": Direction.AT_LEAST,
        "value": Decimal(90),
        "staff_group": "G2",
    }
    return Target(**(values | changes))


def codes(found: Iterable[Problem]) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in found if one.blocking]


def test_a_whole_target_is_well() -> None:
    assert target_problems(a_target(), PLAN, ()) == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"value": Decimal(101)}, ("value", "above_hundred")),
        ({"value": Decimal(-1)}, ("value", "negative")),
        ({"value": None}, ("value", "missing")),
        ({"label": ""}, ("label", "missing")),
        ({"staff_group": None}, ("staff_group", "formula_needs")),
        ({"required": 0}, ("required", "below_one")),
        ({"interval": -1}, ("interval", "negative")),
        ({"year": 2030}, ("year", "year_outside_plan")),
        ({"valid_from": dt.date(2022, 1, 1)}, ("valid_from", "outside_plan")),
        ({"valid_to": dt.date(2029, 1, 1)}, ("valid_to", "outside_plan")),
        (
            {"direction": Direction.RANGE, "upper": Decimal(80)},
            ("upper", "range_reversed"),
        ),
        ({"direction": Direction.RANGE}, ("upper", "missing")),
        (
            {"valid_from": dt.date(2025, 1, 1), "valid_to": dt.date(2024, 1, 1)},
            ("valid_to", "last_before_first"),
        ),
    ],
)
def test_each_fault_of_a_target_has_its_reason(
    changes: dict[str, Any], found: tuple[str, str]
) -> None:
    assert codes(target_problems(a_target(**changes), PLAN, ())) == [found]


@pytest.mark.parametrize("formula", list(NEEDS))
def test_a_formula_names_everything_it_lacks(formula: Formula) -> None:
    bare = a_target(formula=formula, staff_group=None)
    found = codes(target_problems(bare, PLAN, ()))
    assert found == [(name, "formula_needs") for name in NEEDS[formula]]


def test_what_a_formula_needs_it_also_takes() -> None:
    assert all(set(NEEDS[one]) <= set(TAKES[one]) for one in NEEDS)
    assert takes(Formula.TEXT, Direction.AT_LEAST) == frozenset()
    assert "upper" in takes(Formula.PRODUCT_SHARE, Direction.RANGE)
    assert "upper" not in takes(Formula.PRODUCT_SHARE, Direction.AT_LEAST)


def test_versions_of_one_target_never_overlap() -> None:
    old = a_target(valid_to=dt.date(2025, 6, 30))
    new = a_target(id="plan/T1@2025-06-30", valid_from=dt.date(2025, 6, 30))
    (found,) = target_problems(new, PLAN, (old,))
    assert (found.code, found.facts) == (
        "versions_overlap",
        ("T1", "01/01/2023", "30/06/2025"),
    )
    after = a_target(id="plan/T1@2025-07-01", valid_from=dt.date(2025, 7, 1))
    assert target_problems(after, PLAN, (old,)) == ()
    other = a_target(id="plan/T2", code="T2", valid_from=dt.date(2025, 1, 1))
    assert target_problems(other, PLAN, (old,)) == ()


def test_open_days_are_those_of_the_plan() -> None:
    assert first_day(a_target(), PLAN) == PLAN.first_day
    assert last_day(a_target(), PLAN) == PLAN.last_day


def test_a_count_may_be_more_than_a_hundred_and_take_its_number_by_year() -> None:
    count = a_target(
        formula=Formula.FIGURE, figure="exhibitions", unit="cuộc", value=Decimal(250)
    )
    assert not is_share(count)
    assert codes(target_problems(count, PLAN, ())) == []
    assert (
        codes(
            target_problems(
                a_target(formula=Formula.FIGURE, figure="x", value=None), PLAN, ()
            )
        )
        == []
    )


@pytest.mark.parametrize("name", [one.name for one in plan_names()])
def test_every_target_that_ships_is_well(name: str) -> None:
    file = load_plan(name)
    for one in file.targets:
        assert codes(target_problems(one, file.plan, file.targets)) == [], one.code
