"""A task table is read from any file that holds one, in Unicode, and within reason."""

from pathlib import Path

import pytest

from desktop.errors import FileError, InputError
from desktop.files.task_table import reading
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
        ("a.csv", "1;Việc".encode()),
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


def test_a_text_that_is_missing_or_in_no_known_letters_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_file(tmp_path / "a.txt")
    assert caught.value.reason == "missing"
    old = tmp_path / "old.txt"
    old.write_bytes(b"1\tVi\xd6c")
    with pytest.raises(FileError) as caught:
        read_file(old)
    assert caught.value.reason == "unknown_letters"


def test_html_of_a_paste_is_preferred_where_it_holds_a_table() -> None:
    assert read_pasted(HTML, "9\tkhác").grids[0].rows[0].cell(0).text == "1"
    assert read_pasted("<p>9</p>", PLAIN).grids[0].rows[0].cell(0).text == "1"
    assert read_pasted("", "").grids == ()


def test_old_letters_are_brought_into_unicode_and_told() -> None:
    source = read_pasted(
        "<table style='font-family:.VnTime'><tr><td>1</td><td>Tuyªn truyÒn</td></tr>"
        "<tr><td>2</td><td>§µo t¹o</td></tr></table>",
        "",
    )
    assert [row.cell(1).text for row in source.grids[0].rows] == [
        "Tuyên truyền",
        "Đào tạo",
    ]
    (note,) = source.notes
    assert (note.code, note.facts) == (
        "letters_healed",
        ("2", "Tuyªn truyÒn", "Tuyên truyền"),
    )


def test_more_than_any_table_of_tasks_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "ROW_LIMIT", 1)
    with pytest.raises(InputError) as caught:
        read_pasted("", "1\ta\n2\tb")
    assert caught.value.problems[0].code == "table_too_large"
