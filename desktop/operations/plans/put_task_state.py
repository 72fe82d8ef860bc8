"""Say how far a task is in a year, and what came of it, or that nothing is said."""

from desktop.errors import ConflictError, InputError
from desktop.operations.outcome import Outcome
from desktop.records.plan import Plan
from desktop.records.task import Task, TaskState
from desktop.rules import entry
from desktop.rules.plan_checks import part_problems
from desktop.store import records
from desktop.store.store import Store


def put_task_state(store: Store, state: TaskState) -> Outcome[TaskState]:
    """Keep the state of a task in a year.

    Raises:
        InputError: The year is outside the plan of the task.
        ConflictError: There is no such task.
    """
    task = records.get(store.reader, Task, state.task)
    plan = records.get(store.reader, Plan, task.plan) if task else None
    if task is None or plan is None:
        raise ConflictError("no_task", state.task)
    state = entry.clean(state)
    found = tuple(part_problems(state, plan))
    if found:
        raise InputError(found)
    subject = f"{task.code}, {state.year}"
    with store.change("set_task_state", subject) as change:
        records.put(change, state)
    return Outcome(state, change.touched)


def remove_task_state(store: Store, state: TaskState) -> Outcome[None]:
    """Let nothing be said of a task in a year; a state that is gone already is well."""
    task = records.get(store.reader, Task, state.task)
    subject = f"{task.code if task else state.task}, {state.year}"
    with store.change("remove_task_state", subject) as change:
        records.remove(change, TaskState, state.id)
    return Outcome(None, change.touched)
