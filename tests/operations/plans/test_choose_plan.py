"""The chosen plan is what everything computed speaks of."""

from pathlib import Path

from desktop.operations.entries.record_entry import record
from desktop.operations.figures.compute_results import read_office
from desktop.operations.plans.choose_plan import choose_plan
from desktop.records.identity import PlanId
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import a_second_plan, conflict, is_one_deed


def test_choosing_is_one_step_and_changes_what_is_computed(store: Store) -> None:
    second = a_second_plan(store)
    is_one_deed(store, lambda: choose_plan(store, second.id), "choose_plan")
    assert read_office(store).plan == second


def test_a_record_keeps_tasks_of_the_plan_one_no_longer_works_by(
    store: Store,
) -> None:
    record(store, builders.an_activity())
    second = a_second_plan(store, first_day=builders.DAY)
    choose_plan(store, second.id)
    made = builders.an_activity(title="Tập huấn, lời khác")
    assert record(store, made).value == made


def test_a_plan_that_is_not_here_is_told(store: Store) -> None:
    do = lambda: choose_plan(store, PlanId("none"))  # noqa: E731
    assert conflict(store, do) == ("no_plan", "none")


def test_a_file_without_an_office_has_nothing_to_choose(tmp_path: Path) -> None:
    with builders.a_bare_store(tmp_path / "bare.stt") as bare:
        do = lambda: choose_plan(bare, PlanId("none"))  # noqa: E731
        assert conflict(bare, do) == ("no_office",)
