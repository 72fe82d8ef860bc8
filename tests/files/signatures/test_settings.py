"""Tests of what a machine remembers of the key it signs with."""

import json
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import FileError
from desktop.files.signatures.settings import (
    FILE_NAME,
    SigningSettings,
    keep_settings,
    load_settings,
)

ON_A_TOKEN = SigningSettings(
    module=Path("/usr/lib/libtoken.so"), serial="0123", key_id="0aff", scheme="pss"
)
IN_A_FILE = SigningSettings(key_file=Path("/mnt/usb/khóa ký.p12"))


@pytest.mark.parametrize("settings", [SigningSettings(), ON_A_TOKEN, IN_A_FILE])
def test_what_is_kept_is_read(tmp_path: Path, settings: SigningSettings) -> None:
    folder = tmp_path / "new"
    keep_settings(folder, settings)
    assert load_settings(folder) == settings


def test_nothing_is_kept_at_first(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == SigningSettings()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"key_id": "xyz"}', '{"key_id": [1]}', "\x00", "null"],
)
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, "utf-8")
    assert load_settings(tmp_path) == SigningSettings()


def test_odd_values_fall_back_one_by_one(tmp_path: Path) -> None:
    kept = {"module": 3, "serial": 12, "scheme": "rot13", "key_id": "zz", "more": 1}
    (tmp_path / FILE_NAME).write_text(json.dumps(kept), "utf-8")
    assert load_settings(tmp_path) == SigningSettings(serial="12")


def test_no_secret_can_be_kept(tmp_path: Path) -> None:
    keep_settings(tmp_path, ON_A_TOKEN)
    kept = json.loads((tmp_path / FILE_NAME).read_text("utf-8"))
    assert set(kept) == {"key_file", "module", "serial", "key_id", "scheme"}


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(FileError) as caught:
        keep_settings(tmp_path / "file", ON_A_TOKEN)
    assert caught.value.reason == "no_folder"


def test_a_key_on_the_stick_of_the_program_moves_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "E"
    stick.mkdir()
    (stick / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(stick))
    keep_settings(stick, SigningSettings(key_file=stick / "khóa.p12"))
    moved = stick.rename(tmp_path / "F")
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(moved))
    assert load_settings(moved).key_file == moved / "khóa.p12"
