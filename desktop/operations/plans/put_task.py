"""Keep a task of a plan, new or in the place of the one with its id."""

from dataclasses import replace

from desktop.errors import InputError
from desktop.operations.outcome import Outcome
from desktop.records.identity import PlanId
from desktop.records.task import Task
from desktop.rules import entry, task_tree
from desktop.rules.plan_checks import task_problems
from desktop.store import records
from desktop.store.store import Change, Store


def put_task(store: Store, task: Task) -> Outcome[Task]:
    """Keep a task; a new one stands at its place, or last in its group without one.

    Raises:
        InputError: Its number is taken, its group is under itself, or it says nothing.
    """
    task = entry.clean(task)
    every = tasks_of(store, task.plan)
    found = task_problems(task, every)
    if any(one.blocking for one in found):
        raise InputError(found)
    known = any(one.id == task.id for one in every)
    verb = "amend_task" if known else "add_task"
    with store.change(verb, f"{task.code} {task.text}") as change:
        put_all(change, task_tree.placed(_with(task, every, known=known)), every)
    return Outcome(task, change.touched)


def tasks_of(store: Store, plan: PlanId) -> tuple[Task, ...]:
    """Return the tasks of a plan in the order they are read."""
    return task_tree.in_order(records.find(store.reader, Task, where={"plan": plan}))


def _with(task: Task, every: tuple[Task, ...], *, known: bool) -> list[Task]:
    if known:
        return [task if one.id == task.id else one for one in every]
    at = task.position - 1 if task.position > 0 else len(every)
    return [*every[:at], task, *every[at:]]


def put_all(change: Change, tasks: tuple[Task, ...], before: tuple[Task, ...]) -> None:
    """Write tasks of one plan; numbers may pass from one to another.

    No two tasks of a plan may have one number at any moment: what takes the number
    of another is first written under one nobody has.
    """
    had = {one.id: one for one in before}
    changed = [one for one in tasks if had.get(one.id) != one]
    held = {one.code: one for one in before}
    for one in changed:
        if one.code in held and held[one.code].id != one.id:
            _park(change, held[one.code])
    for one in changed:
        records.put(change, one)


def _park(change: Change, task: Task) -> None:
    records.put(change, replace(task, code=f"~{task.id}"))
