"""Set how much of a figure a task should reach in a year, and by which quarter."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.errors import ConflictError, InputError
from desktop.operations.outcome import Outcome
from desktop.operations.plans.put_milestones import Planned
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
) -> Outcome[tuple[Quantity, ...]]:
    """Keep what a task should reach of a figure in a year; None takes it away.

    Raises:
        InputError: The year is outside the plan, a number is below zero, or the
            quarters do not add up to the year's.
        ConflictError: There is no such task.
    """
    return put_quantities(store, task_id, year, {figure: (value, quarters)})


def put_quantities(
    store: Store, task_id: TaskId, year: int, planned: Mapping[Code, Planned]
) -> Outcome[tuple[Quantity, ...]]:
    """Keep what a task should reach of several figures as one deed.

    Raises:
        InputError: As `put_quantity`; nothing is kept.
        ConflictError: There is no such task.
    """
    db = store.reader
    task = records.get(db, Task, task_id)
    plan = records.get(db, Plan, task.plan) if task else None
    if task is None or plan is None:
        raise ConflictError("no_task", task_id)
    found = records.find(db, Quantity, where={"task": task_id, "year": year})
    known = {one.figure: one.id for one in found}
    made = [
        Quantity(
            id=known.get(figure, f"{task_id}/{figure}/{year}"),
            task=task_id,
            figure=figure,
            year=year,
            value=value,
            quarters=quarters,
        )
        for figure, (value, quarters) in planned.items()
        if value is not None
    ]
    problems = tuple(one for each in made for one in part_problems(each, plan))
    if problems:
        raise InputError(problems)
    with store.change("set_quantity", f"{task.code}, {year}") as change:
        for figure, (value, _quarters) in planned.items():
            if value is None and figure in known:
                records.remove(change, Quantity, known[figure])
        for one in made:
            records.put(change, one)
    return Outcome(tuple(made), change.touched)
