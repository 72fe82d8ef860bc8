"""What belongs to this screen is kept, and nonsense in the file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from desktop import paths
from desktop.gui.settings import Settings
from tests.store.powerless import read_only


@pytest.mark.parametrize(
    ("written", "read"), [("120", 120), ("10", 90), ("900", 150), ("lớn", 100)]
)
def test_text_size_stays_within_limits(tmp_path: Path, written: str, read: int) -> None:
    file = tmp_path / "x.ini"
    file.write_text(f"[view]\ntext_size={written}\nscheme=pink\n", "utf-8")
    settings = Settings(file)
    assert (settings.text_size, settings.scheme) == (read, "auto")


def test_the_last_offices_come_first_and_once(
    settings: Settings, tmp_path: Path
) -> None:
    for name in "abcdefghija":
        settings.remember_office(tmp_path / name)
    assert "".join(path.name for path in settings.recent_offices) == "ajihgfed"


def test_everything_is_there_after_a_new_start(tmp_path: Path) -> None:
    file = tmp_path / "Người dùng" / "x.ini"
    first = Settings(file)
    first.remember_office(tmp_path / "Sổ của Đăk.stt")
    first.scheme = "dark"
    first.sync()
    again = Settings(file)
    assert again.recent_offices == (tmp_path / "Sổ của Đăk.stt",)
    assert again.scheme == "dark"


def test_the_layout_of_another_version_is_not_restored(settings: Settings) -> None:
    settings.keep_layout("table", 1, QByteArray(b"state"))
    assert settings.layout("table", 1) == QByteArray(b"state")
    assert settings.layout("table", 2).isEmpty()


def test_on_a_stick_offices_and_folders_are_kept_as_seen_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "E" / "SoTruyenThong"
    data = stick / "du-lieu"
    data.mkdir(parents=True)
    (stick / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(stick))
    first = Settings()
    first.remember_office(data / "Sổ Đăk Hà.stt")
    first.remember_folder("export", data / "bao-cao")
    first.sync()
    assert (data / "man-hinh.ini").is_file()
    (tmp_path / "E").rename(tmp_path / "F")
    moved = tmp_path / "F" / "SoTruyenThong"
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(moved))
    again = Settings()
    assert again.recent_offices == (moved / "du-lieu" / "Sổ Đăk Hà.stt",)
    assert again.folder("export") == moved / "du-lieu" / "bao-cao"


def test_whether_sticks_are_copied_is_read_back_from_the_file(tmp_path: Path) -> None:
    first = Settings(tmp_path / "x.ini")
    assert first.copies_sticks
    first.copies_sticks = False
    first.sync()
    assert not Settings(tmp_path / "x.ini").copies_sticks


def test_a_locked_folder_keeps_nothing_and_harms_nobody(tmp_path: Path) -> None:
    locked = tmp_path / "khóa"
    locked.mkdir()
    with read_only(locked):
        settings = Settings(locked / "x.ini")
        settings.text_size = 120
        settings.remember_office(tmp_path / "so.stt")
        settings.sync()
        assert settings.text_size == 120, "it holds until the program ends"
    assert list(locked.iterdir()) == []
