"""Cells of a sheet: found, put in where they belong, looking as they looked."""

import pytest
from lxml import etree

from desktop.files.forms.marks.sheet_cells import MAIN, SheetCells

SPACE = MAIN[1:-1]


def a_sheet(rows: str, before: str = "", after: str = "") -> SheetCells:
    text = f'<worksheet xmlns="{SPACE}">{before}<sheetData>{rows}</sheetData>{after}'
    return SheetCells(etree.fromstring(f"{text}</worksheet>"))


def placed(cells: SheetCells) -> list[str]:
    return [str(one.get("r")) for one in cells.sheet.iter(f"{MAIN}c")]


def test_a_cell_that_is_there_is_returned_itself() -> None:
    cells = a_sheet('<row r="4"><c r="D4" s="7"><v>12</v></c></row>')
    assert cells.cell("D4").get("s") == "7"
    assert placed(cells) == ["D4"]


def test_cells_and_rows_left_out_are_put_in_in_order() -> None:
    cells = a_sheet('<row r="4" spans="2:4"><c r="B4"/><c r="D4"/></row><row r="9"/>')
    for address in ("C4", "A4", "E4", "AA4", "B6", "A1", "C12"):
        cells.cell(address)
    assert placed(cells) == ["A1", "A4", "B4", "C4", "D4", "E4", "AA4", "B6", "C12"]
    rows = [one.get("r") for one in cells.sheet.iter(f"{MAIN}row")]
    assert rows == ["1", "4", "6", "9", "12"]
    assert all(one.get("spans") is None for one in cells.sheet.iter(f"{MAIN}row"))


def test_rows_and_cells_that_tell_no_place_follow_each_other() -> None:
    cells = a_sheet("<row><c/><c/></row><row><c/></row>")
    assert cells.cell("B1") is cells.sheet[0][0][1]
    cells.cell("C2")
    cells.cell("A5")
    assert [one.get("r") for one in cells.sheet.iter(f"{MAIN}row")] == ["1", "2", "5"]
    assert placed(cells)[2:] == ["A2", "C2", "A5"]


def test_a_new_cell_looks_like_its_row_or_its_column() -> None:
    cells = a_sheet(
        '<row r="2" s="5" customFormat="1"/><row r="3"/>',
        before='<cols><col min="2" max="3" style="8"/></cols>',
    )
    assert cells.cell("B2").get("s") == "5"
    assert cells.cell("C3").get("s") == "8"
    assert cells.cell("D3").get("s") is None


def test_a_text_takes_the_place_of_whatever_stood_there() -> None:
    cells = a_sheet('<row r="1"><c r="A1" t="s" s="2"><v>4</v></c></row>')
    cells.set_text("A1", " mã mới ")
    cell = cells.cell("A1")
    assert (cell.get("t"), cell.get("s")) == ("inlineStr", "2")
    assert "".join(cell.itertext()) == " mã mới "


def test_a_merged_area_is_shown_at_its_corner() -> None:
    merged = '<mergeCells><mergeCell ref="B2:D3"/><mergeCell ref="F1"/></mergeCells>'
    cells = a_sheet("", after=merged)
    assert cells.shown_at("D3") == "B2"
    assert cells.shown_at("E3") == "E3"
    assert cells.shown_at("F1") == "F1"


def test_a_sheet_without_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="sheetData"):
        SheetCells(etree.fromstring(f'<chartsheet xmlns="{SPACE}"/>'))
