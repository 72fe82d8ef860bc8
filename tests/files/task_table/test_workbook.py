"""Sheets are read as what one sees in them; nothing is lost without a word."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.errors import FileError
from desktop.files.task_table.workbook import read_workbook
from desktop.rules.grid import Grid
from tests.files.task_table.workbooks import TASKS, a_workbook, replaced


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid.rows]


def amended(path: Path, change: Any) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_merged_cells_say_the_same_in_all_of_their_area(tmp_path: Path) -> None:
    rows = [TASKS, ["I", "Cơ chế"], ["1.1", "Quy chế", "A"], ["1.2", "Hội nghị"]]
    path = a_workbook(tmp_path / "a.xlsx", rows, "B2:E2", "C3:C4")
    (grid,) = read_workbook(path).grids
    assert texts(grid)[1] == ["I", *["Cơ chế"] * 4]
    assert [row.cell(2).text for row in grid.rows[2:]] == ["A", "A"]
    assert grid.rows[1].cell(1).block == grid.rows[1].cell(4).block > 0
    assert grid.rows[2].cell(2).block == grid.rows[3].cell(2).block
    assert grid.rows[1].cell(1).block != grid.rows[2].cell(2).block
    assert grid.rows[0].cell(0).bold
    assert not grid.rows[2].cell(0).bold


def test_numbers_show_as_their_format_has_them(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [[1, 1.1, 1.1, dt.date(2018, 5, 1), "1.10"]])

    def change(book: Any) -> None:
        book.active["C1"].number_format = "0.00"

    (grid,) = read_workbook(amended(path, change)).grids
    assert texts(grid) == [["1", "1.1", "1.10", "01/05/2018", "1.10"]]


def test_line_breaks_and_odd_letters_survive(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["Sở A;\nSở B", "Đ\u0103k Ha\u0300"]])
    (grid,) = read_workbook(path).grids
    assert texts(grid) == [["Sở A;\nSở B", "Đăk Hà"]]


def test_a_formula_gives_its_value_or_is_a_fault(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["=1+1", "=2+2"]])
    part = "xl/worksheets/sheet1.xml"
    replaced(path, part, b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    (grid,) = read_workbook(path).grids
    one, two = grid.rows[0].cells
    assert (one.text, one.fault) == ("2", "")
    assert (two.text, two.fault) == ("", "formula")


def test_an_error_of_the_sheet_is_no_text(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["#REF!", "x"]])
    (grid,) = read_workbook(path).grids
    assert (grid.rows[0].cell(0).text, grid.rows[0].cell(0).fault) == (
        "",
        "error_value",
    )


def test_hidden_rows_are_read_and_told_and_hidden_sheets_only_told(
    tmp_path: Path,
) -> None:
    def change(book: Any) -> None:
        book.active.row_dimensions[2].hidden = True
        book.create_sheet("Nháp").sheet_state = "hidden"
        book.create_sheet("Rất kín").sheet_state = "veryHidden"
        book.create_sheet("Khác")["A1"] = "x"

    path = amended(a_workbook(tmp_path / "a.xlsx", [TASKS, ["1"], ["2"]]), change)
    source = read_workbook(path)
    assert [grid.name for grid in source.grids] == ["Phụ lục", "Khác"]
    assert source.hidden_sheets == ("Nháp", "Rất kín")
    assert [row.hidden for row in source.grids[0].rows] == [False, True, False]


def test_blank_rows_between_keep_their_numbers(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS, [], ["1", "Việc"], [None, " "]])
    (grid,) = read_workbook(path).grids
    assert [row.number for row in grid.rows] == [1, 2, 3]
    assert grid.rows[1].blank


def test_a_merged_area_is_cut_where_nothing_is_read(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS, ["I", "Nhóm"]])
    part = "xl/worksheets/sheet1.xml"
    merged = b'</sheetData><mergeCells><mergeCell ref="B2:XFD9"/></mergeCells>'
    replaced(path, part, b"</sheetData>", merged)
    (grid,) = read_workbook(path).grids
    assert [row.cell(4).text for row in grid.rows] == [TASKS[4], "Nhóm"]


def test_what_the_library_cannot_read_is_a_fault(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS])
    replaced(path, "xl/styles.xml", b"<cellXfs", b"<cellXf5")
    with pytest.raises(FileError) as caught:
        read_workbook(path)
    assert caught.value.reason == "unreadable"
