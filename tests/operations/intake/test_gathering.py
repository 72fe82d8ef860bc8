"""Files are copied in before they are read; folders and archives are gone into."""

import shutil
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files import room
from desktop.files.arriving.recognising import What
from desktop.operations.intake.gathering import Item, gather
from desktop.operations.intake.unlocking import Words
from desktop.progress import silent
from tests.files.arriving import odd_files as odd


def gathered(folder: Path, *paths: Path) -> dict[str, Item]:
    found = gather(folder / "kho", paths, Words(), silent)
    return {one.name: one for one in found}


def test_the_files_of_folders_and_archives_bear_the_way_to_them(
    tmp_path: Path,
) -> None:
    stick = tmp_path / "usb"
    (stick / "a" / "b").mkdir(parents=True)
    (stick / "a" / "b" / "x.pdf").write_bytes(b"%PDF-")
    (stick / "gói.zip").write_bytes(odd.a_zip({"y.pdf": b"%PDF-2"}))
    found = gathered(tmp_path, stick)
    assert set(found) == {"usb › a › b › x.pdf", "usb › gói.zip › y.pdf"}
    for one in found.values():
        assert one.kept is not None
        assert one.kept.path.is_relative_to(tmp_path / "kho")


def test_links_deep_folders_and_whole_drives_are_not_gone_into(tmp_path: Path) -> None:
    deep = tmp_path / "1" / "2" / "3" / "4"
    deep.mkdir(parents=True)
    link = tmp_path / "nối"
    link.symlink_to(tmp_path / "1")
    found = gathered(tmp_path, tmp_path / "1", link, Path("/"))
    assert {name: one.found.reason[0] for name, one in found.items()} == {
        "1 › 2 › 3 › 4": "folder_deep",
        "nối": "shortcut",
        "/": "whole_drive",
    }


def test_a_full_disk_of_our_own_stops_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-")
    monkeypatch.setattr(room, "SPARE", 10**18)
    with pytest.raises(FileError, match="full"):
        gathered(tmp_path, file)


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    file = tmp_path / "không đuôi"
    file.write_bytes(odd.a_workbook())
    assert gathered(tmp_path, file)["không đuôi"].found.what is What.WORKBOOK


def test_what_was_copied_in_before_does_for_a_stick_that_is_gone(
    tmp_path: Path,
) -> None:
    stick, words = tmp_path / "usb", Words()
    (stick / "a").mkdir(parents=True)
    (stick / "a" / "x.pdf").write_bytes(b"%PDF-1")
    (stick / "b.pdf").write_bytes(b"%PDF-2")
    dropped = (stick / "a", stick / "b.pdf")

    def names() -> set[str]:
        found = gather(tmp_path / "kho", dropped, words, silent)
        return {one.name for one in found if one.found.reason == ("pdf",)}

    every = {"a › x.pdf", "b.pdf"}
    assert names() == every
    (stick / "b.pdf").write_bytes(b"text")
    assert names() == {"a › x.pdf"}, "what is there is read as it is now"
    (stick / "b.pdf").write_bytes(b"%PDF-2")
    assert names() == every
    shutil.rmtree(stick)
    assert names() == every
    shutil.rmtree(tmp_path / "kho")
    assert names() == set(), "our copies are believed only while they are whole"
