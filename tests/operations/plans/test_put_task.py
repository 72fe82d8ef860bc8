"""Tasks are added and changed; numbers are unique, and none goes round."""

from dataclasses import replace

from desktop.operations.plans.put_task import put_task, tasks_of
from desktop.records.identity import TaskId
from desktop.records.task import Task
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import is_one_deed, refused, task, the_plan


def a_task(store: Store, code: str = "6", **changes: object) -> Task:
    one = task(store, "3.4")
    made = replace(
        one, id=TaskId("new"), code=code, parent=None, position=0, text="Việc mới"
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_new_task_comes_last_and_is_one_step(store: Store) -> None:
    is_one_deed(store, lambda: put_task(store, a_task(store)), "add_task")
    assert tasks_of(store, the_plan(store).id)[-1].code == "6"


def test_a_new_task_stands_where_it_is_put(store: Store) -> None:
    before = task(store, "3.4")
    made = a_task(store, "3.4a", parent=before.parent, position=before.position + 1)
    put_task(store, made)
    codes = [one.code for one in tasks_of(store, the_plan(store).id)]
    assert codes[codes.index("3.4") + 1] == "3.4a"


def test_an_amended_task_keeps_its_place(store: Store) -> None:
    one = replace(task(store, "2.2"), text="Lời khác", content_text="Nội dung")
    order = [each.id for each in tasks_of(store, one.plan)]
    is_one_deed(store, lambda: put_task(store, one), "amend_task")
    assert [each.id for each in tasks_of(store, one.plan)] == order
    assert task(store, "2.2").text == "Lời khác"


def test_a_number_is_given_once_in_a_plan(store: Store) -> None:
    twin = a_task(store, "3.4")
    assert refused(store, lambda: put_task(store, twin)) == [("code", "code_taken")]


def test_a_group_is_never_under_itself(store: Store) -> None:
    inward = replace(task(store, "3"), parent=TaskId(builders.task("3.4")))
    found = refused(store, lambda: put_task(store, inward))
    assert found == [("parent", "task_cycle")]
    own = replace(task(store, "3"), parent=TaskId(builders.task("3")))
    assert refused(store, lambda: put_task(store, own)) == [("parent", "task_cycle")]


def test_a_task_without_words_or_number_is_refused(store: Store) -> None:
    blank = a_task(store, " ", text="")
    assert refused(store, lambda: put_task(store, blank)) == [
        ("code", "missing"),
        ("text", "missing"),
    ]
