"""Move a task up or down, into the one before it, or out of its group."""

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.operations.plans.put_task import put_all, tasks_of
from desktop.records.identity import TaskId
from desktop.records.task import Task
from desktop.rules.task_tree import Move, moved
from desktop.store import records
from desktop.store.store import Store

VERBS = {
    Move.UP: "move_task_up",
    Move.DOWN: "move_task_down",
    Move.INWARD: "indent_task",
    Move.OUTWARD: "outdent_task",
}


def move_task(store: Store, task_id: TaskId, where: Move) -> Outcome[Task]:
    """Move a task with all that is under it; records keep their task.

    A move that leads nowhere is no deed.

    Raises:
        ConflictError: There is no such task.
    """
    task = records.get(store.reader, Task, task_id)
    if task is None:
        raise ConflictError("no_task", task_id)
    before = tasks_of(store, task.plan)
    after = moved(before, task_id, where)
    with store.change(VERBS[where], f"{task.code} {task.text}") as change:
        if _different(before, after):
            put_all(change, after, before)
    made = next(one for one in after if one.id == task_id)
    return Outcome(made, change.touched)


def _different(before: tuple[Task, ...], after: tuple[Task, ...]) -> bool:
    """Tell whether the order or a group changed, and not only how places count."""
    return [(one.id, one.parent) for one in before] != [
        (one.id, one.parent) for one in after
    ]
