"""A plan nobody used goes with all its parts; a used one stays."""

from desktop.operations.entries.record_entry import record
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.remove_plan import remove_plan, uses
from desktop.records.identity import PlanId
from desktop.records.period import Deadline
from desktop.records.plan import Plan
from desktop.records.target import Milestone, Target
from desktop.records.task import Task
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import (
    a_copied_plan,
    a_second_plan,
    conflict,
    every,
    is_one_deed,
    the_plan,
)

PLAN = PlanId(builders.PLAN)


def test_an_unused_plan_goes_with_its_parts(store: Store) -> None:
    plan = a_copied_plan(store)
    with store.change("prepare") as change:
        made = Milestone(
            id="m",
            target=every(store, Target, plan.id)[0].id,
            year=2025,
            value=1,  # type: ignore[arg-type]
        )
        records.put(change, made)
    is_one_deed(store, lambda: remove_plan(store, plan.id), "remove_plan")
    assert records.count(store.reader, Plan) == 1
    for cls in (Task, Target, Deadline):
        assert every(store, cls, plan.id) == []
        assert every(store, cls)


def test_the_plan_one_works_by_stays(store: Store) -> None:
    reason = ("plan_chosen", the_plan(store).title)
    assert conflict(store, lambda: remove_plan(store, PLAN)) == reason


def test_a_plan_with_records_and_plans_under_it_stays_and_tells_how_many(
    store: Store,
) -> None:
    record(store, builders.an_activity())
    record(store, builders.a_product())
    second = a_second_plan(store, parent=PLAN)
    choose_plan(store, second.id)
    found = uses(store, the_plan(store))
    assert (found.records, found.plans, found.all) == (2, 1, 3)
    reason = ("plan_used", the_plan(store).title, "3")
    assert conflict(store, lambda: remove_plan(store, PLAN)) == reason


def test_a_plan_that_is_not_here_is_told(store: Store) -> None:
    do = lambda: remove_plan(store, PlanId("none"))  # noqa: E731
    assert conflict(store, do) == ("no_plan", "none")
