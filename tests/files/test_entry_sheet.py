"""The sheet of a register is a workbook with lists, a guide and nothing to run."""

import datetime as dt
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from desktop.errors import Cancelled, FileError
from desktop.files.entry_sheet import BLANK_ROWS, HEADING_ROW, write_sheet
from desktop.progress import Step
from desktop.rules.entry_table.template import EntrySheet, SheetColumn

SHEET = EntrySheet(
    name="Tập huấn: lớp/khóa",
    title="Tập huấn",
    columns=(
        SheetColumn(heading="Tên", meaning="Ghi tên.", wide=True),
        SheetColumn(heading="Ngày", meaning="Ghi ngày."),
        SheetColumn(heading="Số", meaning="Ghi số.", number=True),
        SheetColumn(heading="Hình thức", meaning="Chọn.", list="form", example="A, b"),
        SheetColumn(heading="Mã mục", meaning="Không sửa.", hidden=True),
    ),
    lists={"form": ("A, b", "C"), "none": ()},
    list_names={"form": "Hình thức", "none": "Trống"},
    rows=(("=1+1", dt.date(2024, 8, 5), 12, "C", "one"), (None, None, None, None, "x")),
)


def book(path: Path, sheet: EntrySheet = SHEET) -> Any:
    write_sheet(sheet, path)
    return load_workbook(path)


def test_headings_stand_right_above_the_entries(tmp_path: Path) -> None:
    sheet = book(tmp_path / "a.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[HEADING_ROW - 1] == tuple(one.heading for one in SHEET.columns)
    assert rows[HEADING_ROW - 2] == tuple(one.meaning for one in SHEET.columns)
    assert rows[HEADING_ROW][1:] == (dt.datetime(2024, 8, 5), 12, "C", "one")  # noqa: DTZ001
    assert sheet.max_row == HEADING_ROW + len(SHEET.rows) + BLANK_ROWS
    assert sheet.freeze_panes == f"A{HEADING_ROW + 1}"


def test_a_text_is_never_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    cell = book(path).worksheets[0].cell(HEADING_ROW + 1, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert cell.quotePrefix
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert not any(b"<f>" in part for part in parts)


def test_days_still_to_be_typed_are_typed_as_text(tmp_path: Path) -> None:
    sheet = book(tmp_path / "a.xlsx").worksheets[0]
    blank = sheet.cell(HEADING_ROW + 3, 2)
    assert blank.number_format == "@", "no machine exchanges day and month"
    assert sheet.cell(HEADING_ROW + 1, 2).number_format == "dd/mm/yyyy"
    assert sheet.cell(HEADING_ROW + 3, 3).number_format == "General"


def test_lists_are_offered_from_their_own_sheet(tmp_path: Path) -> None:
    made = book(tmp_path / "a.xlsx")
    rules = {
        str(one.sqref).partition(":")[0]: one
        for one in made.worksheets[0].data_validations.dataValidation
    }
    form = rules[f"D{HEADING_ROW + 1}"]
    assert (form.type, form.formula1) == ("list", "'Danh mục'!$A$2:$A$3")
    lists = made["Danh mục"]
    assert [lists["A1"].value, lists["A2"].value, lists["A3"].value] == [
        "Hình thức",
        "A, b",
        "C",
    ]
    assert rules[f"A{HEADING_ROW + 1}"].prompt == "Ghi tên."


def test_the_column_of_ids_is_hidden(tmp_path: Path) -> None:
    columns = book(tmp_path / "a.xlsx").worksheets[0].column_dimensions
    assert columns["E"].hidden
    assert not columns["A"].hidden


def test_the_guide_tells_every_column_one_sees(tmp_path: Path) -> None:
    guide = book(tmp_path / "a.xlsx")["Hướng dẫn"]
    told = [row[0] for row in guide.iter_rows(values_only=True)]
    assert [one.heading for one in SHEET.columns if not one.hidden] == told[-4:]


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_sheet(SHEET, one)
    write_sheet(SHEET, other)
    assert one.read_bytes() == other.read_bytes()


def test_a_stop_leaves_no_file(tmp_path: Path) -> None:
    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_sheet(SHEET, tmp_path / "a.xlsx", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as error:
        write_sheet(SHEET, tmp_path / "no" / "a.xlsx")
    assert error.value.reason == "no_folder"
