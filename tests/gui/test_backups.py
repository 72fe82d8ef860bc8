"""The newest backup is known by its time."""

import os
from pathlib import Path

from desktop.gui.backups import folder_of, newest
from desktop.store.store import Store


def test_no_backup_has_no_time(office: Path) -> None:
    assert newest(office) is None


def test_the_newest_of_this_office_counts(office: Path) -> None:
    with Store(office) as store:
        made = store.back_up()
    stranger = folder_of(office) / "khac-20990101-000000.stt"
    stranger.write_bytes(b"")
    os.utime(made, (1_700_000_000, 1_700_000_000))
    found = newest(office)
    assert found is not None
    assert found.timestamp() == 1_700_000_000
