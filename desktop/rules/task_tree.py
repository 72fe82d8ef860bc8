"""The tasks of a plan as a tree: in its order, moved, and numbered anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from desktop.records.identity import TaskId
from desktop.records.task import Task

Children = Mapping[TaskId | None, Sequence[Task]]


class Move(StrEnum):
    """Where a task goes, with all that is under it."""

    UP = "up"
    DOWN = "down"
    INWARD = "in"
    """Under the one before it."""
    OUTWARD = "out"
    """Beside the group it was in, after it."""


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the tasks as they are read: each group before what is under it.

    A task whose group is unknown, or that is its own, stands at the top.
    """
    every = tuple(sorted(tasks, key=lambda one: one.position))
    children = _children(every)
    found = tuple(_below(None, children))
    lost = {one.id for one in every} - {one.id for one in found}
    return (*found, *(one for one in every if one.id in lost))


def depths(tasks: Iterable[Task]) -> dict[TaskId, int]:
    """Return how deep each task stands; those at the top stand at 0."""
    found: dict[TaskId, int] = {}
    for one in in_order(tasks):
        found[one.id] = found[one.parent] + 1 if one.parent in found else 0
    return found


def groups(tasks: Iterable[Task]) -> frozenset[TaskId]:
    """Return the ids of the tasks under which others stand."""
    return frozenset(one.parent for one in tasks if one.parent is not None)


def below(task: TaskId, tasks: Iterable[Task]) -> frozenset[TaskId]:
    """Return the ids of all that is under a task, at any depth."""
    every = tuple(tasks)
    found: set[TaskId] = set()
    above = {task}
    while above:  # ends even where groups go round
        under = {one.id for one in every if one.parent in above}
        above = under - found
        found |= under
    return frozenset(found)


def moved(tasks: Iterable[Task], task: TaskId, where: Move) -> tuple[Task, ...]:
    """Return all tasks in their new order, places counted from one.

    A move that leads nowhere, such as up from the first place, changes nothing.
    """
    every = in_order(tasks)
    children = {key: list(many) for key, many in _children(every).items()}
    one = next(each for each in every if each.id == task)
    _MOVES[where](one, every, children)
    return placed(_below(None, children))


def renumbered(tasks: Iterable[Task], *, keep_printed: bool = True) -> tuple[Task, ...]:
    """Return the tasks numbered 1, 1.1, 1.2, 2 … in the order they are read.

    Args:
        tasks: All tasks of one plan.
        keep_printed: Whether a number such as `a)` (000-F5), or the one a task had
            so far, goes on being printed in the place of its new one.
    """
    codes: dict[TaskId, str] = {}
    seen: defaultdict[TaskId | None, int] = defaultdict(int)
    made = []
    for one in in_order(tasks):
        parent = one.parent if one.parent in codes else None
        seen[parent] += 1
        above = f"{codes[parent]}." if parent is not None else ""
        codes[one.id] = code = f"{above}{seen[parent]}"
        printed = (one.number or one.code) if keep_printed else ""
        number = "" if printed == code else printed
        made.append(replace(one, code=code, number=number))
    return placed(made)


def next_code(tasks: Iterable[Task], parent: TaskId | None) -> str:
    """Return a number no task of the plan has yet, for a new one in a group."""
    every = tuple(tasks)
    taken = {one.code for one in every}
    above = next((f"{one.code}." for one in every if one.id == parent), "")
    place = 1 + sum(one.parent == parent for one in every)
    while f"{above}{place}" in taken:
        place += 1
    return f"{above}{place}"


def placed(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return tasks with their places counted from one, as they come in the tree.

    Those of one group keep the order they are given in.
    """
    children = _children(tuple(tasks))
    return tuple(
        replace(one, position=number)
        for number, one in enumerate(_below(None, children), start=1)
    )


def _children(tasks: Sequence[Task]) -> Children:
    known = {one.id for one in tasks}
    found: defaultdict[TaskId | None, list[Task]] = defaultdict(list)
    for one in tasks:
        found[one.parent if one.parent in known else None].append(one)
    return found


def _below(task: TaskId | None, children: Children) -> Iterator[Task]:
    for one in children.get(task, ()):
        yield one
        yield from _below(one.id, children)


Lists = dict[TaskId | None, list[Task]]


def _up(one: Task, _every: Sequence[Task], children: Lists) -> None:
    _swap(one, children, -1)


def _down(one: Task, _every: Sequence[Task], children: Lists) -> None:
    _swap(one, children, 1)


def _swap(one: Task, children: Lists, by: int) -> None:
    beside = children[one.parent]
    at = beside.index(one)
    if 0 <= at + by < len(beside):
        beside[at], beside[at + by] = beside[at + by], beside[at]


def _inward(one: Task, _every: Sequence[Task], children: Lists) -> None:
    beside = children[one.parent]
    at = beside.index(one)
    if at:
        above = beside[at - 1].id
        del beside[at]
        children.setdefault(above, []).append(replace(one, parent=above))


def _outward(one: Task, every: Sequence[Task], children: Lists) -> None:
    group = next((each for each in every if each.id == one.parent), None)
    if group is None:
        return
    children[one.parent].remove(one)
    beside = children[group.parent]
    beside.insert(beside.index(group) + 1, replace(one, parent=group.parent))


_MOVES = {
    Move.UP: _up,
    Move.DOWN: _down,
    Move.INWARD: _inward,
    Move.OUTWARD: _outward,
}
