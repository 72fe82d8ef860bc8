"""Copies for viewing go when nobody needs them any more."""

import os
import time
from pathlib import Path

import pytest

from desktop import paths
from desktop.gui.forms.evidence.viewing import LASTS, sweep, view_folder
from tests.store.powerless import read_only


def test_only_old_copies_go_and_empty_folders_with_them(tmp_path: Path) -> None:
    old, new = tmp_path / "a" / "old.pdf", tmp_path / "b" / "new.pdf"
    for path in (old, new):
        path.parent.mkdir()
        path.write_bytes(b"x")
        path.chmod(0o400)
    past = time.time() - LASTS - 10
    os.utime(old, (past, past))
    sweep(tmp_path, older_than=LASTS)
    assert not old.parent.exists()
    assert new.exists()
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []
    sweep(tmp_path / "never made")


def test_copies_lie_among_our_data_or_of_a_locked_stick_on_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert view_folder().parent == paths.user_folder()
    (tmp_path / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path))
    with read_only(tmp_path):
        monkeypatch.setattr(paths, "local_folder", lambda: tmp_path.parent / "máy")
        assert view_folder() == tmp_path.parent / "máy" / "xem-minh-chung"
