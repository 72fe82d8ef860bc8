"""One sheet leads to every sheet of records."""

from pathlib import Path

from desktop.files.workbook import text
from desktop.files.workbook.sheet import INDENT, POINTS_PER_CHARACTER
from desktop.files.workbook.styles import TABLE_SIZE
from tests.files.traced_report import a_traced_report
from tests.files.workbook_reader import written


def test_every_sheet_of_records_is_listed_and_one_click_away(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    sheet = book["Dữ liệu"]
    listed = list(sheet.iter_rows(min_row=4, max_col=3, values_only=True))
    assert listed == [(1, "Dữ liệu hoạt động", 12), (2, "Đối tượng", 6)]
    for row in sheet.iter_rows(min_row=4):
        name = row[1].value
        assert row[1].hyperlink.location == f"'{name}'!A1"
        headings = [cell.value for cell in book[name][2]]
        assert row[3].value == "; ".join(headings)


def test_the_longest_name_of_a_sheet_fits_its_column(tmp_path: Path) -> None:
    sheet = written(tmp_path, a_traced_report())["Dữ liệu"]
    longest = "Cung cấp thông tin cho báo chí X"
    assert len(longest) == 32  # one letter more than a sheet's name may have
    room = sheet.column_dimensions["B"].width * POINTS_PER_CHARACTER
    assert room >= text.width(longest, TABLE_SIZE) + INDENT


def test_it_stands_before_the_records_and_is_found_by_name(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    assert book.sheetnames.index("Dữ liệu") < book.sheetnames.index("Đối tượng")
    ((sheet, _area),) = book.defined_names["table_data"].destinations
    assert sheet == "Dữ liệu"


def test_without_records_there_is_no_list(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report(data=(), traces=()))
    assert "Dữ liệu" not in book.sheetnames
