"""A file is read as what its ending says, and anything else must be a workbook."""

from pathlib import Path

import pytest

from desktop.errors import InputError
from tests.files.foreign.reading import refusal, texts
from tests.files.foreign.workbooks import a_book, cells

PAGE = "<table><tr><td>1</td><td>Việc</td></tr></table>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", PAGE),
        ("a.HTM", PAGE),
        ("a.txt", "1\tViệc"),
        ("a.tsv", "1\tViệc"),
        ("a.csv", "1;Việc"),
        ("a.CSV", "1,Việc"),
    ],
)
def test_each_kind_of_text_is_read(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert texts(path) == [["1", "Việc"]]


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm", "a.XLSX", "a", "a.dat"])
def test_anything_else_is_a_workbook(tmp_path: Path, name: str) -> None:
    assert texts(a_book(tmp_path / name, cells("1", "Việc"))) == [["1", "Việc"]]
    (tmp_path / name).write_text("1;Việc")
    assert refusal(tmp_path / name) == "not_workbook"


def test_a_list_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n" * 20_001)
    with pytest.raises(InputError) as caught:
        texts(path)
    assert caught.value.problems[0].code == "table_too_large"
