"""Tasks are laid out in the columns of a layout; groups run across."""

from desktop.records.report import RowKind
from desktop.rules.task_table.writing import choose_layout, lay_out_tasks
from tests.rules.task_table.tables import WORDS, a_plan, a_task

TASKS = (
    a_task("1", "Cơ chế", number="I", position=1),
    a_task("1.1", "Quy chế", "1", position=2, lead_text="A", time_text="Năm 2018"),
    a_task("2", "Việc chưa giao ai", position=3),
)


def test_each_row_has_what_its_layout_has_a_column_for() -> None:
    table = lay_out_tasks(a_plan(), TASKS, WORDS.layouts[2])
    assert [(row.kind, row.values) for row in table.rows] == [
        (RowKind.GROUP, ("I", "Cơ chế", None, None, None)),
        (RowKind.DATA, ("1.1", "Quy chế", "A", None, "Năm 2018")),
        (RowKind.DATA, ("2", "Việc chưa giao ai", None, None, None)),
    ]
    assert table.landscape


def test_the_layout_without_times_stands_upright() -> None:
    table = lay_out_tasks(a_plan(), TASKS, WORDS.layouts[0])
    assert table.columns[0].heading == ("STT",)
    assert all(len(row.values) == 4 for row in table.rows)
    assert not table.landscape


def test_a_plan_with_times_gets_a_layout_with_times() -> None:
    assert choose_layout(WORDS.layouts, TASKS).code == "contents"
    assert choose_layout(WORDS.layouts, TASKS[:1]).code == "solutions"
