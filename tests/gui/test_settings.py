"""What belongs to this screen is kept, and nonsense in the file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from desktop.gui.settings import Settings


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
