"""Tables repeat their headings, split no row, and bear codes and notes."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.files.pdf.tables import grid_of
from desktop.records.report import Report, Row, RowKind, Table
from tests.files.report_builder import (
    a_report,
    a_targets_table,
    a_wide_table,
    an_annex,
)
from tests.files.traced_report import a_traced_report
from tests.files.word.reading import W, opened, value


def only(table: Table, **changes: Any) -> Report:
    return a_report(blocks=(replace(table, **changes),), annexes=(), data=())


def table_of(made: Any, place: int = 1) -> Any:
    """Return a table of the body; the first is the letterhead."""
    return made.element.body.findall(f"{W}tbl")[place]


def rows(table: Any) -> list[Any]:
    return list(table.findall(f"{W}tr"))


def words(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def test_every_heading_row_is_repeated_and_no_row_splits() -> None:
    found = rows(table_of(opened(only(a_targets_table()))))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found]
    assert heads == [True] * 3 + [False] * 7
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found)


def test_headings_are_joined_across_and_down() -> None:
    found = rows(table_of(opened(only(a_wide_table()))))
    top = [
        (words(cell), value(cell, "tcPr/gridSpan"), value(cell, "tcPr/vMerge"))
        for cell in found[0].findall(f"{W}tc")
    ]
    assert top[1] == ("Đơn vị", None, "restart")
    assert top[2] == ("Phổ biến trực tiếp", "2", None)
    assert top[4] == ("Tài liệu phát hành miễn phí (bản)", "4", None)
    below = [value(c, "tcPr/vMerge") for c in found[1].findall(f"{W}tc")]
    assert below[:2] == ["continue", "continue"]


def test_every_row_fills_the_grid() -> None:
    for table in (a_targets_table(), a_wide_table()):
        drawn = table_of(opened(only(table)))
        columns = len(drawn.findall(f"{W}tblGrid/{W}gridCol"))
        assert columns == len(table.columns)
        for row in rows(drawn):
            spans = [
                int(value(cell, "tcPr/gridSpan") or 1) for cell in row.findall(f"{W}tc")
            ]
            assert sum(spans) == columns


def test_a_table_is_never_wider_than_its_page() -> None:
    made = opened(a_report(annexes=(an_annex(),)))
    section = made.sections[1]
    room = section.page_width - section.left_margin - section.right_margin
    for table in made.element.body.findall(f"{W}tbl"):
        wide = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) / 20
        assert wide <= room / 12_700 + 1


def kept_rows(table: Table, **changes: Any) -> list[bool]:
    """Tell of each row below the heading whether it stays with what follows."""
    depth = len(rows(table_of(opened(only(table, rows=())))))
    found = rows(table_of(opened(only(table, **changes))))[depth:]
    return [row.find(f".//{W}keepNext") is not None for row in found]


def test_a_group_stays_with_what_follows_and_a_row_with_its_total() -> None:
    group, data, *_, total = a_targets_table().rows
    long = (data, data, data, data, group, data, data, data, data, data, data, total)
    kept = kept_rows(a_targets_table(), rows=long, notes=())
    assert kept == [True, *[False] * 3, True, *[False] * 5, True, False]


def test_a_short_table_stays_whole_and_its_last_row_with_the_notes() -> None:
    table = a_targets_table()
    assert kept_rows(table) == [True] * 7
    assert kept_rows(table, notes=()) == [*[True] * 6, False]


def test_rows_of_a_heading_are_as_high_as_cells_joined_down_need() -> None:
    long = "Số lượt người tham dự các buổi tuyên truyền, phổ biến trong kỳ"
    first, *others = a_targets_table().columns
    columns = (first, replace(others[0], heading=(long * 4,)), *others[1:])
    found = rows(table_of(opened(only(a_targets_table(), columns=columns))))[:2]
    highs = [row.find(f"{W}trPr/{W}trHeight") for row in found]
    assert [one.get(f"{W}hRule") for one in highs] == ["atLeast"] * 2
    plain = rows(table_of(opened(only(a_targets_table()))))[:2]
    usual = [row.find(f"{W}trPr/{W}trHeight").get(f"{W}val") for row in plain]
    assert sum(int(one.get(f"{W}val")) for one in highs) > sum(map(int, usual))


def test_columns_are_shared_out_as_on_paper_with_a_little_more_room() -> None:
    table = a_wide_table()
    drawn = table_of(opened(only(table)))
    grid = [int(one.get(f"{W}w")) / 20 for one in drawn.iter(f"{W}gridCol")]
    room = sum(grid)
    printed = grid_of(table, room * 0.985).widths
    assert grid == pytest.approx([one / 0.985 for one in printed], abs=0.1)


def test_groups_and_totals_are_bold() -> None:
    found = rows(table_of(opened(only(a_targets_table()))))[3:]
    bold = [row.find(f".//{W}r/{W}rPr/{W}b") is not None for row in found]
    assert bold == [row.kind is not RowKind.DATA for row in a_targets_table().rows]


def test_codes_stand_small_behind_their_figures() -> None:
    made = opened(a_traced_report())
    cells = [words(cell) for cell in table_of(made).iter(f"{W}tc")]
    assert "4 A1" in cells
    assert "12 A7" in cells
    sizes = {
        words(run): int(value(run, "rPr/sz") or 0)
        for run in table_of(made).iter(f"{W}r")
    }
    assert sizes[" A1"] < sizes["4"]


def test_a_table_without_rows_is_its_heading() -> None:
    assert len(rows(table_of(opened(only(a_targets_table(), rows=()))))) == 3


def test_a_thousand_rows_take_no_minutes() -> None:
    row = Row(values=("1", "Chỉ tiêu", "Người", 1, 2, None, "Đạt"))
    made = opened(only(a_targets_table(), rows=(row,) * 1000))
    assert len(rows(table_of(made))) == 1003


def test_two_tables_that_follow_do_not_become_one() -> None:
    bare = a_targets_table(notes=())
    made = opened(a_report(blocks=(bare, bare), annexes=(), data=()))
    tables = made.element.body.findall(f"{W}tbl")
    assert len(tables) == 4
    assert all(t.getnext().tag == f"{W}p" for t in tables[:-1])
