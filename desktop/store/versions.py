"""Bring an office file to the newest schema, or refuse one that is newer."""

import datetime as dt
import sqlite3
from pathlib import Path

from desktop.errors import StoreUnavailableError
from desktop.progress import Progress, Step, silent
from desktop.store import backups, lookups, migrations
from desktop.store.faults import translated
from desktop.store.upkeep import check


def bring_up_to_date(
    db: sqlite3.Connection, path: Path, now: dt.datetime, progress: Progress = silent
) -> None:
    """Take the steps of the schema that are still pending, after a backup.

    Then what sorts and finds records is made anew, where it is not there or stale.

    Raises:
        StoreTooNewError: The file has a step this program does not know.
        StoreDamagedError: It has taken no step, though it is made with the first.
    """
    migrations.refuse_unknown(db, path)
    with translated(path):
        if migrations.pending(db):
            _take_steps(db, path, now, progress)
        lookups.bring_in_line(db, progress)


def _take_steps(
    db: sqlite3.Connection, path: Path, now: dt.datetime, progress: Progress
) -> None:
    backups.back_up(db, path, backups.backup_name(path, now), progress)
    progress(Step("migrating", 0, 0))
    db.execute("pragma foreign_keys = off")
    migrations.apply(db)
    db.execute("pragma foreign_keys = on")
    check(db, path, thorough=True)


def refuse_other_versions(db: sqlite3.Connection, path: Path) -> None:
    """Check that a file opened only for reading has exactly the schema we know.

    Raises:
        StoreTooNewError: It has a step this program does not know.
        StoreDamagedError: It has taken no step, though it is made with the first.
        StoreUnavailableError: It has steps to take first, which needs writing.
    """
    migrations.refuse_unknown(db, path)
    if migrations.pending(db):
        raise StoreUnavailableError(path, "older")
