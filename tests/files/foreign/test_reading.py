"""The worst workbook an office sends ends in clear answers, and so do its friends."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.foreign.reading import read_pasted, read_table
from desktop.rules.grid import Cell
from desktop.rules.healing import heal_cell
from tests.files.foreign.workbooks import BOOK, MAIN, a_book, styles
from tests.rules.old_letters import written

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LOOKS = styles((".VnTime", "General"), (".VnTime", "dd/mm/yyyy"), (".VnTimeH", "@"))


def old_rows() -> str:
    """Return headings in capitals, a day, a formula nobody computed, a hidden row."""
    heads = (written(one, "tcvn3") for one in ("hoạt động", "ngày", "số người"))
    texts = "".join(f'<c s="2" t="str"><v>{one}</v></c>' for one in heads)
    name = written("Hội nghị xã Đồng Tâm", "tcvn3")
    cell = f'<c s="0" t="str"><v>{name}</v></c><c s="1"><v>43951</v></c>'
    formula = '<c s="0"><f>SUM(A1:A2)</f></c>'
    return (
        f"<row>{texts}</row><row>{cell}{formula}</row>"
        f'<row hidden="1">{cell}<c><v>12</v></c></row>'
    )


def test_tcvn3_with_1904_dates_hidden_rows_and_formulas_is_read(
    tmp_path: Path,
) -> None:
    book = BOOK.replace("<workbookPr/>", '<workbookPr date1904="1"/>')
    path = a_book(tmp_path / "a.xlsx", old_rows(), xl__styles=LOOKS, book=book)
    (grid,) = read_table(path).grids
    healed = [[heal_cell(cell).text for cell in row.cells] for row in grid.rows]
    assert healed == [
        ["HOẠT ĐỘNG", "NGÀY", "SỐ NGƯỜI"],
        ["Hội nghị xã Đồng Tâm", "01/05/2024", ""],
        ["Hội nghị xã Đồng Tâm", "01/05/2024", "12"],
    ]
    assert [row.hidden for row in grid.rows] == [False, False, True]
    assert grid.rows[1].cell(2).fault == "formula"
    assert grid.rows[1].cell(1).kind == "day"


def test_the_same_in_the_strict_kind_is_refused_by_that_reason(tmp_path: Path) -> None:
    path = a_book(
        tmp_path / "a.xlsx",
        xl__styles=LOOKS,
        book=BOOK.replace(MAIN, STRICT),
    )
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        read_table(path)
    assert caught.value.reason == "strict_workbook"
    assert path.read_bytes() == before


def test_a_workbook_of_another_program_is_read() -> None:
    """LibreOffice 7.4 wrote it: merged, hidden, two fonts in a cell, a broken sum."""
    (grid,) = read_table(Path(__file__).with_name("libreoffice.xlsx")).grids
    assert [len(row.cells) for row in grid.rows] == [3, 3, 0, 0, 0, 6]
    heads, first, *_, last = grid.rows
    assert [cell.text for cell in heads.cells] == [*["Tên hoạt động"] * 2, "Số người"]
    assert heads.cell(0).block == heads.cell(1).block == 1
    assert [heal_cell(cell).text for cell in first.cells] == [
        "Hội nghị",
        "01/05/2024",
        "1500",
    ]
    assert [cell.kind for cell in first.cells] == ["", "day", "number"]
    assert (last.number, last.hidden) == (6, True)
    assert last.cell(0).runs == (("Xã ", "Arial"), ("§ång T©m", ".VnTime"))
    assert heal_cell(last.cell(0)).text == "Xã Đồng Tâm"
    assert [cell.text for cell in last.cells[1:4]] == ["07:30", "3000", "15,5%"]
    assert last.cell(5).fault == "error_value"


def test_a_list_and_a_page_are_read_by_the_other_process_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Tên;Số\nĐắk Hà;1".encode("utf-8-sig"))
    assert read_table(tmp_path / "a.csv").grids[0].rows[1].cell(0).text == "Đắk Hà"
    page = "<table style='font-family:.VnTime'><tr><td>X· §ång T©m</table>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    cell = read_table(tmp_path / "a.html").grids[0].rows[0].cell(0)
    assert heal_cell(cell).text == "Xã Đồng Tâm"


def test_the_better_half_of_a_paste_is_taken() -> None:
    page = "<table><tr><td>1</td></tr></table>"
    assert read_pasted(page, "9\tx").grids[0].rows[0].cells == (Cell(text="1"),)
    assert read_pasted("<p>9</p>", "1\tx").grids[0].rows[0].cell(0).text == "1"
    assert read_pasted("", "").grids == ()
