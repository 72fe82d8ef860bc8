"""Remove a task to which nothing is linked."""

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.records.identity import TaskId
from desktop.records.plan import RoadmapStep
from desktop.records.task import Task
from desktop.rules.numbers import format_integer
from desktop.rules.task_tree import below
from desktop.store import links, records
from desktop.store.store import Store


def remove_task(store: Store, task_id: TaskId) -> Outcome[int]:
    """Remove a task with the tasks under it; return how many went.

    Raises:
        ConflictError: Records carry it out, something was said of it in a year, or
            the road map names it; the count is told.
    """
    db = store.reader
    task = records.get(db, Task, task_id)
    if task is None:
        raise ConflictError("no_task", task_id)
    every = records.find(db, Task, where={"plan": task.plan})
    # What is deepest first: no task is ever left without its group.
    gone = [one.id for one in every if one.id in below(task_id, every)]
    gone = [*reversed(gone), task_id]
    linked = links.of_tasks(db, gone) + links.said_of_tasks(db, gone)
    steps = records.find(db, RoadmapStep, where={"plan": task.plan})
    linked += sum(bool(set(one.tasks) & set(gone)) for one in steps)
    if linked:
        raise ConflictError("task_linked", task.code, format_integer(linked))
    with store.change("remove_task", f"{task.code} {task.text}") as change:
        for one in gone:
            records.remove(change, Task, one)
    return Outcome(len(gone), change.touched)
