"""Lay out the tasks of a plan as a table in one of the layouts plans use."""

from collections.abc import Sequence

from desktop.records.plan import Plan
from desktop.records.report import Column, ColumnType, Row, RowKind, Table
from desktop.records.task import Task
from desktop.rules.task_table.words import Role, TableLayout
from desktop.rules.task_tree import groups, in_order

CODE = "tasks"
_WEIGHTS = {
    Role.NUMBER: 1,
    Role.TEXT: 7,
    Role.LEADS: 4,
    Role.PARTNERS: 4,
    Role.TIME: 3,
}
"""Shares of the page's width."""


def choose_layout(layouts: Sequence[TableLayout], tasks: Sequence[Task]) -> TableLayout:
    """Return the first layout that has a column for all that the tasks tell."""
    timed = any(task.time_text for task in tasks)
    fitting = (one for one in layouts if _has_time(one) or not timed)
    return next(fitting, layouts[0])


def lay_out_tasks(plan: Plan, tasks: Sequence[Task], layout: TableLayout) -> Table:
    """Return the table of a plan's tasks; groups that only name themselves run across.

    Nothing of a task is left out but what the layout has no column for.
    """
    heads = groups(tasks)
    return Table(
        code=CODE,
        title=plan.annex_title or plan.title,
        sheet=layout.columns[1].heading,
        columns=tuple(_column(one.role, one.heading) for one in layout.columns),
        rows=tuple(_row(one, one.id in heads, layout) for one in in_order(tasks)),
        landscape=_has_time(layout),
    )


def _has_time(layout: TableLayout) -> bool:
    return any(column.role is Role.TIME for column in layout.columns)


def _column(role: Role, heading: str) -> Column:
    kind = ColumnType.ORDINAL if role is Role.NUMBER else ColumnType.TEXT
    return Column(heading=(heading,), type=kind, weight=_WEIGHTS[role])


def _row(task: Task, heads: bool, layout: TableLayout) -> Row:  # noqa: FBT001  private
    texts = {
        Role.NUMBER: task.number or task.code,
        Role.TEXT: task.text,
        Role.LEADS: task.lead_text,
        Role.PARTNERS: task.partner_text,
        Role.TIME: task.time_text,
    }
    alone = not (task.lead_text or task.partner_text or task.time_text)
    return Row(
        values=tuple(texts[column.role] or None for column in layout.columns),
        kind=RowKind.GROUP if heads and alone else RowKind.DATA,
    )
