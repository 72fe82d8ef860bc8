"""The other tables: tasks, figures by agency, money, months."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.identity import AgencyId, Code, TaskId
from desktop.records.report import ColumnType, RowKind, Table
from desktop.records.result import TaskFigure
from desktop.records.task import TaskProgress, TaskState
from desktop.records.template import TableTemplate
from desktop.rules import report_tables
from desktop.rules.calendar import parse_period
from desktop.rules.facts import SpendingLine
from tests.builders import OWN, UNIT, task
from tests.rules.reported import facts, labels, template

FRONT = "mttq-huyen-dak-ha"
AGENCIES = [str(one.id) for one in facts().agencies]


def table_a() -> TableTemplate:
    return next(one for one in template().tables if one.code == "A")


def task_figure(code: str, period: int, cumulative: int) -> TaskFigure:
    figure = facts().figures[Code(code)]
    return TaskFigure(
        figure=figure, period=Decimal(period), cumulative=Decimal(cumulative)
    )


def row_of(table: Table, code: str) -> tuple[Any, ...]:
    return next(row.values for row in table.rows if row.values[0] == code)


def test_a_task_shows_what_was_written_and_what_was_counted() -> None:
    state = TaskState(
        id="s",
        task=TaskId(task("2.2")),
        year=2024,
        progress=TaskProgress.DONE,
        result_text="Đã mở lớp.",
    )
    table = report_tables.tasks(
        facts(
            task_states={state.task: state},
            task_figures={state.task: (task_figure("trainings", 2, 1234),)},
        ),
        labels(),
    )
    assert row_of(table, "2.2")[4:] == (
        "Đã mở lớp.\nHội nghị, lớp tập huấn, bồi dưỡng: 2 cuộc (lũy kế 1.234).",
        "Hoàn thành",
    )
    assert row_of(table, "2.1")[4:] == ("Trong kỳ chưa ghi nhận kết quả.", "")


def test_groups_are_headings_and_all_fourteen_tasks_are_there_in_order() -> None:
    rows = report_tables.tasks(facts(), labels()).rows
    groups = [row for row in rows if row.kind is RowKind.GROUP]
    assert [row.values[0] for row in groups] == ["1", "2", "3", "4", "5"]
    assert len(rows) == 19
    assert [row.values[0] for row in rows][:4] == ["1", "1.1", "1.2", "2"]
    assert all(row.values[2:] == ("",) * 4 for row in groups)


def test_figures_that_never_moved_are_not_told() -> None:
    figures = (task_figure("trainings", 0, 0), task_figure("training_people", 0, 7))
    said = report_tables.task_result(figures, labels())
    assert said == ("Học viên các lớp tập huấn, bồi dưỡng: 0 học viên (lũy kế 7).")
    assert report_tables.task_result((), labels()) == labels()["tasks_nothing"]


@pytest.mark.parametrize("progress", TaskProgress)
def test_every_progress_has_its_word(progress: TaskProgress) -> None:
    assert labels()[f"progress_{progress}"]


def parts_of(table: Table) -> tuple[Any, list[Any]]:
    """Split a table by agency into its total and the rows that make it up."""
    total, *others = table.rows
    assert total.kind is RowKind.TOTAL
    return total, [row for row in others if row.kind is RowKind.DATA]


@given(
    data=st.dictionaries(
        st.sampled_from(["direct_events", "direct_attendance", "copies", "postings"]),
        st.dictionaries(st.sampled_from(AGENCIES), st.integers(1, 999), max_size=9),
    ),
    own=st.sampled_from([OWN, UNIT, FRONT]),
)
def test_the_total_is_the_sum_of_ourselves_the_units_and_the_others(
    data: dict[str, dict[str, int]], own: str
) -> None:
    found = facts(
        preferences=replace(facts().preferences, agency=AgencyId(own)),
        totals={Code(c): Decimal(sum(each.values())) for c, each in data.items()},
        by_agency={
            Code(c): {AgencyId(a): Decimal(v) for a, v in each.items()}
            for c, each in data.items()
        },
    )
    table = report_tables.by_agency(table_a(), found, labels())
    total, rows = parts_of(table)
    for column in range(2, len(table.columns)):
        assert total.values[column] == sum(row.values[column] for row in rows)
    names = [row.values[1] for row in rows]
    assert len(names) == len(set(names))


def test_units_are_always_shown_and_others_only_with_figures() -> None:
    found = facts(by_agency={Code("postings"): {AgencyId(FRONT): Decimal(3)}})
    table = report_tables.by_agency(table_a(), found, labels())
    numbers = [row.values[0] for row in table.rows]
    assert numbers == [
        "",
        "1",
        "2",
        *(f"2.{n}" for n in range(1, 12)),
        "3",
        "3.1",
    ]
    assert row_of(table, "3.1")[-1] == 3
    assert row_of(table, "1")[1].startswith("Kết quả tại Phòng Văn hóa")


def test_columns_are_numbered_and_typed_as_what_they_count() -> None:
    hours = next(one for one in template().tables if one.code == "C")
    table = report_tables.by_agency(hours, facts(), labels())
    assert [one.number for one in table.columns][:4] == ["", "", "(1)", "(2)"]
    types = {one.heading[-1]: one.type for one in table.columns}
    assert types["Số chương trình (Chương trình)"] is ColumnType.INTEGER
    assert table.columns[-1].type is ColumnType.DECIMAL
    assert {len(row.values) for row in table.rows} == {len(table.columns)}


def test_money_is_added_up_and_shared_out() -> None:
    lines = (
        SpendingLine(source="Chi thường xuyên", planned=3000, spent=1000),
        SpendingLine(source="Lồng ghép", planned=0, spent=500),
    )
    table = report_tables.spending(facts(spending=lines), labels())
    assert [row.values for row in table.rows] == [
        (1, "Chi thường xuyên", 3000, 1000, Decimal("33.3")),
        (2, "Lồng ghép", 0, 500, None),
        ("", "Tổng cộng", 3000, 1500, Decimal("50.0")),
    ]
    assert table.rows[-1].kind is RowKind.TOTAL
    assert table.unit == "Đơn vị tính: đồng"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", [f"T{n}" for n in range(1, 13)]),
        ("2024-Q2", ["T4", "T5", "T6"]),
        ("2024-M07", ["T7"]),
        ("15/11/2024-14/02/2025", ["T11", "T12", "T1", "T2"]),
    ],
)
def test_every_month_of_the_period_has_a_column(
    period: str, expected: list[str]
) -> None:
    found = facts(period=parse_period(period))
    chart = report_tables.months(found, labels())
    assert [one.label for one in chart.bars] == expected


def test_a_month_without_activities_stands_at_zero() -> None:
    by_month = {"2024-02": Decimal(3), "2023-01": Decimal(9)}
    chart = report_tables.months(facts(by_month=by_month), labels())
    assert [one.value for one in chart.bars] == [0, 3, *(0,) * 10]
