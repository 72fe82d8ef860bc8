"""A sheet is as wide as the page, and its rows are tall enough for their texts."""

from pathlib import Path
from typing import Any

import pytest

from desktop.files.workbook.sheet import (
    POINTS_PER_CHARACTER,
    TALLEST,
    Sheet,
    Span,
    column_for,
    line_height,
    printable_width,
)
from desktop.files.workbook.styles import Look, one_look
from desktop.files.workbook.text import width
from tests.files.workbook_reader import a_book, saved

LONG = "Truyền thông về quyền con người cho cán bộ, công chức, viên chức. " * 6


def span(value: str, first: int = 1, last: int = 1, look: Look | None = None) -> Span:
    return Span(value=value, look=look or Look(), first=first, last=last)


def one_sheet(
    folder: Path, *rows: tuple[Span, ...], widths: Any = (100.0, 200.0)
) -> Any:
    book = a_book(folder)
    sheet = Sheet(book, book.sheet_name("Một"), widths)
    for row in rows:
        sheet.add(*row)
    return saved(book, folder)["Một"]


def test_a_page_is_as_wide_as_a4_without_the_margins_of_the_decree() -> None:
    assert printable_width(landscape=False) == pytest.approx(165 * 72 / 25.4)
    assert printable_width(landscape=True) == pytest.approx(252 * 72 / 25.4)


def test_widths_are_kept(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path)
    assert sheet.column_dimensions["B"].width == round(200 / POINTS_PER_CHARACTER, 2)


def test_a_row_grows_with_its_longest_text(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (span("ngắn"),), (span("ngắn"), span(LONG, 2, 2)))
    assert sheet.row_dimensions[1].height == line_height(1, 13)
    assert sheet.row_dimensions[2].height > line_height(8, 13)


def test_joined_cells_need_fewer_lines_and_are_merged(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (span(LONG, 2, 2),), (span(LONG, 1, 2),))
    assert sheet.row_dimensions[2].height < sheet.row_dimensions[1].height
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A2:B2"]


def test_no_row_is_taller_than_excel_allows() -> None:
    assert line_height(200, 13) == TALLEST < 409


def test_values_that_wrap_make_their_row_taller(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    sheet = Sheet(book, book.sheet_name("Một"), (100.0, 200.0))
    styles = [one_look(book.styles, Look(size=11))] * 2
    sheet.add_values(("ngắn", 123_456_789_000), styles)
    sheet.add_values((LONG, None), styles)
    sheet.add_values((LONG, None), styles, rooms=[900.0, 900.0])
    heights = [saved(book, tmp_path)["Một"].row_dimensions[n].height for n in (1, 2, 3)]
    assert heights[0] is None
    assert heights[1] > heights[2] > line_height(1, 11)


def test_a_column_made_for_a_text_holds_it_on_one_line(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    text = LONG.strip()[:60]
    sheet = Sheet(book, book.sheet_name("Một"), (column_for(width(text, 11)),))
    sheet.add_values((text,), [one_look(book.styles, Look(size=11))])
    assert saved(book, tmp_path)["Một"].row_dimensions[1].height is None


def test_the_top_stays_in_sight(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    Sheet(book, book.sheet_name("Một"), (100.0,), frozen=4).add()
    assert saved(book, tmp_path)["Một"].freeze_panes == "A5"


def test_a_page_break_falls_below_the_rows_so_far(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    sheet = Sheet(book, book.sheet_name("Một"), (100.0,))
    sheet.add(span("a"))
    sheet.break_page()
    sheet.add(span("b"))
    breaks = saved(book, tmp_path)["Một"].row_breaks.brk
    assert [each.id for each in breaks] == [1]


def test_what_belongs_together_begins_a_new_page_only_where_it_must(
    tmp_path: Path,
) -> None:
    book = a_book(tmp_path)
    sheet = Sheet(book, book.sheet_name("Một"), (100.0,))
    sheet.keep(9999)  # nothing stands on the page yet
    for height in (400.0, 200.0):
        sheet.keep(height)
        sheet.add(span("a"), height=height)
    sheet.keep(200)  # 128 points are left of 728
    sheet.add(span("b"), height=200)
    breaks = saved(book, tmp_path)["Một"].row_breaks.brk
    assert [each.id for each in breaks] == [2]


def test_a_line_that_must_not_break_is_shrunk_instead(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (span(LONG, look=Look(wrap=False)),))
    assert sheet.row_dimensions[1].height == line_height(1, 13)
    assert sheet["A1"].alignment.shrink_to_fit


def test_addresses_of_rows_span_all_columns(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    assert Sheet(book, "Một", (1.0,) * 3).area(4, 9) == "$A$4:$C$9"
    book.close()
