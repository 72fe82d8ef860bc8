"""A sheet of entries is read from a file or a paste."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.operations.entries.read_entry_table import (
    read_entry_file,
    read_entry_paste,
)
from tests.operations.entry_pastes import as_html, as_text

TABLE = (("Tên lớp", "Ghi chú"), ("Lớp một", 'hai\ndòng "kể"'))


def texts(found: object) -> list[list[str]]:
    grids = found.value.grids  # type: ignore[attr-defined]
    return [[cell.text for cell in row.cells] for row in grids[0].rows]


def test_a_paste_is_read_with_its_quotes_and_line_breaks() -> None:
    found = texts(read_entry_paste("", as_text(TABLE)))
    assert found[:2] == [list(row) for row in TABLE]


def test_html_goes_before_plain_text() -> None:
    found = read_entry_paste(as_html(TABLE), "gì đó\tkhác")
    assert texts(found)[0] == list(TABLE[0])


def test_a_file_is_read_by_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bang.txt"
    path.write_text(as_text(TABLE), "utf-8", newline="")
    found = read_entry_file(path)
    assert found.value.name == "bang.txt"
    assert texts(found)[1][0] == "Lớp một"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as error:
        read_entry_file(tmp_path / "khong-co.xlsx")
    assert error.value.reason == "missing"
