"""Tasks as a tree: read, moved, numbered."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.task import Task
from desktop.rules.task_tree import (
    Move,
    below,
    depths,
    groups,
    in_order,
    moved,
    next_code,
    placed,
    renumbered,
)


def a_task(code: str, position: int, parent: str | None = None, **more: Any) -> Task:
    values: dict[str, Any] = {
        "id": code,
        "plan": "plan",
        "text": f"Việc {code}",
        "parent": parent,
    }
    return Task(code=code, position=position, **(values | more))


TREE = (
    a_task("1", 1),
    a_task("1.1", 2, "1"),
    a_task("1.2", 3, "1"),
    a_task("2", 4),
    a_task("2.1", 5, "2"),
)


def shape(tasks: tuple[Task, ...]) -> list[str]:
    """Write a tree as its ids, set in by a dot for each level."""
    deep = depths(tasks)
    return ["." * deep[one.id] + one.id for one in tasks]


def test_a_group_is_read_before_what_is_under_it_whatever_the_places() -> None:
    shuffled = (a_task("1.1", 1, "1"), a_task("2", 2), a_task("1", 3))
    assert shape(in_order(shuffled)) == ["2", "1", ".1.1"]


def test_tasks_that_go_round_are_not_lost() -> None:
    ring = (a_task("1", 1, "2"), a_task("2", 2, "1"), a_task("3", 3))
    assert {one.id for one in in_order(ring)} == {"1", "2", "3"}
    assert below("1", ring) >= {"2"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("task", "where", "after"),
    [
        ("1.2", Move.UP, ["1", ".1.2", ".1.1", "2", ".2.1"]),
        ("1.1", Move.DOWN, ["1", ".1.2", ".1.1", "2", ".2.1"]),
        ("2", Move.UP, ["2", ".2.1", "1", ".1.1", ".1.2"]),
        ("2", Move.INWARD, ["1", ".1.1", ".1.2", ".2", "..2.1"]),
        ("1.2", Move.INWARD, ["1", ".1.1", "..1.2", "2", ".2.1"]),
        ("1.1", Move.OUTWARD, ["1", ".1.2", "1.1", "2", ".2.1"]),
        ("1", Move.UP, ["1", ".1.1", ".1.2", "2", ".2.1"]),
        ("1", Move.INWARD, ["1", ".1.1", ".1.2", "2", ".2.1"]),
        ("2", Move.OUTWARD, ["1", ".1.1", ".1.2", "2", ".2.1"]),
    ],
)
def test_a_task_moves_with_all_that_is_under_it(
    task: str, where: Move, after: list[str]
) -> None:
    made = moved(TREE, task, where)  # type: ignore[arg-type]
    assert shape(made) == after
    assert [one.position for one in made] == [1, 2, 3, 4, 5]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "1.1", "1.2", "2", "2.1"]), st.sampled_from(Move)
        )
    )
)
def test_no_row_of_moves_loses_a_task_or_makes_a_ring(
    moves: list[tuple[str, Move]],
) -> None:
    tasks: tuple[Task, ...] = TREE
    for task, where in moves:
        tasks = moved(tasks, task, where)  # type: ignore[arg-type]
        assert len(tasks) == len(TREE)
        assert in_order(tasks) == tasks
    assert {one.code for one in renumbered(tasks)} >= {"1"}


def test_numbers_follow_the_order_and_the_old_ones_go_on_being_printed() -> None:
    made = renumbered(moved(TREE, "2", Move.UP))  # type: ignore[arg-type]
    assert [(one.id, one.code, one.number) for one in made] == [
        ("2", "1", "2"),
        ("2.1", "1.1", "2.1"),
        ("1", "2", "1"),
        ("1.1", "2.1", "1.1"),
        ("1.2", "2.2", "1.2"),
    ]


def test_a_printed_letter_stays_or_goes_as_asked() -> None:
    lettered = (a_task("1", 1, number="a)"),)
    assert renumbered(lettered)[0].number == "a)"
    assert renumbered(lettered, keep_printed=False)[0].number == ""


def test_a_new_task_gets_a_number_nobody_has() -> None:
    assert next_code(TREE, None) == "3"
    assert next_code(TREE, "1") == "1.3"  # type: ignore[arg-type]
    taken = (*TREE, a_task("1.3", 6))
    assert next_code(taken, "1") == "1.4"  # type: ignore[arg-type]


def test_groups_are_the_tasks_others_stand_under() -> None:
    assert groups(TREE) == {"1", "2"}


def test_places_count_as_the_tree_is_read() -> None:
    late = (TREE[0], TREE[3], TREE[4], TREE[1], TREE[2])
    assert [one.id for one in placed(late)] == ["1", "1.1", "1.2", "2", "2.1"]
