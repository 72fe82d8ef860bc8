"""A table is laid out with its headings joined, its widths shared, its rows marked."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.workbook.styles import TITLE
from desktop.files.workbook.table import (
    Place,
    clinging,
    heading_blocks,
    put_table,
)
from desktop.records.report import Column, Row, RowKind, Table
from tests.files.report_builder import a_data_table, a_targets_table, a_wide_table
from tests.files.workbook_reader import a_book, saved


def columns(*headings: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(heading=heading) for heading in headings)


def put(folder: Path, table: Table, **how: Any) -> Any:
    book = a_book(folder)
    place = Place(table=table, name=book.sheet_name("Một"), **how)
    put_table(book, place, lambda _rows: None)
    return saved(book, folder)["Một"]


def merged(sheet: Any) -> set[str]:
    return {str(area) for area in sheet.merged_cells.ranges}


def test_equal_neighbours_of_a_heading_are_joined() -> None:
    blocks = heading_blocks(
        columns(("TT", "TT"), ("A", "b"), ("A", "c"), ("D", "D")), 2
    )
    assert sorted(blocks) == [
        (0, 1, 1, 1, "TT"),
        (0, 2, 0, 3, "A"),
        (0, 4, 1, 4, "D"),
        (1, 2, 1, 2, "b"),
        (1, 3, 1, 3, "c"),
    ]


def test_equal_words_under_different_headings_stay_apart() -> None:
    blocks = heading_blocks(columns(("A", "x"), ("B", "x")), 2)
    assert (1, 1, 1, 1, "x") in blocks
    assert (1, 2, 1, 2, "x") in blocks


def test_a_column_of_fewer_levels_runs_to_the_bottom() -> None:
    assert (0, 1, 2, 1, "TT") in heading_blocks(columns(("TT",), ("A", "b", "c")), 3)


@given(st.lists(st.lists(st.sampled_from("ab"), min_size=1, max_size=3), min_size=1))
def test_blocks_cover_every_heading_cell_once(headings: list[list[str]]) -> None:
    depth = max(map(len, headings))
    cells = [
        (level, column)
        for top, left, bottom, right, _ in heading_blocks(
            columns(*map(tuple, headings)), depth
        )
        for level in range(top, bottom + 1)
        for column in range(left, right + 1)
    ]
    assert sorted(cells) == sorted(
        (level, column)
        for level in range(depth)
        for column in range(1, len(headings) + 1)
    )


def test_headings_of_three_levels_are_merged_on_the_sheet(tmp_path: Path) -> None:
    sheet = put(tmp_path, a_wide_table(2))
    assert {"A3:A5", "C3:D3", "C4:C5", "G3:J3", "G4:G5", "H4:J4"} <= merged(sheet)
    assert sheet["G3"].value == "Tài liệu phát hành miễn phí (bản)"
    assert sheet["H5"].value == "Tiếng Việt"
    assert [cell.value for cell in sheet[6]] == [f"({n})" for n in range(1, 15)]


def test_headings_stay_in_sight_and_come_back_on_every_page(tmp_path: Path) -> None:
    sheet = put(tmp_path, a_wide_table(2))
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$3:$6"


def test_a_group_runs_over_the_row_and_keeps_its_own_figures(tmp_path: Path) -> None:
    rows = (
        Row(values=("I", "Tập huấn", None, None), kind=RowKind.GROUP),
        Row(values=("II", "Sản phẩm", None, 12), kind=RowKind.GROUP),
        Row(values=(None, "Cộng", None, 12), kind=RowKind.TOTAL),
    )
    table = a_targets_table(
        columns=columns(("a",), ("b",), ("c",), ("d",)), rows=rows, notes=()
    )
    sheet = put(tmp_path, table)
    assert {"B3:D3", "B4:C4"} <= merged(sheet)
    assert sheet["D4"].value == 12
    assert sheet["D4"].font.bold
    assert not [area for area in merged(sheet) if "5" in area]


def test_unit_title_and_notes_stand_around_the_table(tmp_path: Path) -> None:
    table = a_targets_table(unit="Đơn vị tính: người")
    sheet = put(tmp_path, table, above=(("Phụ lục I", TITLE),))
    assert [sheet.cell(n, 1).value for n in (1, 2, 3)] == [
        "Phụ lục I",
        table.title,
        "Đơn vị tính: người",
    ]
    last = sheet.max_row
    assert [sheet.cell(n, 1).value for n in (last - 1, last)] == list(table.notes)


def test_an_empty_table_shows_one_blank_row(tmp_path: Path) -> None:
    sheet = put(tmp_path, a_data_table(0), filtered=True)
    assert sheet.max_row == 3
    assert [cell.value for cell in sheet[3]] == [None] * 7
    assert sheet["A3"].border.left.style == "thin"
    assert sheet.auto_filter.ref == "A2:G3"


def test_data_can_be_filtered_by_their_headings(tmp_path: Path) -> None:
    assert put(tmp_path, a_data_table(5), filtered=True).auto_filter.ref == "A2:G7"


def test_records_stand_where_they_fit_and_lie_where_they_do_not(tmp_path: Path) -> None:
    narrow = put(tmp_path, a_data_table(5), filtered=True)
    assert narrow.page_setup.orientation == "portrait"
    wide = put(tmp_path, a_wide_table(5), filtered=True)
    assert wide.page_setup.orientation == "landscape"


def test_tables_of_the_report_carry_no_filter(tmp_path: Path) -> None:
    assert put(tmp_path, a_data_table(5)).auto_filter.ref is None


def test_a_group_clings_to_the_row_below_and_a_row_to_its_total() -> None:
    kinds = (
        RowKind.GROUP,
        RowKind.GROUP,
        RowKind.DATA,
        RowKind.DATA,
        RowKind.DATA,
        RowKind.TOTAL,
        RowKind.GROUP,
    )
    rows = [Row(values=(n,), kind=kind) for n, kind in enumerate(kinds, 1)]
    runs = {
        place: [row.values[0] for row in run] for place, run in clinging(rows).items()
    }
    assert runs == {1: [1, 2, 3], 4: [4], 5: [5, 6], 7: [7]}


@pytest.mark.parametrize("lines", range(26, 44, 3))
def test_no_group_stands_alone_at_the_foot_of_a_page(
    tmp_path: Path, lines: int
) -> None:
    group = Row(values=("I", "Tập huấn"), kind=RowKind.GROUP)
    tall = Row(values=("1", "\n".join(["chữ"] * 20)))
    rows = (*[Row(values=("1", "chữ"))] * lines, group, tall, tall)
    table = a_targets_table(columns=columns(("a",), ("b",)), rows=rows, notes=())
    breaks = [each.id for each in put(tmp_path, table).row_breaks.brk]
    assert lines + 2 in breaks  # the title and the heading stand above
    assert lines + 3 not in breaks


def test_records_break_where_the_program_that_prints_them_likes(tmp_path: Path) -> None:
    sheet = put(tmp_path, a_data_table(200), filtered=True)
    assert not sheet.row_breaks.brk


def test_progress_is_told_every_row(tmp_path: Path) -> None:
    told: list[int] = []
    book = a_book(tmp_path)
    place = Place(table=a_data_table(1200), name="Một")
    put_table(book, place, told.append)
    book.close()
    assert told == [500, 500, 200]
