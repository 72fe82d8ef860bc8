"""The whole of a table: what is told of it, and the plan it would leave behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InputError
from desktop.records.task import Task
from desktop.rules.grid import Cell, Grid, GridRow, TableSource
from desktop.rules.task_table.fates import Choices, Fate, Preview
from desktop.rules.task_table.preview import merged, preview
from tests.rules.task_table.tables import HEADING, a_grid, a_task, an_against, shown

TASKS = (
    a_task("1", "Tuyên truyền"),
    a_task("1.1", "Phổ biến quyết định", "1"),
    a_task("1.2", "Theo dõi dư luận", "1"),
    a_task("2", "Đào tạo"),
    a_task("2.1", "Mở lớp", "2"),
)
PLAIN = ("1 | [Tuyên truyền]", "1.1 | Phổ biến quyết định | | |")


def outline(seen: Preview) -> list[tuple[str, str]]:
    against = an_against(*TASKS)
    ids = {one.id: one.code for one in merged(seen, against.tasks)}
    return [
        (one.code, ids.get(one.parent, "") if one.parent else "")
        for one in merged(seen, against.tasks)
    ]


def refusal(source: TableSource) -> str:
    with pytest.raises(InputError) as caught:
        preview(source, an_against())
    return caught.value.problems[0].code


def test_nothing_and_what_is_no_table_are_refused() -> None:
    assert refusal(TableSource(grids=())) == "table_empty"
    blank = Grid(rows=(GridRow(number=1, cells=(Cell(text=" "),)),))
    assert refusal(TableSource(grids=(blank,))) == "table_empty"
    assert refusal(TableSource(grids=(a_grid(),))) == "table_empty", "only a heading"
    letter = a_grid("Kính gửi", "Trân trọng", heading="")
    assert refusal(TableSource(grids=(letter,))) == "heading_missing"


def test_what_was_left_out_is_told() -> None:
    table = a_grid("1 | Việc | Sở TTTT", HEADING, heading="TT | Nội dung | Chủ trì")
    other = Grid(name="Ghi chú", rows=a_grid("x").rows[:1])
    source = TableSource(grids=(table, other), hidden_sheets=("Nháp",))
    told = {one.code: one.facts for one in preview(source, an_against()).notes}
    assert told["sheets_left"] == ("Ghi chú",)
    assert told["sheets_hidden"] == ("Nháp",)
    assert told["heading_repeated"] == ("3",)
    missing = [
        one.facts[0]
        for one in preview(source, an_against()).notes
        if one.code == "column_missing"
    ]
    assert missing == ["partners", "time"]


def test_tasks_the_table_does_not_hold_are_named_and_kept_in_their_places() -> None:
    seen = shown(*PLAIN, "1.3 | Việc mới | Sở TTTT | |", tasks=TASKS)
    assert [one.code for one in seen.absent] == ["1.2", "2", "2.1"]
    assert outline(seen) == [
        ("1", ""),
        ("1.1", "1"),
        ("1.2", "1"),
        ("1.3", "1"),
        ("2", ""),
        ("2.1", "2"),
    ]


def test_renumbered_tasks_keep_their_ids_and_move() -> None:
    seen = shown(
        "1 | [Tuyên truyền]",
        "1.1 | Theo dõi dư luận | | |",
        "1.2 | Phổ biến quyết định | | |",
        tasks=TASKS,
    )
    assert [row.fate for row in seen.rows] == [Fate.SAME, Fate.CHANGE, Fate.CHANGE]
    against = an_against(*TASKS)
    after = {one.code: one for one in merged(seen, against.tasks)}
    assert after["1.1"].id == TASKS[2].id
    assert after["1.1"].position < after["1.2"].position


def test_a_number_another_task_keeps_is_refused() -> None:
    left = Choices(left_out=frozenset({2}))
    rows = (
        "1 | [Tuyên truyền]",
        "1.1 | Theo dõi dư luận | | |",
        "1.2 | Phổ biến quyết định | | |",
    )
    seen = shown(*rows, tasks=TASKS, choices=left)
    assert [row.fate for row in seen.rows] == [
        Fate.SAME,
        Fate.LEFT_OUT,
        Fate.REFUSED,
    ]
    assert seen.rows[2].problems[-1].code == "number_taken"


def test_a_task_moves_to_where_the_table_has_it() -> None:
    seen = shown("2.1 | Mở lớp | | |", "1.1 | Phổ biến quyết định | | |", tasks=TASKS)
    assert seen.rows[1].changes == ("position",)


def test_under_a_group_that_is_not_stored_a_task_stands_at_the_top() -> None:
    rows = ("7 | [Nhóm mới]", "7.1 | Việc mới | Sở TTTT | |")
    seen = shown(*rows, tasks=TASKS, choices=Choices(left_out=frozenset({1})))
    assert outline(seen)[-1] == ("7.1", "")
    assert outline(shown(*rows, tasks=TASKS))[-1] == ("7.1", "7")


CELLS = st.sampled_from(
    ["", "1", "1.1", "I", "a)", "2", "l.1", "Sở TTTT", "Công an tỉnh; ai", "Năm 2018"]
) | st.text(alphabet="aAđ1.;,\n và", max_size=12)


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), min_size=1, max_size=9))
def test_any_table_adds_up_and_leaves_a_whole_plan(rows: list[list[str]]) -> None:
    made = [
        GridRow(number=n, cells=tuple(Cell(text=text) for text in row))
        for n, row in enumerate(rows, 2)
    ]
    grid = Grid(rows=(*a_grid().rows, *made))
    against = an_against(*TASKS)
    source = TableSource(grids=(grid,))
    if all(row.blank for row in made):
        assert refusal(source) == "table_empty"
        return
    seen = preview(source, against)
    assert sum(seen.counts.values()) == len(seen.rows)
    told = {n for row in seen.rows for n in row.line.rows}
    skipped = {row.number for row in made if row.blank}
    repeated = [one for one in seen.notes if one.code == "heading_repeated"]
    assert repeated or told | skipped == {row.number for row in made}
    _assert_whole(merged(seen, against.tasks))


def _assert_whole(after: tuple[Task, ...]) -> None:
    """Hold a plan to be one: every old task, no number twice, every group there."""
    ids = {one.id for one in after}
    assert {one.id for one in TASKS} <= ids
    assert len({one.code for one in after}) == len(after)
    assert [one.position for one in after] == list(range(1, len(after) + 1))
    assert {one.parent for one in after} - {None} <= ids
