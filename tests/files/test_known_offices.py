"""Every office of a user is known by where it is, also after the folder moved."""

import shutil
from pathlib import Path

import pytest

from desktop import paths
from desktop.files.known_offices import LIST, known, opened, present, remember


def test_the_last_one_opened_comes_first_and_each_once(tmp_path: Path) -> None:
    for name in ("a.stt", "b.stt", "a.stt"):
        remember(tmp_path / "xa" / name, tmp_path / "data")
    assert [one.name for one in opened(tmp_path / "data")] == ["a.stt", "b.stt"]


def test_what_lies_among_the_data_is_known_without_being_opened(tmp_path: Path) -> None:
    for name in ("Sổ của Đăk.stt", "B.STT", "man-hinh.ini"):
        (tmp_path / name).write_text("x")
    assert {one.name for one in known(tmp_path)} == {"Sổ của Đăk.stt", "B.STT"}
    remember(tmp_path / "B.STT", tmp_path)
    assert [one.name for one in known(tmp_path)] == ["B.STT", "Sổ của Đăk.stt"]


def test_a_stick_edition_that_moved_finds_its_offices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, far = (tmp_path / name for name in ("D", "E", "xa.stt"))
    old.mkdir()
    (old / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(old))
    remember(old / "du-lieu" / "so.stt")
    remember(far)
    shutil.move(old, new)
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(new))
    assert opened(new / "du-lieu") == (far, new / "du-lieu" / "so.stt")


def test_a_relative_name_is_meant_from_where_one_stands(tmp_path: Path) -> None:
    here = Path.cwd() / "so.stt"
    remember(Path("so.stt"), tmp_path)
    assert opened(tmp_path) == (here,)


def test_without_a_folder_nothing_is_known(tmp_path: Path) -> None:
    assert known(tmp_path / "missing") == ()
    (tmp_path / LIST).mkdir()
    assert opened(tmp_path) == ()


def test_the_program_s_own_place_is_the_user_s_folder(tmp_path: Path) -> None:
    remember(tmp_path / "so.stt")
    assert (paths.user_folder() / LIST).is_file()
    assert tmp_path / "so.stt" in known()


def test_only_what_stands_there_is_present(tmp_path: Path) -> None:
    (tmp_path / "a.stt").write_text("x")
    (tmp_path / "thư mục.stt").mkdir()
    asked = [tmp_path / name for name in ("a.stt", "thư mục.stt", "b.stt")]
    assert present(asked) == (tmp_path / "a.stt",)
