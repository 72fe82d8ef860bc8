"""A file is written whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files import whole_file


def test_the_bytes_stand_in_the_file_and_no_part_is_left(tmp_path: Path) -> None:
    whole_file.write(tmp_path / "báo cáo.xlsx", b"whole")
    assert [each.name for each in tmp_path.iterdir()] == ["báo cáo.xlsx"]
    assert (tmp_path / "báo cáo.xlsx").read_bytes() == b"whole"


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "nowhere").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        whole_file.write(tmp_path / "nowhere" / "a.xlsx", b"")
    assert caught.value.reason == "no_folder"


def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        whole_file.write(tmp_path / "nowhere" / "a.xlsx", b"")
    assert caught.value.reason == "no_folder"
    assert caught.value.path == tmp_path / "nowhere" / "a.xlsx"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "gone"),
        (errno.ENODEV, "gone"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def fail(_file: int) -> None:
        raise OSError(number, "the disk")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError) as caught:
        whole_file.write(path, b"new")
    assert caught.value.reason == reason
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == b"old"


def test_a_folder_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx" / "b").mkdir(parents=True)
    with pytest.raises(FileError) as caught:
        whole_file.write(tmp_path / "a.xlsx", b"new")
    assert caught.value.reason == "read_only"
    assert (tmp_path / "a.xlsx" / "b").is_dir()
    assert not (tmp_path / "a.xlsx.part").exists()


@pytest.mark.parametrize("spoil", [lambda kept: kept[:-1], lambda kept: kept + b"?"])
def test_a_disk_that_keeps_other_bytes_is_found_out_and_the_old_file_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[bytes], bytes],
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def lie(_file: int) -> None:
        part = tmp_path / "a.xlsx.part"
        part.write_bytes(spoil(part.read_bytes()))

    monkeypatch.setattr(os, "fsync", lie)
    with pytest.raises(FileError) as caught:
        whole_file.write(path, b"new")
    assert caught.value.reason == "differs"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == b"old"


def test_every_byte_is_read_back_however_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytes(2 * whole_file.CHUNK + 3)

    def lie(_file: int) -> None:
        part = tmp_path / "a.bin.part"
        part.write_bytes(data[:-1] + b"!")

    whole_file.write(tmp_path / "a.bin", data)
    monkeypatch.setattr(os, "fsync", lie)
    with pytest.raises(FileError, match="differs"):
        whole_file.write(tmp_path / "a.bin", data)
    assert (tmp_path / "a.bin").read_bytes() == data
