"""The tables of tasks and of money, and the chart of months."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from desktop.records.period import Period
from desktop.records.report import (
    Bar,
    Chart,
    ChartKind,
    Column,
    ColumnType,
    Row,
    RowKind,
    Table,
)
from desktop.records.result import TaskFigure
from desktop.records.task import Task
from desktop.rules.numbers import format_decimal, format_integer, percent
from desktop.rules.reports.facts import Facts, Proof
from desktop.rules.task_tree import groups, in_order

Labels = Mapping[str, str]


_LONGEST = 60
"""Most weight a column of the table of tasks gets for the length of its texts."""
_LETTERS = 12
"""Letters of the longest text that ask for one more of weight."""


def tasks(facts: Facts, labels: Labels) -> Table:
    """Return table E: the tasks of the plan, each with what was done for it.

    When a task is to be done has a column where the plan has one (002-F3, 003-D5).
    """
    every = in_order(facts.tasks)
    heads = groups(every)
    alone = [one for one in every if one.id not in heads]
    timed = 2 * sum(bool(one.time_text) for one in alone) > len(alone)
    rows = tuple(
        _task_row(task, facts, labels, heads=task.id in heads, timed=timed)
        for task in every
    )
    rows += tuple(_untasked(facts, labels, timed=timed))
    texts = (
        ("text", 34),
        ("leads", 18),
        ("partners", 18),
        ("time", 14),
    )
    return Table(
        code="tasks",
        title=labels["tasks_title"],
        sheet=labels["tasks_sheet"],
        columns=(
            Column(
                key="ordinal",
                heading=(labels["tasks_ordinal"],),
                type=ColumnType.ORDINAL,
                weight=5,
            ),
            *(
                Column(
                    key=key,
                    heading=(labels[f"tasks_{key}"],),
                    weight=_weight(rows, place, least),
                )
                for place, (key, least) in enumerate(texts[: 3 + timed], start=1)
            ),
            Column(key="result", heading=(labels["tasks_result"],), weight=38),
            Column(
                key="progress",
                heading=(labels["tasks_progress"],),
                type=ColumnType.ORDINAL,
                weight=10,
            ),
            Column(key="evidence", heading=(labels["tasks_evidence"],), weight=14),
            Column(key="note", heading=(labels["tasks_note"],), weight=14),
        ),
        rows=rows,
        landscape=True,
    )


def _weight(rows: Iterable[Row], place: int, least: int) -> int:
    """Return more for a column of long texts, that no row gets taller than a page."""
    longest = max(
        (len(str(row.values[place])) for row in rows if row.kind is RowKind.DATA),
        default=0,
    )
    return max(least, min(_LONGEST, longest // _LETTERS))


def _task_row(
    task: Task, facts: Facts, labels: Labels, *, heads: bool, timed: bool
) -> Row:
    """Return the row of a task; a group nobody is charged with runs across."""
    charged = (task.lead_text, task.partner_text, *((task.time_text,) * timed))
    across = heads and not any(charged)
    return Row(
        key=task.id,
        values=(
            task.number or task.code,
            _task_text(task, labels, timed=timed),
            *charged,
            *_task_done(task, facts, labels, quiet=across),
            _proof(facts.proofs.get(task.id, Proof()), labels),
            "\n".join(_planned(task, facts, labels)),
        ),
        kind=RowKind.GROUP if across else RowKind.DATA,
    )


def _untasked(facts: Facts, labels: Labels, *, timed: bool) -> Iterator[Row]:
    """Yield the row of what units told of no task; nothing is left out unsaid."""
    if facts.untasked:
        yield Row(
            key="untasked",
            values=(
                "",
                labels["tasks_untasked"],
                *("",) * (2 + timed),
                task_result(facts.untasked, labels),
                *("", "", ""),
            ),
        )


def _task_text(task: Task, labels: Labels, *, timed: bool) -> str:
    """Return a task's words, with content and form where told apart (000-F4).

    The time stands there too when it has no column and the words do not tell it.
    """
    said = [task.text]
    if task.content_text:
        said.append(labels["tasks_content"].format(text=task.content_text))
    if task.form_text:
        said.append(labels["tasks_form"].format(text=task.form_text))
    if not timed and task.time_text.casefold() not in " ".join(said).casefold():
        said.append(labels["tasks_when"].format(text=task.time_text))
    return "\n".join(said)


def _task_done(
    task: Task, facts: Facts, labels: Labels, *, quiet: bool
) -> tuple[str, str]:
    """Return result and progress; who keeps quiet says nothing of having none."""
    state = facts.task_states.get(task.id)
    figures = facts.task_figures.get(task.id, ())
    moved = any(_told(one) for one in figures)
    counted = task_result(figures, labels) if moved or not quiet else ""
    written = state.result_text if state else ""
    return (
        "\n".join(text for text in (written, counted) if text),
        labels[f"progress_{state.progress}"] if state else "",
    )


def _proof(proof: Proof, labels: Labels) -> str:
    """Return what shows the results: files, and of how many entries."""
    if not proof.files:
        return ""
    return labels["tasks_proof"].format(
        files=format_integer(proof.files), entries=format_integer(proof.entries)
    )


def _planned(task: Task, facts: Facts, labels: Labels) -> Iterator[str]:
    """Yield how much the year's plan asks of a task."""
    for one in facts.quantities:
        if one.task == task.id and one.figure in facts.figures:
            yield labels["tasks_planned"].format(
                year=one.year,
                value=format_decimal(one.value),
                unit=facts.figures[one.figure].unit,
            )


