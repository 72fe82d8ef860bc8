"""Accepted rows are stored as one deed, and one undo takes all of them back."""

from dataclasses import replace

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.entries.record_entry import record
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.plans.import_task_table import import_task_table
from desktop.operations.plans.inspect_task_table import inspect_task_table, read_against
from desktop.operations.plans.read_task_table import read_task_paste
from desktop.records.task import Task, TaskProgress, TaskState
from desktop.rules.grid import TableSource
from desktop.rules.task_table.fates import Choices, Fate
from desktop.store import records
from desktop.store.store import Store
from tests import builders

HEADING = "STT\tNhiệm vụ, giải pháp\tĐơn vị chủ trì\tĐơn vị phối hợp thực hiện"


def tasks_of(store: Store) -> tuple[Task, ...]:
    return read_against(store).tasks


def a_paste(*rows: str) -> TableSource:
    return read_task_paste("", "\n".join((HEADING, *rows)))


def swapped(store: Store) -> TableSource:
    """Paste two tasks with their numbers exchanged, and a new one between them."""
    known = {one.code: one for one in tasks_of(store)}
    rows = [
        f"1.1\t{known['1.2'].text}\t{known['1.2'].lead_text}\t",
        "1.2\tViệc mới\tCông an huyện\tcác cơ quan, đơn vị huyện",
        f"1.3\t{known['1.1'].text}\t{known['1.1'].lead_text}\t",
    ]
    return a_paste(*rows)


def test_one_undo_takes_back_what_one_import_stored(store: Store) -> None:
    before = tasks_of(store)
    done = import_task_table(store, swapped(store))
    after = {one.code: one for one in tasks_of(store)}
    assert (done.value.added, done.value.changed) == (1, 2)
    assert done.touched == {"tasks"}
    assert after["1.1"].id == builders.task("1.2")
    assert after["1.3"].id == builders.task("1.1")
    assert after["1.2"].leads == ("cong-an-huyen-dak-ha",)
    assert len(after["1.2"].partners) > 5
    assert "cong-an-huyen-dak-ha" not in after["1.2"].partners
    assert after["1.2"].parent == builders.task("1")
    undo(store)
    assert tasks_of(store) == before
    redo(store)
    assert {one.code: one for one in tasks_of(store)} == after


def test_states_and_figures_stay_with_their_tasks(store: Store) -> None:
    state = TaskState(
        id="s",
        task=builders.task("1.1"),  # type: ignore[arg-type]
        year=2024,
        progress=TaskProgress.DONE,
    )
    record(store, state)
    figures = {one.id: one.figures for one in tasks_of(store)}
    import_task_table(store, swapped(store))
    assert records.get(store.reader, TaskState, "s") == state
    after = {one.id: one.figures for one in tasks_of(store)}
    assert {key: after[key] for key in figures} == figures


def test_tasks_the_table_lacks_are_kept(store: Store) -> None:
    before = {one.id for one in tasks_of(store)}
    done = import_task_table(
        store, a_paste("6\tNhóm mới\t\t", "6.1\tViệc\tCông an huyện\t")
    )
    assert {one.id for one in done.value.preview.absent} == before
    after = tasks_of(store)
    assert before < {one.id for one in after}
    assert after[-1].parent == after[-2].id
    assert [one.position for one in after] == list(range(1, len(after) + 1))


def test_looking_stores_nothing(store: Store) -> None:
    before = tasks_of(store)
    shown = inspect_task_table(store, swapped(store)).value
    assert shown.counts[Fate.ADD] == 1
    assert tasks_of(store) == before


def test_nothing_accepted_stores_nothing(store: Store) -> None:
    left = Choices(left_out=frozenset({1}))
    with pytest.raises(InputError) as caught:
        import_task_table(store, a_paste("9\tViệc\tCông an huyện\t"), left)
    assert caught.value.problems[0].code == "nothing_accepted"


def test_a_row_that_is_refused_does_not_hold_the_others(store: Store) -> None:
    rows = (
        "7\tViệc bảy\tCông an huyện\t",
        "7\tViệc bảy nữa\tCông an huyện\t",
        "8\tViệc tám\tHội Chữ thập xanh\t",
    )
    done = import_task_table(store, a_paste(*rows)).value
    assert (done.added, done.preview.counts[Fate.REFUSED]) == (1, 2)
    codes = [one.code for one in tasks_of(store)]
    assert "7" in codes
    assert "8" not in codes


def test_a_plan_that_changed_since_it_was_shown_is_not_written(store: Store) -> None:
    source = swapped(store)
    shown = inspect_task_table(store, source).value
    task = next(one for one in tasks_of(store) if one.code == "1.1")
    record(store, replace(task, lead_text="ai khác"))
    before = tasks_of(store)
    with pytest.raises(ConflictError) as caught:
        import_task_table(store, source, expected=shown)
    assert caught.value.reason == "table_changed_since"
    assert tasks_of(store) == before
