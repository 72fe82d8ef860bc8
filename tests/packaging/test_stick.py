"""The archive for sticks holds one marked folder, the same bytes each time."""

import os
import zipfile
from pathlib import Path

import pytest

from windows import stick

EPOCH = 1_767_225_600  # 2026-01-01 00:00:00 UTC


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out a small program."""
    made = tmp_path / "stage"
    for name in ("stt.exe", "lib/a/b.pyc", "app/data/c.toml"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(name, "utf-8")
    return made


def test_everything_lies_in_one_folder_beside_the_mark(
    folder: Path, tmp_path: Path
) -> None:
    path = stick.make(folder, tmp_path / "usb.zip", epoch=EPOCH, fast=False)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [
            "SoTruyenThong/app/data/c.toml",
            "SoTruyenThong/ban-usb.txt",
            "SoTruyenThong/lib/a/b.pyc",
            "SoTruyenThong/stt.exe",
        ]
        assert archive.read("SoTruyenThong/stt.exe") == b"stt.exe"
        mark = archive.read("SoTruyenThong/ban-usb.txt").decode("utf-8")
        assert "du-lieu" in mark
        assert mark.count("\r\n") == mark.count("\n") > 0
        assert {each.date_time for each in archive.infolist()} == {
            (2026, 1, 1, 0, 0, 0)
        }


def test_the_same_folder_packed_later_gives_the_same_bytes(
    folder: Path, tmp_path: Path
) -> None:
    first = stick.make(folder, tmp_path / "1.zip", epoch=EPOCH, fast=True)
    os.utime(folder / "stt.exe", (1, 1))
    second = stick.make(folder, tmp_path / "2.zip", epoch=EPOCH, fast=True)
    assert first.read_bytes() == second.read_bytes()
