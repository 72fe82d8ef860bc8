"""Places of boxes: as many columns and rows as the box is wide and high."""

from lxml import etree

from desktop.files.forms.marks.box_place import BoxPlaces
from desktop.files.forms.marks.sheet_cells import MAIN


def a_sheet(inside: str) -> object:
    text = f'<worksheet xmlns="{MAIN[1:-1]}">{inside}</worksheet>'
    return etree.fromstring(text)


def places(inside: str, row: int, column: int, height: int) -> list[int]:
    told = BoxPlaces(a_sheet(inside)).anchor(row, column, height)
    return [int(one) for one in told.split(", ")]


def test_usual_cells_are_64_by_20_pixels() -> None:
    left, gap, top, _, right, right_left, bottom, bottom_left = places("", 5, 2, 100)
    assert (left, gap, top) == (2, 15, 3)
    assert (right - left) * 64 + right_left == 15 + 270
    assert (bottom - top) * 20 + bottom_left - 2 == 100


def test_wide_columns_need_fewer_of_them() -> None:
    wide = '<cols><col min="3" max="9" width="50"/></cols>'
    assert places(wide, 5, 2, 100)[4] == 2


def test_hidden_columns_and_rows_hold_nothing() -> None:
    hidden = (
        '<cols><col min="3" max="4" hidden="1"/></cols>'
        '<sheetData><row r="4" hidden="1"/><row r="5" ht="15"/></sheetData>'
    )
    usual, now = places("", 5, 2, 100), places(hidden, 5, 2, 100)
    assert now[4] == usual[4] + 2
    assert now[6] == usual[6] + 1


def test_told_defaults_are_used() -> None:
    told = '<sheetFormatPr defaultColWidth="30" defaultRowHeight="30"/>'
    now = places(told, 1, 1, 100)
    assert now[2] == 0
    assert (now[4], now[6]) == (2, 2)
