"""The newest backup is known by its time."""

import datetime as dt
import os
from pathlib import Path

from desktop.gui.backups import folder_of, is_due, newest
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


def test_a_backup_is_due_once_a_day(office: Path) -> None:
    today = dt.datetime.now().astimezone().date()
    assert is_due(office, today)
    with Store(office) as store:
        store.back_up()
    assert not is_due(office, today)
    assert is_due(office, today + dt.timedelta(days=1))
