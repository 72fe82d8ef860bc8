"""Number the tasks of a plan anew in their order: 1, 1.1, 1.2, 2."""

from desktop.operations.outcome import Outcome
from desktop.operations.plans.put_task import put_all, tasks_of
from desktop.records.identity import PlanId
from desktop.rules.task_tree import renumbered
from desktop.store.store import Store


def renumber_tasks(
    store: Store, plan: PlanId, *, keep_printed: bool = True
) -> Outcome[int]:
    """Renumber all tasks of a plan; return how many got another number.

    Ids stay, and so do the records, states and quantities linked to them.

    Args:
        store: The open office.
        plan: Whose tasks.
        keep_printed: Whether the number a task had so far goes on being printed.
    """
    before = tasks_of(store, plan)
    after = renumbered(before, keep_printed=keep_printed)
    had = {one.id: one.code for one in before}
    with store.change("renumber_tasks", str(len(after))) as change:
        put_all(change, after, before)
    return Outcome(sum(had[one.id] != one.code for one in after), change.touched)
