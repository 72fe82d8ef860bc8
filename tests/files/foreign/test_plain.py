"""Plain text: cells apart by tabs as spreadsheets paste, or one to a line."""

from pathlib import Path

import pytest

from desktop.errors import InputError
from desktop.files.foreign import plain
from desktop.files.foreign.plain import read_list, read_plain

PRINTED = Path(__file__).parent.parent / "task_table"


def texts(text: str) -> list[list[str]]:
    (grid,) = read_plain(text).grids
    return [[cell.text for cell in row.cells] for row in grid.rows]


def test_cells_are_apart_by_tabs_and_quotes_hold_breaks() -> None:
    text = '1\t"Sở A;\nSở ""B"""\t2018\r\n2\tViệc\t\r\n'
    assert texts(text) == [
        ["1", 'Sở A;\nSở "B"', "2018"],
        ["2", "Việc", ""],
        [""],
    ]


def test_a_quote_that_never_ends_swallows_nothing() -> None:
    text = '1\t"Đề án" và khác\n2\t"Đấu tranh\n3\tViệc'
    assert texts(text) == [["1", '"Đề án" và khác'], ["2", '"Đấu tranh'], ["3", "Việc"]]


def test_rows_are_numbered_as_their_lines() -> None:
    (grid,) = read_plain("TT\tNội dung\n\n1\tViệc").grids
    assert [row.number for row in grid.rows] == [1, 2, 3]
    assert grid.rows[1].blank


def test_one_cell_to_a_line_is_known_by_its_tabs() -> None:
    text = "DANH MỤC\n\tSTT\n\tNội dung\n\n\t1\n\tViệc\n\t \n\n \n"
    assert texts(text) == [["STT", "Nội dung"], ["1", "Việc", ""]]
    (grid,) = read_plain(text).grids
    assert [row.number for row in grid.rows] == [2, 5]


def test_the_printed_annexes_are_read_whole() -> None:
    (grid,) = read_plain((PRINTED / "cao_bang.txt").read_text("utf-8")).grids
    assert len(grid.rows) == 1 + 4 + 15
    assert {len(row.cells) for row in grid.rows} == {5}
    (grid,) = read_plain((PRINTED / "khanh_hoa.txt").read_text("utf-8")).grids
    assert sum(row.cell(0).text.endswith(".") for row in grid.rows) == 13


@pytest.mark.parametrize("text", ["", "một câu", "1. Việc\n2. Việc"])
def test_text_without_tabs_is_no_table(text: str) -> None:
    assert read_plain(text).grids == ()


def test_more_than_any_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "ROW_LIMIT", 2)
    with pytest.raises(InputError):
        read_plain("1\ta\n2\tb\n3\tc")
    monkeypatch.setattr(plain, "COLUMN_LIMIT", 2)
    with pytest.raises(InputError):
        read_plain("1\t2\t3")
    monkeypatch.setattr(plain, "TEXT_LIMIT", 2)
    with pytest.raises(InputError):
        read_plain("1\t2")


def lists(text: str) -> list[list[str]]:
    (grid,) = read_list(text).grids
    return [[cell.text for cell in row.cells] for row in grid.rows]


@pytest.mark.parametrize(
    "text",
    [
        'Tên;Đơn vị\n"Hội nghị; 2 buổi, 3 lớp";"Sở ""A"", B"\n',
        'Tên,Đơn vị\r\n"Hội nghị; 2 buổi, 3 lớp","Sở ""A"", B"\r\n',
        'Tên\tĐơn vị\n"Hội nghị; 2 buổi, 3 lớp"\tSở "A", B\n',
        'sep=|\nTên|Đơn vị\nHội nghị; 2 buổi, 3 lớp|"Sở ""A"", B"\n',
        'sep=^\nTên^Đơn vị\nHội nghị; 2 buổi, 3 lớp^"Sở ""A"", B"\n',
    ],
)
def test_a_list_is_read_by_the_sign_between_its_cells(text: str) -> None:
    assert lists(text)[:2] == [
        ["Tên", "Đơn vị"],
        ["Hội nghị; 2 buổi, 3 lớp", 'Sở "A", B'],
    ]


def test_a_list_of_one_column_is_a_table_too() -> None:
    assert lists("Tên\nHội nghị\n")[:2] == [["Tên"], ["Hội nghị"]]


def test_commas_of_the_prose_do_not_set_cells_apart() -> None:
    text = "Tên;Nơi\n" + "Hội nghị, thi, văn nghệ;Thôn 1, 2, 3\n" * 5
    assert {len(row) for row in lists(text)[:6]} == {2}


def test_what_xml_cannot_carry_is_left_out() -> None:
    assert lists("a\x00;b\x0b\ufffe\n")[0] == ["a", "b"]
    assert texts("a\x01\tb\ud800")[0] == ["a", "b"]
