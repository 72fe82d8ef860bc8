"""A table is read by what its file is, and a paste by the better of its two forms."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.task_table.reading import read_file, read_pasted
from tests.files.task_table.workbooks import TASKS, a_workbook

HTML = "<table><tr><td>1</td><td>Việc</td></tr></table>"
PLAIN = "1\tViệc"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", HTML.encode()),
        ("a.HTM", HTML.encode()),
        ("a.txt", PLAIN.encode("utf-8-sig")),
        ("a.tsv", PLAIN.encode("utf-16")),
    ],
)
def test_texts_are_read_by_their_ending(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    source = read_file(path)
    assert source.name == name
    assert [cell.text for cell in source.grids[0].rows[0].cells] == ["1", "Việc"]


def test_anything_else_must_be_a_workbook(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.dat", [TASKS])
    assert read_file(path).grids[0].rows[0].cell(0).text == "STT"
    other = tmp_path / "a.docx"
    other.write_text("x", "utf-8")
    with pytest.raises(FileError) as caught:
        read_file(other)
    assert caught.value.reason == "not_workbook"


def test_a_text_that_is_missing_or_in_an_old_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_file(tmp_path / "a.txt")
    assert caught.value.reason == "missing"
    old = tmp_path / "old.txt"
    old.write_bytes(b"1\tVi\xd6c")
    with pytest.raises(FileError) as caught:
        read_file(old)
    assert caught.value.reason == "unreadable"


def test_html_of_a_paste_is_preferred_where_it_holds_a_table() -> None:
    assert read_pasted(HTML, "9\tkhác").grids[0].rows[0].cell(0).text == "1"
    assert read_pasted("<p>9</p>", PLAIN).grids[0].rows[0].cell(0).text == "1"
    assert read_pasted("", "").grids == ()
