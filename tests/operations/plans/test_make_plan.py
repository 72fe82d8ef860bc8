"""A plan of one's own: empty, or after the model of one the office has."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.operations.figures.compute_results import compute_results
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.make_plan import make_plan
from desktop.operations.plans.new_target_version import new_target_version
from desktop.records.identity import PlanId
from desktop.records.period import Deadline
from desktop.records.plan import LegalBasis, PlanRole, PlanSection, PlanValue
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import (
    a_copied_plan,
    a_plan,
    every,
    is_one_deed,
    refused,
    target,
)

PLAN = PlanId(builders.PLAN)


def test_an_empty_plan_is_one_step(store: Store) -> None:
    made = is_one_deed(store, lambda: make_plan(store, a_plan(store)), "make_plan")
    assert every(store, Task, made.id) == []


def test_a_copy_has_everything_under_ids_of_its_own(store: Store) -> None:
    plan = a_plan(store)
    is_one_deed(store, lambda: make_plan(store, plan, PLAN), "make_plan")
    for cls in (Task, Target, PlanSection, LegalBasis, PlanRole, PlanValue, Deadline):
        model, copy = every(store, cls), every(store, cls, plan.id)
        assert len(copy) == len(model), cls
        ids = {one.id for one in model} & {one.id for one in copy}  # type: ignore[attr-defined]
        assert not ids, cls


def test_a_copied_tree_hangs_together(store: Store) -> None:
    plan = a_copied_plan(store)
    tasks = {one.id: one for one in every(store, Task, plan.id)}
    tops = [one for one in tasks.values() if one.parent is None]
    assert len(tops) == len([one for one in every(store, Task) if not one.parent])
    for one in tasks.values():
        if one.parent is not None:
            assert one.code.startswith(f"{tasks[one.parent].code}.")


def test_a_copy_takes_the_last_version_of_each_target(store: Store) -> None:
    new = new_target_version(
        store, target(store, "T2b"), dt.date(2026, 1, 1), "12/QĐ"
    ).value
    plan = a_copied_plan(store)
    copies = {one.code: one for one in every(store, Target, plan.id)}
    assert copies["T2b"].value == new.value
    assert copies["T2b"].id == f"{plan.id}/T2b"
    assert {one.valid_from for one in copies.values()} == {None}
    assert {one.year for one in copies.values()} == {2025}


def test_a_copy_computes(store: Store) -> None:
    choose_plan(store, a_copied_plan(store).id)
    found = compute_results(store, parse_period("2025"))
    assert [one.target.plan for one in found] == ["own-2025"] * len(found)
    assert len(found) == len(every(store, Target))


def test_a_parent_that_ends_earlier_is_refused(store: Store) -> None:
    late = a_plan(store, parent=PLAN, last_day=dt.date(2030, 12, 31))
    found = refused(store, lambda: make_plan(store, late))
    assert found == [("parent", "parent_ends_earlier")]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("issuer", "unknown_agency"),
        ("parent", "unknown_plan"),
        ("follows", "unknown_plan"),
        ("carried_by", "unknown_agency"),
    ],
)
def test_a_plan_names_nobody_the_office_does_not_know(
    store: Store, field: str, code: str
) -> None:
    day = dt.date(2025, 7, 1)
    wrong: Any = {field: "nobody", "carried_from": day}
    plan = replace(a_plan(store), **wrong)
    assert refused(store, lambda: make_plan(store, plan)) == [(field, code)]
