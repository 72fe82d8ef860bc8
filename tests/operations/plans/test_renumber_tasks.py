"""Numbers follow the order; ids, and what is linked to them, stay."""

from desktop.operations.entries.record_entry import record
from desktop.operations.plans.move_task import move_task
from desktop.operations.plans.put_task import tasks_of
from desktop.operations.plans.renumber_tasks import renumber_tasks
from desktop.records.activity import Activity
from desktop.records.identity import TaskId
from desktop.rules.task_tree import Move
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import is_one_deed, task, the_plan, verbs


def test_two_groups_change_numbers_and_everything_under_them(store: Store) -> None:
    record(store, builders.an_activity())
    plan = the_plan(store).id
    move_task(store, TaskId(builders.task("2")), Move.UP)
    is_one_deed(store, lambda: renumber_tasks(store, plan), "renumber_tasks")
    assert [one.code for one in tasks_of(store, plan)][:2] == ["1", "1.1"]
    moved = task(store, "2.2")  # the id still says what it was
    assert (moved.code, moved.number) == ("1.2", "2.2")
    kept = records.get(store.reader, Activity, "activity")
    assert kept is not None
    assert kept.tasks == (moved.id,)


def test_printed_numbers_go_when_not_kept(store: Store) -> None:
    plan = the_plan(store).id
    move_task(store, TaskId(builders.task("2")), Move.UP)
    renumber_tasks(store, plan, keep_printed=False)
    assert {one.number for one in tasks_of(store, plan)} == {""}


def test_numbers_that_follow_already_are_no_deed(store: Store) -> None:
    deeds = verbs(store)
    outcome = renumber_tasks(store, the_plan(store).id)
    assert (outcome.value, verbs(store)) == (0, deeds)
