"""What makes a plan and its parts acceptable, and the reason when they are not."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.errors import Problem
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import AgencyId, Code, TaskId
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.task import Quantity, Task, TaskProgress, TaskState
from desktop.rules.plan_checks import (
    item_problems,
    part_problems,
    plan_problems,
    reference_problems,
    task_problems,
)


def a_plan(plan_id: str = "plan", **changes: Any) -> Plan:
    values: dict[str, Any] = {
        "id": plan_id,
        "document_type": "KẾ HOẠCH",
        "title": "Kế hoạch",
        "issuer": f"issuer of {plan_id}",
        "territory": "địa bàn",
        "first_day": dt.date(2023, 1, 1),
        "last_day": dt.date(2028, 12, 31),
    }
    return Plan(**(values | changes))


def codes(found: Iterable[Problem]) -> list[tuple[str, str, bool]]:
    return [(one.field, one.code, one.blocking) for one in found]


def test_a_plan_under_one_that_lasts_as_long_is_well() -> None:
    above = a_plan("above")
    assert plan_problems(a_plan(parent="above"), (above,)) == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"last_day": dt.date(2022, 12, 31)}, ("last_day", "last_before_first", True)),
        ({"title": " "}, ("title", "missing", True)),
        ({"carried_by": "other"}, ("carried_from", "missing", True)),
        ({"parent": "short"}, ("parent", "parent_ends_earlier", True)),
        ({"parent": "plan"}, ("parent", "plan_cycle", True)),
        ({"parent": "below"}, ("parent", "plan_cycle", True)),
        ({"follows": "plan"}, ("follows", "plan_cycle", True)),
        ({"follows": "short"}, ("follows", "follows_later", True)),
        ({"parent": "own"}, ("parent", "parent_same_issuer", False)),
    ],
)
def test_each_fault_of_a_plan_has_its_reason(
    changes: dict[str, Any], found: tuple[str, str, bool]
) -> None:
    plans = (
        a_plan("short", last_day=dt.date(2025, 12, 31)),
        a_plan("below", parent="plan"),
        a_plan("own", issuer="issuer of plan"),
    )
    assert codes(plan_problems(a_plan(**changes), plans)) == [found]


def test_a_ring_of_three_plans_is_found() -> None:
    plans = (a_plan("one", parent="two"), a_plan("two", parent="plan"))
    assert ("parent", "plan_cycle", True) in codes(
        plan_problems(a_plan(parent="one"), plans)
    )


def test_a_ring_among_other_plans_ends_the_search() -> None:
    plans = (a_plan("one", parent="two"), a_plan("two", parent="one"))
    assert plan_problems(a_plan(parent="one"), plans) == ()


def a_task(code: str, **changes: Any) -> Task:
    values: dict[str, Any] = {"id": code, "plan": "plan", "position": 1, "text": "x"}
    return Task(code=code, **(values | changes))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"code": "2"}, ("code", "code_taken", True)),
        ({"text": ""}, ("text", "missing", True)),
        ({"parent": "1"}, ("parent", "task_cycle", True)),
        ({"parent": "1.1"}, ("parent", "task_cycle", True)),
        ({"parent": "9"}, ("parent", "unknown_task", True)),
        (
            {"leads": ("a",), "partners": ("a", "b")},
            ("partners", "partner_is_lead", False),
        ),
    ],
)
def test_each_fault_of_a_task_has_its_reason(
    changes: dict[str, Any], found: tuple[str, str, bool]
) -> None:
    one = replace(a_task("1"), **changes)
    others = (a_task("1.1", parent="1"), a_task("2"), one)
    assert codes(task_problems(one, others)) == [found]


def of_plan(**more: Any) -> dict[str, Any]:
    return {"id": "part", "plan": "plan", "position": 1, **more}


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (PlanSection(**of_plan(heading="", text=" ")), ("text", "missing")),
        (
            LegalBasis(**of_plan(document_type="", number="1")),
            ("document_type", "missing"),
        ),
        (PlanRole(**of_plan(agency_text="", text="x")), ("agency_text", "missing")),
        (
            PlanValue(**of_plan(catalogue="theme", code="", text="x")),
            ("code", "missing"),
        ),
        (
            RoadmapStep(**of_plan(first_year=2025, last_year=2024, text="x")),
            ("last_year", "last_year_before_first"),
        ),
        (
            RoadmapStep(**of_plan(first_year=2022, text="x")),
            ("first_year", "year_outside_plan"),
        ),
        (
            TaskState(id="s", task=TaskId("t"), year=2029, progress=TaskProgress.DONE),
            ("year", "year_outside_plan"),
        ),
    ],
)
def test_each_fault_of_a_part_has_its_reason(
    part: object, found: tuple[str, str]
) -> None:
    assert codes(part_problems(part, a_plan())) == [(*found, True)]


def a_quantity(value: str, *quarters: str, year: int = 2024) -> Quantity:
    return Quantity(
        id="q",
        task=TaskId("task"),
        figure=Code("figure"),
        year=year,
        value=Decimal(value),
        quarters=tuple(Decimal(one) for one in quarters),
    )


def test_quarters_that_miss_the_year_are_told_with_both_numbers() -> None:
    (found,) = part_problems(a_quantity("12", "3", "3", "3", "4"), a_plan())
    assert (found.code, found.facts) == ("quarters_differ", ("13", "12"))
    assert not list(part_problems(a_quantity("12", "3", "3", "3", "3"), a_plan()))
    assert not list(part_problems(a_quantity("12"), a_plan()))


def test_numbers_below_zero_and_foreign_years_are_refused() -> None:
    assert codes(part_problems(a_quantity("-1"), a_plan())) == [
        ("value", "negative", True)
    ]
    found = codes(part_problems(a_quantity("1", year=2030), a_plan()))
    assert found == [("year", "year_outside_plan", True)]


def an_item(code: str, name: str, **more: Any) -> CatalogueItem:
    return CatalogueItem(catalogue="theme", code=Code(code), name=name, **more)


def test_a_name_is_given_once_among_the_values_in_use() -> None:
    used, retired = an_item("a", "Báo in"), an_item("b", "Báo hình", retired=True)
    twin = item_problems(an_item("c", "BÁO IN"), (used, retired))
    assert codes(twin) == [("name", "name_taken", True)]
    assert item_problems(an_item("c", "Báo hình"), (used, retired)) == ()


def test_a_value_is_never_inside_itself() -> None:
    ring = (an_item("b", "B", parent="a"), an_item("c", "C", parent="b"))
    found = item_problems(an_item("a", "A", parent="c"), ring)
    assert codes(found) == [("parent", "value_cycle", True)]


def test_a_plan_names_agencies_and_plans_there_are() -> None:
    plan = a_plan(issuer="a", carried_by="b", parent="one", follows="one")
    known = frozenset(map(AgencyId, ("a", "b")))
    assert reference_problems(plan, (a_plan("one"),), known) == ()
    assert codes(reference_problems(plan, (), frozenset({AgencyId("a")}))) == [
        ("parent", "unknown_plan", True),
        ("follows", "unknown_plan", True),
        ("carried_by", "unknown_agency", True),
    ]


def test_a_plan_above_itself_is_not_called_unknown_as_well() -> None:
    known = frozenset({AgencyId("issuer of plan")})
    assert reference_problems(a_plan(parent="plan"), (), known) == ()
