"""The parts of a plan's text: added, changed, ordered, removed."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.operations.plans.put_plan_part import (
    order_parts,
    put_basis,
    put_role,
    put_section,
    put_step,
    put_value,
    remove_part,
)
from desktop.operations.plans.put_task import put_task
from desktop.records.identity import Code
from desktop.records.plan import (
    LegalBasis,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.target import Achievement
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import (
    conflict,
    every,
    is_one_deed,
    kept,
    refused,
    task,
)

NEW: dict[str, Any] = {"id": "new", "plan": builders.PLAN, "position": 0}
SECTION = PlanSection(**NEW, heading="VII. KHÁC", text="Lời văn")
BASIS = LegalBasis(**NEW, document_type="Quyết định", number="1/QĐ-TTg")
ROLE = PlanRole(**NEW, agency_text="Các trường học", text="Thực hiện")
VALUE = PlanValue(**NEW, catalogue="language", code=Code("jarai"), text="tiếng Gia Rai")
STEP = RoadmapStep(**NEW, first_year=2024, text="Khảo sát")
PUT: dict[str, tuple[Any, Any]] = {
    "section": (put_section, SECTION),
    "basis": (put_basis, BASIS),
    "role": (put_role, ROLE),
    "wording": (put_value, VALUE),
    "step": (put_step, STEP),
}


@pytest.mark.parametrize("name", list(PUT))
def test_each_part_is_added_last_changed_and_removed(store: Store, name: str) -> None:
    put, part = PUT[name]
    before = [one.position for one in every(store, type(part))]
    made = is_one_deed(store, lambda: put(store, part), f"add_{name}")
    assert made.position == max(before, default=0) + 1
    other = "number" if name == "wording" else "text"
    if name == "basis":
        other = "summary"
    changed = replace(made, **{other: "lời khác"})
    is_one_deed(store, lambda: put(store, changed), f"amend_{name}")
    assert kept(store, made) == changed
    is_one_deed(store, lambda: remove_part(store, changed), f"remove_{name}")


@pytest.mark.parametrize(
    ("name", "changes", "reason"),
    [
        ("section", {"heading": "", "text": " "}, ("text", "missing")),
        ("basis", {"document_type": ""}, ("document_type", "missing")),
        ("role", {"text": ""}, ("text", "missing")),
        ("step", {"first_year": 2040}, ("first_year", "year_outside_plan")),
        ("step", {"last_year": 2023}, ("last_year", "last_year_before_first")),
    ],
)
def test_what_cannot_be_is_refused(
    store: Store, name: str, changes: dict[str, Any], reason: tuple[str, str]
) -> None:
    put, part = PUT[name]
    wrong = replace(part, **changes)
    assert refused(store, lambda: put(store, wrong)) == [reason]


def test_a_value_is_worded_once(store: Store) -> None:
    put_value(store, VALUE)
    twin = replace(VALUE, id="twin")
    found = refused(store, lambda: put_value(store, twin))
    assert found == [("code", "worded_already")]


def test_parts_stand_in_the_order_given(store: Store) -> None:
    sections = every(store, PlanSection)
    turned = list(reversed(sections))
    is_one_deed(store, lambda: order_parts(store, turned), "order_parts")
    assert [one.id for one in every(store, PlanSection)] == [one.id for one in turned]


def test_a_basis_a_task_rests_on_stays(store: Store) -> None:
    made = put_basis(store, BASIS).value
    put_task(store, replace(task(store, "2.2"), bases=(made.id,)))
    assert conflict(store, lambda: remove_part(store, made)) == ("part_linked", "1")


def test_a_step_something_was_reached_for_stays(store: Store) -> None:
    made = put_step(store, STEP).value
    with store.change("prepare") as change:
        records.put(
            change,
            Achievement(
                id="a",  # type: ignore[arg-type]
                title="Đã khảo sát",
                reached_on=builders.DAY,
                agency=builders.OWN,  # type: ignore[arg-type]
                steps=(made.id,),
            ),
        )
    assert conflict(store, lambda: remove_part(store, made)) == ("part_linked", "1")


def test_a_part_of_no_plan_is_told(store: Store) -> None:
    lost = replace(SECTION, plan="none")  # type: ignore[arg-type]
    assert conflict(store, lambda: put_section(store, lost)) == ("no_plan", "none")
