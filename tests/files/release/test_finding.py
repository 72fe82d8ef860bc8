"""The latest installer is found in what was chosen, one level deep."""

from pathlib import Path

import pytest

from desktop.errors import UpdateError
from desktop.files.release.finding import installer_in, named
from tests.files.release.releases import name_of


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def test_a_file_is_itself_whatever_it_is_called(tmp_path: Path) -> None:
    assert installer_in(put(tmp_path / "tài liệu.pdf")) == tmp_path / "tài liệu.pdf"


def test_the_latest_is_found_by_numbers_and_not_by_letters(tmp_path: Path) -> None:
    for version in ("0.9.0", "0.10.0", "0.2.0"):
        put(tmp_path / name_of(version))
    put(tmp_path / "SoTruyenThong-mới-cai-dat.exe")
    assert installer_in(tmp_path).name == name_of("0.10.0")
    assert named("0.10.0") == name_of("0.10.0")


def test_a_folder_on_the_stick_is_looked_into_and_no_deeper(tmp_path: Path) -> None:
    put(tmp_path / "a" / "b" / name_of("0.2.0"))
    put(tmp_path / "ảnh.jpg")
    with pytest.raises(UpdateError, match="no_installer"):
        installer_in(tmp_path)
    assert installer_in(tmp_path / "a").parent == tmp_path / "a" / "b"


def test_nothing_there_is_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "gone"):
        with pytest.raises(UpdateError, match="no_installer"):
            installer_in(place)
