"""Rows written as text are read back as they were meant."""

from pathlib import Path
from typing import Any

import pytest

from desktop.files.workbook.sheet import Sheet, Span
from desktop.files.workbook.styles import Look
from tests.files.workbook_reader import a_book, saved


def back(folder: Path, *values: str) -> list[Any]:
    book = a_book(folder)
    sheet = Sheet(book, "Bảng", (200.0,))
    for value in values:
        sheet.add(Span(value=value, look=Look(), first=1, last=1))
    return [cell.value for (cell,) in saved(book, folder)["Bảng"]]


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp;</b>",
        "]]>",
        'a "b"',
        " hai đầu ",
        "a\nb",
        "a\tb",
        "a\rb",
        "a\r\nb",
        "&#13;",
    ],
)
def test_a_text_comes_back_letter_for_letter(tmp_path: Path, text: str) -> None:
    assert back(tmp_path, text) == [text]


def test_a_sheet_without_rows_is_whole(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    Sheet(book, "Bảng", (200.0,))
    assert saved(book, tmp_path)["Bảng"].max_row == 1


def test_heights_are_kept(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    sheet = Sheet(book, "Bảng", (200.0,))
    sheet.add(height=33.5)
    sheet.add(Span(value="a", look=Look(), first=1, last=1), height=21.0)
    heights = saved(book, tmp_path)["Bảng"].row_dimensions
    assert (heights[1].height, heights[2].height) == (33.5, 21.0)


def test_a_sheet_s_file_can_be_deleted_once_the_book_is_closed(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    sheet = Sheet(book, "Bảng", (200.0,))
    sheet.add(Span(value="a", look=Look(), first=1, last=1))
    book.close()
    assert sheet.sheet._writer._file.closed
