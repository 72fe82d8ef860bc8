"""Workbooks that are none, locked, hostile or beyond measure are refused by reason."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.task_table import limits
from desktop.files.task_table.limits import checked
from tests.files.task_table.workbooks import TASKS, a_workbook, an_archive, replaced

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData><row>%s</row></sheetData></worksheet>"
)


def refusal(path: Path) -> str:
    with pytest.raises(FileError) as caught:
        checked(path)
    assert caught.value.path == path
    return caught.value.reason


def a_file(folder: Path, content: bytes, name: str = "bang.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_workbook_is_let_through_unchanged(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS, ["1", "Việc"]])
    assert checked(path) == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_workbook"),
        (b"%PDF-1.7", "not_workbook"),
        (b"PK\x03\x04 and no more", "unreadable"),
        (COMPOUND + b"\x00" * 600, "old_workbook"),
        (
            COMPOUND + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600,
            "password",
        ),
    ],
)
def test_what_a_file_is_shows_in_its_first_bytes(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    assert refusal(a_file(tmp_path, content)) == reason


def test_a_missing_file_and_the_lock_of_an_open_one_are_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "khong.xlsx") == "missing"
    assert refusal(a_file(tmp_path, b"\x05 an", "~$bang.xlsx")) == "office_lock"


def test_a_document_of_another_program_is_no_workbook(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(path) == "not_workbook"


def test_the_strict_kind_is_told_apart(tmp_path: Path) -> None:
    book = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'
    assert refusal(an_archive(tmp_path / "a.xlsx", book=book)) == "strict_workbook"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode(encoding)
    path = an_archive(tmp_path / "a.xlsx", xl__sharedStrings=bomb)
    assert refusal(path) == "unreadable"


def test_a_part_that_inflates_without_end_is_refused(tmp_path: Path) -> None:
    path = an_archive(tmp_path / "a.xlsx", xl__sharedStrings=b" " * 5_000_000)
    assert refusal(path) == "too_large"


def test_a_huge_file_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE_LIMIT", 10)
    assert refusal(a_file(tmp_path, b"PK\x03\x04" + b"x" * 20)) == "too_large"


@pytest.mark.parametrize("corner", [b"A5001", b"XFD1", b"XFD1048576"])
def test_a_cell_far_from_the_corner_is_refused(tmp_path: Path, corner: bytes) -> None:
    cells = b'<c r="A1"><v>1</v></c><c r="' + corner + b'"><v>1</v></c>'
    path = an_archive(tmp_path / "a.xlsx", xl__worksheets__sheet1=SHEET % cells)
    assert refusal(path) == "too_large"


def test_an_empty_cell_far_away_is_no_harm(tmp_path: Path) -> None:
    cells = b'<c r="A1"><v>1</v></c><c r="XFD1048576" s="1"/>'
    checked(an_archive(tmp_path / "a.xlsx", xl__worksheets__sheet1=SHEET % cells))


def test_cells_without_number_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CELL_LIMIT", 2)
    path = an_archive(tmp_path / "a.xlsx", xl__worksheets__s=SHEET % (b"<c/>" * 3))
    assert refusal(path) == "too_large"


@pytest.mark.parametrize("area", [b"B2:XFD1048576", b"A1:Z100000"])
def test_a_merged_area_without_end_is_refused(tmp_path: Path, area: bytes) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS])
    merged = b'</sheetData><mergeCells><mergeCell ref="' + area + b'"/></mergeCells>'
    replaced(path, "xl/worksheets/sheet1.xml", b"</sheetData>", merged)
    assert refusal(path) == "too_large"


def test_a_damaged_sheet_is_unreadable(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS])
    replaced(path, "xl/worksheets/sheet1.xml", b"</sheetData>", b"</sheet>")
    assert refusal(path) == "unreadable"
