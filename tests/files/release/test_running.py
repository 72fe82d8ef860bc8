"""The running edition is known, and the installer started as NSIS wants it."""

import hashlib
import sys
import time
from pathlib import Path

import pytest

from desktop.errors import UpdateError
from desktop.files.release.running import (
    build_hash,
    edition,
    may_write,
    start_installer,
    switches,
)
from desktop.records.update import Edition

FOLDER = "Sổ (thử) & bạn"


def test_each_edition_is_known_by_what_lies_there(tmp_path: Path) -> None:
    assert edition(None) is Edition.CHECKOUT
    assert edition(tmp_path) is Edition.INSTALLED
    (tmp_path / "ban-usb.txt").touch()
    assert edition(tmp_path) is Edition.CARRIED


def test_the_folder_comes_last_and_without_quotes(tmp_path: Path) -> None:
    program = tmp_path / FOLDER
    program.mkdir()
    assert switches(program) == f"/D={program}"
    (program / "ban-usb.txt").touch()
    assert switches(program) == f"/PORTABLE /D={program}"


def test_the_build_is_told_by_the_hash_of_what_it_wrote(tmp_path: Path) -> None:
    assert build_hash(None) == build_hash(tmp_path) == ""
    (tmp_path / "PHIEN_BAN.json").write_bytes(b'{"version": "0.1.0"}')
    assert build_hash(tmp_path) == hashlib.sha256(b'{"version": "0.1.0"}').hexdigest()


def test_trying_to_write_leaves_nothing(tmp_path: Path) -> None:
    assert may_write(tmp_path)
    assert not list(tmp_path.iterdir())
    assert not may_write(tmp_path / "gone")


def test_an_installer_gets_its_words_and_starts_in_its_own_folder(
    tmp_path: Path,
) -> None:
    program = tmp_path / FOLDER
    program.mkdir()
    heard = tmp_path / "copy" / "heard.txt"
    heard.parent.mkdir()
    if sys.platform == "win32":
        with pytest.raises(UpdateError, match="not_started"):
            start_installer(tmp_path / "gone.exe", program)
        return
    installer = heard.parent / "cai-dat.exe"
    installer.write_text(
        '#!/bin/sh\nprintf "%s|%s" "$PWD" "$1" > t && mv t heard.txt\n'
    )
    installer.chmod(0o700)
    start_installer(installer, program)
    for _ in range(200):
        if heard.exists():
            break
        time.sleep(0.01)
    assert heard.read_text() == f"{heard.parent}|/D={program}"


def test_what_cannot_be_started_is_told_with_the_system_s_words(tmp_path: Path) -> None:
    with pytest.raises(UpdateError) as caught:
        start_installer(tmp_path / "gone.exe", tmp_path)
    assert caught.value.reason == "not_started"
    assert caught.value.facts[0]
