"""Archives are taken apart in memory; no member names a place to write."""

import io
import zipfile

import pytest

from desktop.files.arriving import unpacking
from desktop.files.arriving.unpacking import files_in
from tests.files.arriving import odd_files as odd


def reasons(data: bytes) -> dict[str, str]:
    return {one.name: one.reason[0] if one.reason else "" for one in files_in(data)}


def test_each_file_comes_out_and_folders_are_none() -> None:
    data = odd.a_zip({"xã A/": b"", "xã A/biểu.xlsx": b"1", "../../lên.txt": b"2"})
    found = {one.name: one.data for one in files_in(data)}
    assert found == {"xã A/biểu.xlsx": b"1", "../../lên.txt": b"2"}


def test_what_cannot_be_taken_out_says_why() -> None:
    data = odd.a_zip({"rỗng.xlsx": b"", "__MACOSX/x": b"1", "a/Thumbs.db": b"1"})
    assert reasons(data) == {
        "rỗng.xlsx": "empty",
        "__MACOSX/x": "system_file",
        "a/Thumbs.db": "system_file",
    }
    assert reasons(odd.locked_zip()) == {"biểu.xlsx": "password_archive"}
    assert reasons(b"PK\x03\x04 nothing")[""] == "damaged_archive"


def test_a_bomb_is_inflated_no_further_than_allowed() -> None:
    bomb = odd.a_zip({"bom.xlsx": bytes(5_000_000), "tốt.txt": b"x"})
    assert reasons(bomb) == {"bom.xlsx": "too_large", "tốt.txt": ""}


def test_too_many_files_are_counted_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MEMBER_LIMIT", 2)
    data = odd.a_zip({f"{n}.txt": b"x" for n in range(3)})
    assert [one.reason for one in files_in(data)] == [
        (),
        (),
        ("many_files", "3", "2"),
    ]


def test_a_name_in_utf_8_that_does_not_say_so_is_read_as_it_was_meant() -> None:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("xã.txt", b"x")
    data = output.getvalue().replace(b"\x00\x08\x00\x00", b"\x00\x00\x00\x00")
    assert [one.name for one in files_in(data)] == ["xã.txt"]
