"""How far a task is in a year, and what came of it."""

from dataclasses import replace

from desktop.operations.plans.put_task_state import put_task_state, remove_task_state
from desktop.records.identity import TaskId
from desktop.records.task import TaskProgress, TaskState
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, kept, refused

STATE = TaskState(
    id="state",
    task=TaskId(builders.task("2.2")),
    year=2024,
    progress=TaskProgress.NOT_CALLED,
    result_text="Chờ cấp trên chỉ đạo",
)


def test_a_state_is_one_step(store: Store) -> None:
    is_one_deed(store, lambda: put_task_state(store, STATE), "set_task_state")
    assert kept(store, STATE) == STATE


def test_the_years_are_those_of_the_task_s_own_plan(store: Store) -> None:
    late = replace(STATE, year=2029)
    found = refused(store, lambda: put_task_state(store, late))
    assert found == [("year", "year_outside_plan")]


def test_a_task_that_is_not_here_is_told(store: Store) -> None:
    lost = replace(STATE, task=TaskId("none"))
    assert conflict(store, lambda: put_task_state(store, lost)) == ("no_task", "none")


def test_a_state_is_taken_away_in_one_step(store: Store) -> None:
    put_task_state(store, STATE)
    is_one_deed(store, lambda: remove_task_state(store, STATE), "remove_task_state")
    assert records.get(store.reader, TaskState, STATE.id) is None
