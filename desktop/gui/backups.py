"""Know the backups of an office file: the newest, and where they lie."""

import datetime as dt
from pathlib import Path


def folder_of(path: Path) -> Path:
    """Return the folder that holds an office file's backups."""
    from desktop.store.backups import BACKUP_FOLDER

    return path.parent / BACKUP_FOLDER


def is_due(path: Path, today: dt.date) -> bool:
    """Tell whether an office file has no backup of today yet."""
    last = newest(path)
    return last is None or last.date() < today


def newest(path: Path) -> dt.datetime | None:
    """Return when the newest backup was made, or None."""
    files = folder_of(path).glob(f"{path.stem}-*{path.suffix}")
    times = [file.stat().st_mtime for file in files]
    return dt.datetime.fromtimestamp(max(times)).astimezone() if times else None
