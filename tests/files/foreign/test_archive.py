"""Workbooks that are none, locked, hostile or beyond measure are refused by reason."""

import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.foreign import limits
from desktop.files.foreign.archive import bytes_of, opened
from tests.files.foreign.reading import refusal, texts
from tests.files.foreign.workbooks import a_book, a_lock, cells

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")


def a_file(folder: Path, content: bytes, name: str = "bang.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_workbook_is_opened_and_its_parts_are_read(tmp_path: Path) -> None:
    archive = opened(a_book(tmp_path / "a.xlsx", cells("a")))
    assert "xl/workbook.xml" in archive.names
    assert b"sheetData" in b"".join(archive.chunks("xl/worksheets/sheet1.xml"))


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
    assert refusal(a_lock(tmp_path)) == "office_lock"


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        bytes_of(tmp_path, 10)
    assert caught.value.reason == "unreadable"


def test_a_document_of_another_program_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(path) == "not_workbook"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("part", ["xl__sharedStrings", "xl__drawings__drawing1"])
def test_entities_are_refused_in_every_encoding_and_part(
    tmp_path: Path, encoding: str, part: str
) -> None:
    head = f'<?xml version="1.0" encoding="{encoding[:6]}"?>'
    bomb = f"{head}<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode(encoding)
    if encoding == "utf-16-be":
        bomb = b"\xfe\xff" + bomb
    path = a_book(tmp_path / "a.xlsx", cells("a"), **{part: bomb})
    assert refusal(path) == "unreadable"


def test_a_type_that_lies_across_two_pieces_is_seen(tmp_path: Path) -> None:
    part = b"<a>" + b" " * (65_536 - 8) + b"<!DOCTYPE b></a>"
    path = a_book(tmp_path / "a.xlsx", cells("a"), xl__drawings__drawing1=part)
    assert refusal(path) == "unreadable"


@pytest.mark.parametrize("part", ["xl__sharedStrings", "xl__drawings__drawing1"])
def test_a_part_that_inflates_without_end_is_refused(tmp_path: Path, part: str) -> None:
    bomb = b"<a>" + b" " * 5_000_000 + b"</a>"
    path = a_book(tmp_path / "a.xlsx", cells("a"), **{part: bomb})
    assert refusal(path) == "too_large"


def test_a_list_that_lies_about_sizes_does_not_help(tmp_path: Path) -> None:
    bomb = b"<a>" + b" " * 5_000_000 + b"</a>"
    path = a_book(tmp_path / "a.xlsx", cells("a"), xl__sharedStrings=bomb)
    data = path.read_bytes()
    size = len(bomb).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, (50).to_bytes(4, "little")))
    assert refusal(path) in ("too_large", "unreadable")


def test_parts_too_large_together_are_refused_by_their_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    monkeypatch.setattr(limits, "INFLATED_LIMIT", 500)
    assert refusal(path) == "too_large"


def test_a_huge_file_and_one_of_countless_parts_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    monkeypatch.setattr(limits, "PART_LIMIT", 2)
    assert refusal(path) == "too_large"
    monkeypatch.setattr(limits, "FILE_LIMIT", 10)
    assert refusal(path) == "too_large"


def test_two_parts_of_one_name_are_a_trick(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    assert texts(path) == [["a"]]
    with (
        zipfile.ZipFile(path, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate"),
    ):
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(path) == "unreadable"


def test_an_archive_behind_something_else_is_refused(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    path.write_bytes(b"PK\x03\x04 and another file" + path.read_bytes())
    assert refusal(path) == "unreadable"


def test_a_packing_nobody_uses_is_refused(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/media/x.xml", "<a/>")
    assert refusal(path) == "unreadable"


def test_a_locked_part_is_refused(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(bytes(data))
    assert refusal(path) == "unreadable"


def test_a_cut_workbook_is_refused_wherever_it_is_cut(tmp_path: Path) -> None:
    whole = a_book(tmp_path / "a.xlsx", cells("a", "b")).read_bytes()
    for end in range(5, len(whole), 97):
        assert refusal(a_file(tmp_path, whole[:end], "b.xlsx")) == "unreadable"
