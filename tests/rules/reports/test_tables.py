"""The other tables: tasks, figures by agency, money, months."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.files import plans
from desktop.records.identity import Code, TaskId
from desktop.records.report import RowKind, Table
from desktop.records.result import TaskFigure
from desktop.records.task import Quantity, TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from desktop.rules.reports import tables as report_tables
from desktop.rules.reports.facts import Proof, SpendingLine
from tests.builders import task
from tests.rules.reported import facts, labels

FRONT = "mttq-huyen-dak-ha"
AGENCIES = [str(one.id) for one in facts().agencies]


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
    assert row_of(table, "2.2")[4:6] == (
        "Đã mở lớp.\nHội nghị, lớp tập huấn, bồi dưỡng: 2 cuộc (lũy kế 1.234).",
        "Hoàn thành",
    )
    assert row_of(table, "2.1")[4:6] == ("Trong kỳ chưa ghi nhận kết quả.", "")


def test_groups_are_headings_and_all_fourteen_tasks_are_there_in_order() -> None:
    rows = report_tables.tasks(facts(), labels()).rows
    groups = [row for row in rows if row.kind is RowKind.GROUP]
    assert [row.values[0] for row in groups] == ["1", "2", "3", "4", "5"]
    assert len(rows) == 19
    assert [row.values[0] for row in rows][:4] == ["1", "1.1", "1.2", "2"]
    assert all(row.values[2:] == ("",) * 6 for row in groups)


def tasks_of(plan: str, **changes: Any) -> Table:
    """Return the table of the tasks of a plan that ships."""
    return report_tables.tasks(
        facts(tasks=plans.load_plan(plan).tasks, **changes), labels()
    )


def test_tasks_under_no_group_print_their_leads_partners_time_and_result() -> None:
    """002-F3: the thirteen tasks of the annex, as it prints them."""
    table = tasks_of("khanh-hoa-2023-2028")
    assert [one.heading[0] for one in table.columns] == [
        *("STT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp thực hiện"),
        *("Thời gian thực hiện", "Kết quả thực hiện", "Tiến độ"),
        *("Minh chứng", "Ghi chú"),
    ]
    assert {row.kind for row in table.rows} == {RowKind.DATA}
    assert [row.values[0] for row in table.rows] == [f"{n}." for n in range(1, 14)]
    assert all(all(row.values[1:6]) for row in table.rows)
    assert row_of(table, "5.")[4:6] == (
        "Thường xuyên trong năm",
        "Trong kỳ chưa ghi nhận kết quả.",
    )


def test_content_and_form_stand_under_the_words_of_a_task() -> None:
    """000-F4, 000-F5: four labelled parts, and numbers as the plan prints them."""
    table = tasks_of("binh-phuoc-2023-2028")
    assert [row.values[0] for row in table.rows] == [
        *("1.", "2.", "3.", "4.", "a)", "b)", "c)", "d)"),
        *("5.", "5.1", "5.2", "5.3", "6."),
    ]
    groups = [row.values[0] for row in table.rows if row.kind is RowKind.GROUP]
    assert groups == ["4.", "5."]
    text, content, form = str(row_of(table, "2.")[1]).split("\n")
    assert text.startswith("Tổ chức cung cấp thông tin cho báo chí")
    assert content.startswith("Nội dung: Cung cấp các thông tin về việc triển khai")
    assert form.startswith("Hình thức: Cung cấp thông tin tại hội nghị giao ban")
    # the one task with a time tells it in its own words: no column for it
    assert len(table.columns) == 8
    assert "khi có chỉ đạo của Bộ" in row_of(table, "6.")[1]


def test_a_time_without_a_column_stands_under_the_words_that_do_not_tell_it() -> None:
    some = plans.load_plan("dak-ha-2023-2028").tasks
    timed = [replace(one, time_text="Quý III" * (one.code == "3.4")) for one in some]
    table = report_tables.tasks(facts(tasks=timed), labels())
    assert len(table.columns) == 8
    told = [
        row.values[0] for row in table.rows if "\nThời gian: " in str(row.values[1])
    ]
    assert told == ["3.4"]
    assert row_of(table, "3.4")[1].endswith("\nThời gian: Quý III")


def test_a_column_of_long_texts_is_given_more_room() -> None:
    weights = {
        plan: [one.weight for one in tasks_of(plan).columns]
        for plan in ("dak-ha-2023-2028", "dak-lak-press-2024")
    }
    assert weights["dak-ha-2023-2028"] == [5, 34, 18, 18, 38, 10, 14, 14]
    # who attends a conference of the second plan takes 661 letters
    assert weights["dak-lak-press-2024"][3] == 55


def test_a_task_that_waits_for_a_call_says_that_none_came() -> None:
    """000-N6: nothing was done, and nothing had to be."""
    waiting = TaskId("binh-phuoc-2023-2028/6")
    state = TaskState(id="s", task=waiting, year=2024, progress=TaskProgress.NOT_CALLED)
    table = tasks_of("binh-phuoc-2023-2028", task_states={waiting: state})
    assert row_of(table, "6.")[4:6] == (
        "Trong kỳ chưa ghi nhận kết quả.",
        "Chưa phát sinh",
    )


def test_a_group_shows_what_was_counted_for_it_and_is_quiet_otherwise() -> None:
    group = TaskId("cao-bang-2018-2020/1")
    assert row_of(tasks_of("cao-bang-2018-2020"), "I")[2:] == ("",) * 7
    figures = {group: (task_figure("trainings", 2, 3),)}
    table = tasks_of("cao-bang-2018-2020", task_figures=figures)
    row = next(row for row in table.rows if row.values[0] == "I")
    assert row.kind is RowKind.GROUP
    assert row.values[2:7] == (
        *("", "", ""),
        "Hội nghị, lớp tập huấn, bồi dưỡng: 2 cuộc (lũy kế 3).",
        "",
    )


def test_groups_in_groups_are_headings_each_before_what_is_under_it() -> None:
    """004-F3: parts II and IV, their numbered points, and what stands under them."""
    table = tasks_of("dak-lak-press-2024")
    groups = [row.values[0] for row in table.rows if row.kind is RowKind.GROUP]
    assert groups == ["II.", "2.", "IV.", "1.", "2.", "3.", "4.", "5."]
    assert [row.values[0] for row in table.rows][:5] == [
        *("II.", "1.", "2.", "II.2.1", "II.2.2")
    ]
    assert row_of(table, "1.")[1].split("\n")[1].startswith("Nội dung: Định kỳ")


def test_figures_that_never_moved_are_not_told() -> None:
    figures = (task_figure("trainings", 0, 0), task_figure("training_people", 0, 7))
    said = report_tables.task_result(figures, labels())
    assert said == ("Học viên các lớp tập huấn, bồi dưỡng: 0 học viên (lũy kế 7).")
    assert report_tables.task_result((), labels()) == labels()["tasks_nothing"]


@pytest.mark.parametrize("progress", TaskProgress)
def test_every_progress_has_its_word(progress: TaskProgress) -> None:
    assert labels()[f"progress_{progress}"]


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


def test_several_years_are_told_year_by_year() -> None:
    by_month = {"2023-05": Decimal(2), "2024-02": Decimal(3), "2024-12": Decimal(4)}
    found = facts(period=parse_period("01/01/2023-31/12/2024"), by_month=by_month)
    chart = report_tables.months(found, labels())
    assert [(one.label, one.value) for one in chart.bars] == [("2023", 2), ("2024", 7)]
    assert chart.title == labels()["chart_years"]


def test_a_month_without_activities_stands_at_zero() -> None:
    by_month = {"2024-02": Decimal(3), "2023-01": Decimal(9)}
    chart = report_tables.months(facts(by_month=by_month), labels())
    assert [one.value for one in chart.bars] == [0, 3, *(0,) * 10]


def test_a_task_shows_what_proves_it_and_what_the_year_s_plan_asks() -> None:
    asked = Quantity(
        id="q",
        task=TaskId(task("2.2")),
        figure=Code("trainings"),
        year=2024,
        value=Decimal(4),
    )
    found = facts(proofs={asked.task: Proof(files=12, entries=3)}, quantities=(asked,))
    table = report_tables.tasks(found, labels())
    assert row_of(table, "2.2")[6:] == (
        "12 tệp (3 mục)",
        "Kế hoạch năm 2024: 4 cuộc",
    )
    assert row_of(table, "1.1")[6:] == ("", "")


def test_what_units_told_of_no_task_has_a_line_of_its_own() -> None:
    told = (task_figure("trainings", 2, 1234),)
    for plan in ("binh-phuoc-2023-2028", "cao-bang-2018-2020"):
        table = tasks_of(plan, untasked=told)
        row = table.rows[-1]
        assert len(row.values) == len(table.columns)
        assert str(row.values[1]).startswith("Ngoài danh mục nhiệm vụ")
        result = [one.key for one in table.columns].index("result")
        assert row.values[result] == (
            "Hội nghị, lớp tập huấn, bồi dưỡng: 2 cuộc (lũy kế 1.234)."
        )
        assert {one.key for one in tasks_of(plan).rows}.isdisjoint({"untasked"})
