"""The plan is read with the states and numbers of the period's year."""

from decimal import Decimal

from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results, task_figures
from desktop.operations.plans.read_plan import read_plan
from desktop.records.target import Milestone
from desktop.records.task import TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

TARGET = f"{builders.PLAN}/T3"
STATE = TaskState(
    id="state",
    task=builders.task("2.2"),  # type: ignore[arg-type]
    year=2024,
    progress=TaskProgress.DONE,
)
PLANNED = Milestone(
    id="planned",
    target=TARGET,  # type: ignore[arg-type]
    year=2024,
    value=Decimal(3),
)


def test_the_whole_plan_is_there(store: Store) -> None:
    book = read_plan(store, parse_period("2024"))
    assert book.plan.id == builders.PLAN
    assert [one.code for one in book.tasks if one.parent is None] == list("12345")
    assert len(book.sections) == 7
    assert book.bases
    assert {one.catalogue for one in book.values} >= {"theme", "audience"}
    assert book.roles
    assert [one.id for one in book.plans] == [builders.PLAN]
    assert {one.code for one in book.versions} == {
        one.target.code for one in book.results
    }
    assert book.kinds["commune"]  # type: ignore[index]
    assert book.tiers["district"]


def test_figures_are_those_of_the_computation(store: Store) -> None:
    period = parse_period("2024")
    record_many(store, (builders.an_activity(), PLANNED))
    book = read_plan(store, period)
    assert book.results == compute_results(store, period)
    assert book.figures == task_figures(store, period)


def test_states_and_planned_numbers_belong_to_their_year(store: Store) -> None:
    record_many(store, (STATE, PLANNED))
    book = read_plan(store, parse_period("2024-Q4"))
    assert book.states == {STATE.task: STATE}
    assert book.milestones == {PLANNED.target: PLANNED}
    assert book.planned == (PLANNED,)
    later = read_plan(store, parse_period("2025"))
    assert later.planned == (PLANNED,), "the numbers of all years are there"
    assert not later.states
    assert not later.milestones
