"""A task goes when nothing hangs on it, and is kept with the count when it does."""

from decimal import Decimal

from desktop.operations.entries.record_entry import record
from desktop.operations.plans.put_quantity import put_quantity
from desktop.operations.plans.put_task import tasks_of
from desktop.operations.plans.put_task_state import put_task_state
from desktop.operations.plans.remove_task import remove_task
from desktop.records.identity import Code, TaskId
from desktop.records.task import TaskProgress, TaskState
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, the_plan

FREE = TaskId(builders.task("5.1"))
GROUP = TaskId(builders.task("2"))
TASK = TaskId(builders.task("2.2"))


def test_a_free_task_goes(store: Store) -> None:
    is_one_deed(store, lambda: remove_task(store, FREE), "remove_task")
    assert FREE not in {one.id for one in tasks_of(store, the_plan(store).id)}


def test_a_group_takes_its_tasks_along(store: Store) -> None:
    gone = is_one_deed(store, lambda: remove_task(store, GROUP), "remove_task")
    left = [one.code for one in tasks_of(store, the_plan(store).id)]
    assert gone > 1
    assert not [code for code in left if code == "2" or code.startswith("2.")]


def test_records_states_and_quantities_are_counted_and_refuse(store: Store) -> None:
    record(store, builders.an_activity())
    state = TaskState(id="s", task=TASK, year=2024, progress=TaskProgress.DONE)
    put_task_state(store, state)
    put_quantity(store, TASK, Code("trainings"), 2024, Decimal(4))
    reason = ("task_linked", "2.2", "3")
    assert conflict(store, lambda: remove_task(store, TASK)) == reason
    above = ("task_linked", "2", "3")
    assert conflict(store, lambda: remove_task(store, GROUP)) == above
