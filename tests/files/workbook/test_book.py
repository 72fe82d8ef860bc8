"""Sheets and tables get names Excel accepts, each once."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.workbook.book import sheet_name
from desktop.files.workbook.sheet import Sheet
from tests.files.workbook_reader import a_book, saved


@pytest.mark.parametrize(
    ("wanted", "given_name"),
    [
        ("Chỉ tiêu", "Chỉ tiêu"),
        ("Quý I/2024: [số liệu]", "Quý I 2024   số liệu"),
        ("'trích'", "trích"),
        ("", "_"),
        ("///", "_"),
        ("Số liệu truyền thông của các đơn vị", "Số liệu truyền thông của các đơ"),
    ],
)
def test_forbidden_characters_and_length_are_mended(
    wanted: str, given_name: str
) -> None:
    assert sheet_name(wanted) == given_name


@given(st.text())
def test_any_text_gives_a_name(wanted: str) -> None:
    name = sheet_name(wanted)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("\\*?:/[]")
    assert not name.startswith("'")
    assert not name.endswith("'")


def test_equal_names_are_counted_whatever_their_case_and_form(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    names = ["Chỉ tiêu", "CHỈ TIÊU", unicodedata.normalize("NFD", "Chỉ tiêu")]
    assert [book.sheet_name(name) for name in names] == [
        "Chỉ tiêu",
        "CHỈ TIÊU (2)",
        "Chỉ tiêu (3)",
    ]


def test_a_long_name_leaves_room_for_its_count(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    first, second = book.sheet_name("a" * 40), book.sheet_name("a" * 40)
    assert first == "a" * 31
    assert second == "a" * 27 + " (2)"


def test_tables_are_named_by_their_codes(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    Sheet(book, book.sheet_name("Ô 'nháy'"), (100.0,)).add()
    for code in ("T1", "theo-thang", "T1"):
        book.name_range(code, "Ô 'nháy", "$A$1:$A$2")
    names = saved(book, tmp_path).defined_names
    assert list(names) == ["table_T1", "table_theo_thang", "table_T1_2"]
    assert names["table_T1"].attr_text == "'Ô ''nháy'!$A$1:$A$2"
    assert all(name.isascii() for name in names)


def test_closing_lets_go_of_every_file(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    sheets = [Sheet(book, name, (100.0,)) for name in "ab"]
    sheets[0].add()
    book.close()
    book.close()
    assert all(sheet.sheet.closed for sheet in sheets)
    assert all(
        path.read_bytes().endswith(b"</worksheet>") for path in tmp_path.iterdir()
    )
