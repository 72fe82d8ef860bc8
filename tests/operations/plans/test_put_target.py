"""A target is changed in place, and refused with the reason."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.operations.plans.new_target_version import new_target_version
from desktop.operations.plans.put_target import put_target
from desktop.records.identity import AgencyId, Code, PlanId, TargetId
from desktop.records.target import Direction, Formula
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, refused, target


def test_a_target_is_changed_in_one_step(store: Store) -> None:
    made = replace(target(store, "T2b"), value=Decimal(95), tolerance=Decimal(1))
    is_one_deed(store, lambda: put_target(store, made), "set_target")
    assert target(store, "T2b") == made


def test_a_new_target_is_added(store: Store) -> None:
    made = replace(
        target(store, "T3"), id=TargetId(f"{builders.PLAN}/T9"), code="T9", position=99
    )
    is_one_deed(store, lambda: put_target(store, made), "add_target")


def test_a_second_target_of_the_same_code_overlaps(store: Store) -> None:
    twin = replace(target(store, "T3"), id=TargetId("twin"))
    found = refused(store, lambda: put_target(store, twin))
    assert found == [("valid_from", "versions_overlap")]


def test_a_formula_that_lacks_its_figure_is_refused(store: Store) -> None:
    bare = replace(
        target(store, "T3"),
        formula=Formula.RATIO,
        direction=Direction.TEXT,
        figure=None,
    )
    assert refused(store, lambda: put_target(store, bare)) == [
        ("figure", "formula_needs"),
        ("divisor", "formula_needs"),
    ]


@pytest.mark.parametrize(
    ("code", "changes", "problem"),
    [
        ("T1", {"scope": (AgencyId("nobody"),)}, ("scope", "unknown_agency")),
        ("T5c", {"supplier": AgencyId("nobody")}, ("supplier", "unknown_agency")),
        ("T3", {"figure": Code("xyz")}, ("figure", "unknown_figure")),
        ("T2a", {"staff_group": Code("G99")}, ("staff_group", "unknown_code")),
        ("T5c", {"subject": Code("rumours")}, ("subject", "unknown_code")),
        ("T2c", {"staff_tiers": ("village",)}, ("staff_tiers", "unknown_tier")),
    ],
)
def test_what_a_target_names_must_be_known(
    store: Store, code: str, changes: dict[str, Any], problem: tuple[str, str]
) -> None:
    one = replace(target(store, code), **changes)
    assert refused(store, lambda: put_target(store, one)) == [problem]
    later = dt.date(2026, 1, 1)
    new = refused(store, lambda: new_target_version(store, one, later, "12/QĐ"))
    assert new == [problem]


def test_a_code_that_holds_versions_together_stays(store: Store) -> None:
    one = target(store, "T2b")
    free = replace(one, code="T2x")
    is_one_deed(store, lambda: put_target(store, free), "set_target")
    put_target(store, one)
    new_target_version(store, one, dt.date(2026, 1, 1), "12/QĐ")
    closed = replace(target(store, "T2b"), code="T2x")
    found = refused(store, lambda: put_target(store, closed))
    assert found == [("code", "goal_linked")]


def test_a_target_of_no_plan_is_told(store: Store) -> None:
    lost = replace(target(store, "T3"), plan=PlanId("none"))
    assert conflict(store, lambda: put_target(store, lost)) == ("no_plan", "none")
