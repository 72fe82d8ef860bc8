"""The user's folder is the machine's, or beside the program on a stick."""

from pathlib import Path

import pytest

from desktop import paths
from tests.store.powerless import read_only


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run as the stick edition from a folder."""
    folder = tmp_path / "E" / "SoTruyenThong"
    folder.mkdir(parents=True)
    (folder / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(folder))
    return folder


def test_without_the_mark_data_lies_on_the_machine(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / paths.PORTABLE_MARK).unlink()
    assert paths.program_folder() == stick
    assert paths.portable_folder() is None
    assert paths.user_folder() == paths.local_folder()
    monkeypatch.delenv(paths.PROGRAM_VARIABLE)
    assert paths.program_folder() is None
    assert paths.user_folder() == paths.local_folder()


def test_the_stick_edition_keeps_everything_beside_itself(stick: Path) -> None:
    assert paths.portable_folder() == stick
    assert paths.user_folder() == stick / "du-lieu"
    assert paths.log_folder() == stick / "du-lieu" / "nhat-ky"
    assert not paths.local_folder().is_relative_to(stick)


def test_paths_on_the_stick_move_with_it(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = stick / "du-lieu" / "Sổ của Đăk Hà.stt"
    written = paths.kept(office)
    assert written == "du-lieu/Sổ của Đăk Hà.stt"
    elsewhere = tmp_path / "khác" / "so.stt"
    assert paths.found(paths.kept(elsewhere)) == elsewhere
    moved = stick.rename(tmp_path / "F")
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(moved))
    assert paths.found(written) == moved / "du-lieu" / "Sổ của Đăk Hà.stt"


def test_paths_of_the_installed_program_are_written_whole(tmp_path: Path) -> None:
    assert paths.found(paths.kept(tmp_path / "so.stt")) == tmp_path / "so.stt"


def test_logs_go_to_the_machine_where_the_stick_is_locked(stick: Path) -> None:
    with read_only(stick):
        folder = paths.log_folder()
        assert not folder.is_relative_to(stick)
    assert list(stick.iterdir()) == [stick / paths.PORTABLE_MARK]


def test_the_first_folder_that_takes_a_file_is_taken(tmp_path: Path) -> None:
    in_the_way = tmp_path / "tệp"
    in_the_way.touch()
    wanted = tmp_path / "nhật ký" / "sâu"
    assert paths.first_writable((in_the_way / "x", wanted)) == wanted
    assert list(wanted.iterdir()) == [], "the try leaves nothing behind"
    assert paths.first_writable((in_the_way / "x",)) == in_the_way / "x"


def test_the_folder_windows_tells_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cục bộ"))
    assert paths.local_folder() == tmp_path / "cục bộ" / "SoTruyenThong"
