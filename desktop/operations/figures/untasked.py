"""Count what units told without entries and no task of the plan tells of."""

from decimal import Decimal
from typing import Any

from desktop.operations.figures.compute_results import Office, read_office, span_of
from desktop.records.figure import Figure
from desktop.records.period import Period
from desktop.records.result import TaskFigure
from desktop.records.returns import UnlistedTotal
from desktop.records.task import Task
from desktop.rules.counting import Span, names_tasks
from desktop.store import records, totals
from desktop.store.store import Store


def untasked_figures(store: Store, period: Period) -> tuple[TaskFigure, ...]:
    """Return the figures that units told of no task, in the order of their codes.

    Of what was done for which task a number told without entries says nothing: of a
    figure with entries it is what exceeds them. A figure without entries counts under
    every task that lists it, and here where none does.

    Raises:
        ConflictError: The file holds no office yet.
    """
    office = read_office(store)
    span = span_of(period)
    whole = office.whole(span.last)
    with store.reading() as db:
        told = {one.figure for one in records.each(db, UnlistedTotal)}
        tasks = records.find(db, Task, where={"plan": office.plan.id})
        listed = {code for task in tasks for code in task.figures}
        figures = [office.figures[one] for one in sorted(told & office.figures.keys())]
        found = [
            TaskFigure(
                figure=one,
                period=_told(db, office, one, span),
                cumulative=_told(db, office, one, whole),
            )
            for one in figures
            if names_tasks(one) or one.code not in listed
        ]
    return tuple(one for one in found if one.period or one.cumulative)


def _told(db: Any, office: Office, figure: Figure, span: Span) -> Decimal:  # noqa: ANN401
    if not names_tasks(figure):
        return totals.total(db, figure, span, office.names)
    found = totals.told(db, figure, span, "", office.names)
    return totals.in_its_unit(figure, found.get("", Decimal(0)))
