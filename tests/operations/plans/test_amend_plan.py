"""The head of a plan is changed; what cannot be is refused with its reason."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.operations.plans.amend_plan import amend_plan, problems, set_state
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.new_target_version import new_target_version
from desktop.records.identity import PlanId
from desktop.records.plan import PlanRecipient, PlanState
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import (
    a_second_plan,
    conflict,
    is_one_deed,
    kept,
    refused,
    target,
    the_plan,
)

PLAN = PlanId(builders.PLAN)


def test_the_head_is_changed_in_one_step(store: Store) -> None:
    made = replace(
        the_plan(store),
        number="12/KH",
        issued_on=dt.date(2023, 5, 20),
        recipients=(PlanRecipient(text="Như trên", note="(báo cáo)", electronic=True),),
    )
    is_one_deed(store, lambda: amend_plan(store, made), "amend_plan")
    assert the_plan(store) == made


def test_room_left_for_a_number_stays_as_printed(store: Store) -> None:
    before = the_plan(store)
    assert before.number == "     /KH-UBND"
    amend_plan(store, replace(before, title="Lời khác"))
    assert the_plan(store).number == before.number
    amend_plan(store, replace(before, number=" 12/KH "))
    assert the_plan(store).number == "12/KH"


def test_reversed_days_are_refused(store: Store) -> None:
    wrong = replace(the_plan(store), last_day=dt.date(2022, 1, 1))
    assert ("last_day", "last_before_first") in refused(
        store, lambda: amend_plan(store, wrong)
    )


def test_a_plan_does_not_end_before_the_one_under_it(store: Store) -> None:
    a_second_plan(store, parent=builders.PLAN)
    short = replace(the_plan(store), last_day=dt.date(2024, 12, 31))
    assert ("last_day", "ends_before_child") in refused(
        store, lambda: amend_plan(store, short)
    )


def test_a_plan_does_not_leave_a_target_version_out(store: Store) -> None:
    new_target_version(store, target(store, "T2b"), dt.date(2026, 1, 1), "12/QĐ")
    short = replace(the_plan(store), last_day=dt.date(2025, 12, 31))
    found = {(one.field, one.code, one.facts) for one in problems(store, short)}
    assert ("last_day", "version_left_out", ("T2b",)) in found


def test_two_plans_are_never_under_each_other(store: Store) -> None:
    a_second_plan(store, parent=builders.PLAN)
    wrong = replace(the_plan(store), parent=PlanId("own-2025"))
    assert ("parent", "plan_cycle") in refused(store, lambda: amend_plan(store, wrong))


def test_a_plan_is_closed_and_opened_again(store: Store) -> None:
    second = a_second_plan(store)
    close = lambda: set_state(store, second.id, PlanState.CLOSED)  # noqa: E731
    assert is_one_deed(store, close, "close_plan").state is PlanState.CLOSED
    reopen = lambda: set_state(store, second.id, PlanState.IN_FORCE)  # noqa: E731
    is_one_deed(store, reopen, "open_plan")
    assert kept(store, second) == second


def test_the_plan_one_works_by_is_not_closed(store: Store) -> None:
    reason = ("plan_chosen", the_plan(store).title)
    close = lambda: set_state(store, PLAN, PlanState.CLOSED)  # noqa: E731
    assert conflict(store, close) == reason
    choose_plan(store, a_second_plan(store).id)
    assert set_state(store, PLAN, PlanState.CLOSED).value.state is PlanState.CLOSED
    none = lambda: set_state(store, PlanId("none"), PlanState.CLOSED)  # noqa: E731
    assert conflict(store, none) == ("no_plan", "none")


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
    plan = replace(the_plan(store), **wrong)
    assert refused(store, lambda: amend_plan(store, plan)) == [(field, code)]
