"""Copies for viewing go when nobody needs them any more."""

import os
import time
from pathlib import Path

from desktop.gui.forms.evidence.viewing import LASTS, sweep


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
