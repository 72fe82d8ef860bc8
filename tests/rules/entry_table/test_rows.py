"""Rows of entries are told from totals, repeated headings and titles."""

import pytest

from desktop.rules.entry_table.headings import Headings
from desktop.rules.entry_table.rows import RowKind, sheet_rows, sheet_year
from desktop.rules.grid import Cell, Grid
from tests.rules.entry_table.sheets import a_context, a_grid

HEADS = ("STT", "Tên lớp", "Từ ngày", "Số lượt", "Khác")
ENTRY = ("1", "Lớp một", "5/8/2024", "40", "")


def kinds(*rows: tuple[str | Cell, ...], ids: int = -1) -> list[tuple[int, RowKind]]:
    grid = a_grid(HEADS, *rows)
    headings = Headings(place=0, texts=HEADS)
    words = a_context().words
    found = sheet_rows(grid, headings, (1, 2, 3), words, aside=(0,), ids=ids)
    return [(one.row.number, one.kind) for one in found]


def kind(*row: str | Cell) -> RowKind:
    return kinds(row)[0][1]


def test_a_row_of_an_entry_is_one() -> None:
    assert kind(*ENTRY) is RowKind.ENTRY
    assert kind("", "", "", "40", "") is RowKind.ENTRY


@pytest.mark.parametrize(
    "row", [("", "", "", "", ""), (" ", "\n", "", "", ""), ("7", "", "", "", ""), ()]
)
def test_rows_that_hold_nothing_are_not_seen(row: tuple[str, ...]) -> None:
    assert kinds(row) == []


@pytest.mark.parametrize(
    "text",
    ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "tong cong", "Tổng cộng: 12 lớp", "Tổng số"],
)
def test_totals_are_no_entries(text: str) -> None:
    assert kind("", text, "", "120", "") is RowKind.TOTAL
    assert kind(text, "", "", "120", "") is RowKind.TOTAL, "in the column of numbers"


@pytest.mark.parametrize(
    "text", ["Tổng kết Đề án", "Cộng đồng chung tay", "Tổng duyệt"]
)
def test_titles_that_begin_alike_are_entries(text: str) -> None:
    assert kind("1", text, "5/8/2024", "40", "") is RowKind.ENTRY


def test_headings_on_later_pages_are_no_entries() -> None:
    assert kinds(ENTRY, HEADS, ENTRY)[1] == (3, RowKind.HEADING)


def test_numbers_of_columns_below_the_headings_are_passed_over() -> None:
    assert kinds(("(1)", "(2)", "(3)", "(4)", "(5)"), ENTRY) == [(3, RowKind.ENTRY)]
    assert kinds(("1", "2", "3", "4", "5"), ENTRY) == [(3, RowKind.ENTRY)]


def test_a_title_over_the_columns_is_no_entry() -> None:
    title = Cell(text="I. Cấp huyện", block=3)
    assert kind(title, title, title, title, title) is RowKind.TITLE


def test_a_row_with_nothing_in_the_columns_that_count_is_told() -> None:
    assert kind("", "", "", "", "Người lập biểu") is RowKind.OUTSIDE


def test_a_row_with_an_id_is_an_entry_whatever_it_is_called() -> None:
    row = ("", "Tổng cộng", "", "1", "a1b2")
    assert kinds(row, ids=4) == [(2, RowKind.ENTRY)]


def test_a_cell_with_a_fault_holds_something() -> None:
    assert kinds(("", "", "", Cell(fault="formula"), "")) == [(2, RowKind.ENTRY)]


@pytest.mark.parametrize(
    ("grid", "year"),
    [
        (a_grid(("BÁO CÁO NĂM 2023",), HEADS), 2023),
        (a_grid(("Giai đoạn 2023-2028",), HEADS), None),
        (a_grid(("Danh sách",), HEADS), None),
        (a_grid(("Danh sách",), HEADS, name="Năm 2025"), 2025),
    ],
)
def test_the_only_year_above_the_headings_is_the_sheets(
    grid: Grid, year: int | None
) -> None:
    assert sheet_year(grid, Headings(place=1, texts=HEADS)) == year
