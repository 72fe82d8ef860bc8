"""Set how much of a figure a task should reach in a year, and by which quarter."""

from decimal import Decimal

from desktop.errors import ConflictError, InputError
from desktop.operations.outcome import Outcome
from desktop.records.identity import Code, TaskId
from desktop.records.plan import Plan
from desktop.records.task import Quantity, Task
from desktop.rules.plan_checks import part_problems
from desktop.store import records
from desktop.store.store import Store


def put_quantity(
    store: Store,
    task_id: TaskId,
    figure: Code,
    year: int,
    value: Decimal | None,
    quarters: tuple[Decimal, ...] = (),
) -> Outcome[Quantity | None]:
    """Keep what a task should reach of a figure in a year; None takes it away.

    Raises:
        InputError: The year is outside the plan, a number is below zero, or the
            quarters do not add up to the year's.
        ConflictError: There is no such task.
    """
    db = store.reader
    task = records.get(db, Task, task_id)
    plan = records.get(db, Plan, task.plan) if task else None
    if task is None or plan is None:
        raise ConflictError("no_task", task_id)
    same: dict[str, str | int] = {"task": task_id, "figure": figure, "year": year}
    known = records.find(db, Quantity, where={**same})
    with store.change("set_quantity", f"{task.code}, {year}") as change:
        if value is None:
            for one in known:
                records.remove(change, Quantity, one.id)
            return Outcome(None, change.touched)
        made = Quantity(
            id=known[0].id if known else f"{task_id}/{figure}/{year}",
            task=task_id,
            figure=figure,
            year=year,
            value=value,
            quarters=quarters,
        )
        found = tuple(part_problems(made, plan))
        if found:
            raise InputError(found)
        records.put(change, made)
    return Outcome(made, change.touched)
