"""Headings are found below titles, in one row or several."""

import pytest

from desktop.rules.entry_table.headings import find_headings, headings_at
from desktop.rules.entry_table.lexicon import Lexicon
from desktop.rules.grid import Cell, Grid
from tests.rules.entry_table.sheets import a_context, a_grid, register

LEXICON = Lexicon(register(), a_context().names, a_context().words)
ONE_ROW = ("STT", "Tên lớp", "Từ ngày", "Đến ngày", "Số lượt")
DATA = ("1", "Tập huấn", "5/8/2024", "6/8/2024", "40")


def over(text: str, block: int) -> Cell:
    return Cell(text=text, block=block)


def texts(grid: Grid) -> tuple[str, ...]:
    found = find_headings(grid, LEXICON)
    assert found is not None
    return found.texts


def test_one_row_of_headings_is_found_below_titles() -> None:
    title = over("DANH SÁCH CÁC LỚP TẬP HUẤN", 1)
    grid = a_grid((title,) * 5, ("", "", "", "", ""), ONE_ROW, DATA)
    found = find_headings(grid, LEXICON)
    assert found is not None
    assert (found.place, found.texts, found.known) == (2, ONE_ROW, 4)


def test_two_rows_are_read_together() -> None:
    days, count = over("Thời gian", 3), over("Đối tượng", 4)
    grid = a_grid(
        (over("STT", 1), over("Tên lớp", 2), days, days, count, count),
        (over("STT", 1), over("Tên lớp", 2), "Từ ngày", "Đến ngày", "Phụ nữ", "Khác"),
        (*DATA, "2"),
    )
    assert texts(grid) == (
        "STT",
        "Tên lớp",
        "Thời gian – Từ ngày",
        "Thời gian – Đến ngày",
        "Đối tượng – Phụ nữ",
        "Đối tượng – Khác",
    )


def test_upper_headings_that_are_not_merged_serve_where_the_lower_row_is_blank() -> (
    None
):
    grid = a_grid(
        ("STT", "Tên lớp", "Thời gian", "", "Số lượt"),
        ("", "", "Từ ngày", "Đến ngày", ""),
        DATA,
    )
    found = find_headings(grid, LEXICON)
    assert found is not None
    assert (found.place, found.texts) == (1, ONE_ROW)


def test_a_title_over_most_columns_is_no_heading() -> None:
    title = over("Tập huấn", 9)
    assert texts(a_grid((title,) * 5, ONE_ROW, DATA)) == ONE_ROW


@pytest.mark.parametrize(
    "rows",
    [
        [DATA, DATA],
        [("Kính gửi: cơ quan",), ("Tên lớp",)],
        [("Nội dung chi", "Cộng", "Quý I")],
    ],
)
def test_a_sheet_of_something_else_has_no_headings(rows: list[tuple[str, ...]]) -> None:
    assert find_headings(a_grid(*rows), LEXICON) is None


def test_the_row_somebody_points_at_is_taken_whatever_it_says() -> None:
    grid = a_grid(("A", "B"), ("C", "D"))
    assert headings_at(grid, 1, LEXICON).texts == ("C", "D")