def task_result(figures: Iterable[TaskFigure], labels: Labels) -> str:
    """Return a task's figures in words, the cumulative one in brackets."""
    said = [
        labels["tasks_figure"].format(
            label=one.figure.label,
            period=format_decimal(one.period),
            cumulative=format_decimal(one.cumulative),
            unit=one.figure.unit,
        )
        for one in figures
        if _told(one)
    ]
    return f"{'; '.join(said)}." if said else labels["tasks_nothing"]


def _told(figure: TaskFigure) -> bool:
    return bool(figure.period or figure.cumulative)


def _ordinal(heading: str, weight: int) -> Column:
    return Column(
        key="ordinal", heading=(heading,), type=ColumnType.ORDINAL, weight=weight
    )


def spending(facts: Facts, labels: Labels) -> Table:
    """Return the table of money by source, in đồng."""
    lines = facts.spending
    planned = sum(one.planned for one in lines)
    spent = sum(one.spent for one in lines)
    total = Row(
        key="total",
        values=("", labels["spending_total"], planned, spent, percent(spent, planned)),
        kind=RowKind.TOTAL,
    )
    return Table(
        code="spending",
        title=labels["spending_title"],
        sheet=labels["spending_sheet"],
        unit=labels["unit_line"].format(unit=labels["spending_unit"]),
        columns=(
            _ordinal(labels["ordinal"], 6),
            Column(key="source", heading=(labels["spending_source"],), weight=40),
            *(
                Column(
                    key=key,
                    heading=(labels[f"spending_{key}"],),
                    type=kind,
                    weight=weight,
                )
                for key, kind, weight in (
                    ("planned", ColumnType.MONEY, 20),
                    ("spent", ColumnType.MONEY, 20),
                    ("share", ColumnType.PERCENT, 14),
                )
            ),
        ),
        rows=(
            *(
                Row(
                    key=one.code,
                    values=(
                        number,
                        one.source,
                        one.planned,
                        one.spent,
                        percent(one.spent, one.planned),
                    ),
                )
                for number, one in enumerate(lines, start=1)
            ),
            total,
        ),
    )


_MOST_MONTHS = 18
"""Columns of a chart of months beyond which years are told instead."""


def months(facts: Facts, labels: Labels) -> Chart:
    """Return the activities of the period by month, months without any included."""
    return month_chart(facts.period, facts.by_month, labels)


def month_chart(
    period: Period, by_month: Mapping[str, Decimal], labels: Labels
) -> Chart:
    """Return numbers by month (`2024-07`) over a period as columns.

    A span of several years has too many months for their names: it is told by year.
    """
    every = _months_of(period)
    by_year = len(every) > _MOST_MONTHS
    return Chart(
        code="months",
        title=labels["chart_years" if by_year else "chart_months"],
        kind=ChartKind.COLUMNS,
        unit=labels["chart_months_unit"],
        bars=tuple(
            Bar(label=str(year), value=_of_year(by_month, year))
            for year in dict.fromkeys(year for year, _ in every)
        )
        if by_year
        else tuple(
            Bar(
                label=labels["month_short"].format(month=month),
                value=by_month.get(f"{year:04}-{month:02}", Decimal(0)),
            )
            for year, month in every
        ),
    )


def _months_of(period: Period) -> list[tuple[int, int]]:
    first, last = period.first_day, period.last_day
    return [
        (year, month)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if (first.year, first.month) <= (year, month) <= (last.year, last.month)
    ]


def _of_year(by_month: Mapping[str, Decimal], year: int) -> Decimal:
    return sum(
        (value for month, value in by_month.items() if month.startswith(f"{year:04}-")),
        Decimal(0),
    )
