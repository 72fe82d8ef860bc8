"""Tasks move in the tree, and what is linked to them stays linked."""

import pytest

from desktop.operations.entries.record_entry import record
from desktop.operations.plans.move_task import move_task
from desktop.operations.plans.put_task import tasks_of
from desktop.records.activity import Activity
from desktop.records.identity import TaskId
from desktop.rules.task_tree import Move
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, the_plan, verbs


def codes(store: Store) -> list[str]:
    return [one.code for one in tasks_of(store, the_plan(store).id)]


@pytest.mark.parametrize(
    ("task", "where", "verb"),
    [
        ("2.2", Move.UP, "move_task_up"),
        ("2.1", Move.DOWN, "move_task_down"),
        ("2.2", Move.INWARD, "indent_task"),
        ("2.2", Move.OUTWARD, "outdent_task"),
    ],
)
def test_each_move_is_one_step_and_keeps_every_task(
    store: Store, task: str, where: Move, verb: str
) -> None:
    before = codes(store)
    task_id = TaskId(builders.task(task))
    is_one_deed(store, lambda: move_task(store, task_id, where), verb)
    assert sorted(codes(store)) == sorted(before)


def test_records_keep_the_task_that_moved(store: Store) -> None:
    record(store, builders.an_activity())
    made = move_task(store, TaskId(builders.task("2.2")), Move.OUTWARD).value
    kept = records.get(store.reader, Activity, "activity")
    assert kept is not None
    assert made.parent is None
    assert kept.tasks == (made.id,)


def test_a_move_that_leads_nowhere_is_no_deed(store: Store) -> None:
    deeds = verbs(store)
    outcome = move_task(store, TaskId(builders.task("1")), Move.UP)
    assert (outcome.touched, verbs(store)) == (frozenset(), deeds)


def test_a_task_that_is_not_there_is_told(store: Store) -> None:
    do = lambda: move_task(store, TaskId("none"), Move.UP)  # noqa: E731
    assert conflict(store, do) == ("no_task", "none")
