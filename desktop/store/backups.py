"""Back up an office file, and put a backup in its place, each whole or not at all."""

import contextlib
import datetime as dt
import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.errors import StoreError, StoreUnavailableError
from desktop.progress import Progress, Step, silent
from desktop.store import migrations
from desktop.store.faults import translated
from desktop.store.upkeep import (
    COMPANIONS,
    SUFFIX,
    check,
    connect,
    flush,
    locked,
    recognise,
    remove_set,
)
from desktop.taking_place import forget, reason_of, take_place

BACKUP_FOLDER = "sao-luu"
"""Folder beside the office file that holds its backups."""

_KEPT_BACKUPS = 30
_KEPT_BY_HISTORY = 3
_PAGES_A_STEP = 500


def backup_name(path: Path, now: dt.datetime) -> Path:
    """Return where the next backup of an office file goes."""
    stamp = now.strftime("%Y%m%d-%H%M%S")
    return free_name(path.parent / BACKUP_FOLDER / f"{path.stem}-{stamp}{SUFFIX}")


def free_name(name: Path) -> Path:
    """Return a name, or the first with a number after it, that no file bears."""
    free, count = name, 2
    while free.exists():
        free = name.with_stem(f"{name.stem}-{count}")
        count += 1
    return free


def back_up(
    db: sqlite3.Connection, path: Path, target: Path, progress: Progress = silent
) -> Path:
    """Copy the whole of an open office file, check the copy, then put it in place.

    Raises:
        StoreUnavailableError: The folder is full or cannot be written; `copy_gone`:
            its disk was pulled out; `copy_differs`: it keeps other bytes than it was
            given; or the target is the open file itself.
        StoreDamagedError: The copy does not pass its check.
        Cancelled: The user asked to stop; no copy is left.
    """
    part = target.with_name(f"{target.name}.part")
    if target.exists() and target.samefile(path):
        raise StoreUnavailableError(target, "exists")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_set(part)
        _copy(db, part, progress)
        _settle(part, target)
        take_place(part, target)
    except OSError as error:
        raise StoreUnavailableError(target, _why(error)) from error
    finally:
        _remove(part)
    _thin(path, target)
    return target


def _copy(db: sqlite3.Connection, part: Path, progress: Progress) -> None:
    def tell(_status: int, left: int, total: int) -> None:
        progress(Step("backing_up", total - left, total))

    with translated(part), contextlib.closing(sqlite3.connect(part)) as copy:
        db.backup(copy, pages=_PAGES_A_STEP, progress=tell)
        copy.execute("pragma journal_mode = delete")
        check(copy, part)


def _settle(part: Path, target: Path) -> None:
    """Push a checked copy to the device, and see that the device keeps it.

    The check read what the system remembers of the copy; a stick that lies about its
    size is found out only by reading the device.
    """
    checked = _digest(part)
    flush(part)
    if _digest(part) != checked:
        raise StoreUnavailableError(target, "copy_differs")


def _digest(part: Path) -> str:
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        forget(file)
    return digest


def _why(error: OSError) -> str:
    reason = reason_of(error)
    if reason == "gone" or isinstance(error, FileNotFoundError):
        return "copy_gone"
    return "full" if reason == "full" else "read_only"


def _remove(part: Path) -> None:
    with contextlib.suppress(OSError):  # a stick that is gone took it along
        remove_set(part)


def _thin(path: Path, made: Path) -> None:
    """Remove the oldest backups of an office file beyond those that are kept.

    By count and not by date; and because a dead clock battery gives dates of 2009
    or 2099, neither the backup just made nor those with the longest history go.
    """
    thin(_backups(path), made, _KEPT_BACKUPS)


def thin(backups: Iterable[Path], made: Path, kept: int) -> None:
    """Remove the oldest of some backups, beyond a number of them.

    Neither the one just made goes nor those with the longest history.
    """
    found = newest_first(backups)
    if len(found) <= kept:
        return
    longest = sorted(found, key=_last_change, reverse=True)[:_KEPT_BY_HISTORY]
    for old in {*found[kept:]} - {made, *longest}:
        old.unlink(missing_ok=True)


def _backups(path: Path) -> Iterator[Path]:
    """Yield the backups of one office file, not those of `NAME-2` beside it."""
    ours = re.compile(rf"{re.escape(path.stem)}-\d{{8}}-\d{{6}}(-\d+)?")
    for file in (path.parent / BACKUP_FOLDER).glob(f"*{SUFFIX}"):
        if ours.fullmatch(file.stem):
            yield file


def newest_backups(path: Path, count: int) -> tuple[Path, ...]:
    """Return the backups of an office file made last, the newest first."""
    return newest_first(_backups(path))[:count]


def newest_first(backups: Iterable[Path]) -> tuple[Path, ...]:
    """Return backups in the order they were made, the last one first."""
    made = sorted(backups, key=lambda one: one.stat().st_mtime, reverse=True)
    return tuple(made)


def _last_change(backup: Path) -> int:
    """Return the number of the newest change in a backup, 0 in a damaged one."""
    return head_of(backup)[0]


def head_of(backup: Path) -> tuple[int, str]:
    """Return number and hash of the newest change in a backup; 0 in a damaged one."""
    try:
        with contextlib.closing(connect(backup, writable=False)) as db:
            row = db.execute(
                "select id, hash from changes order by id desc limit 1"
            ).fetchone()
            return (0, "") if row is None else (int(row[0]), str(row[1]))
    except (sqlite3.Error, UnicodeDecodeError, StoreError):
        return 0, ""


def restore(backup: Path, path: Path, now: dt.datetime) -> Path | None:
    """Put a backup in the place of an office file; return where the old one lies.

    The live file and its companions are kept aside as a set first, and the
    companions go before the backup comes: a `-wal` left behind would be replayed
    into it. At every moment some whole file bears the office's name.

    Raises:
        StoreUnavailableError: The file is in use, or the backup cannot be read.
        StoreForeignError: The backup is not an office file.
        StoreDamagedError: The backup does not pass its check.
        StoreTooNewError: The backup was made by a later program.
    """
    recognise(backup)
    with locked(path):
        part = path.with_name(f"{path.name}.part")
        try:
            _copy_checked(backup, part)
            aside = _keep_aside(path, now)
            for ending in COMPANIONS:
                path.with_name(path.name + ending).unlink(missing_ok=True)
            take_place(part, path)
        except OSError as error:
            raise StoreUnavailableError(path, "read_only") from error
        finally:
            remove_set(part)
    return aside


def _copy_checked(backup: Path, part: Path) -> None:
    with contextlib.closing(connect(backup, writable=False)) as source:
        check(source, backup, thorough=True)
        migrations.refuse_unknown(source, backup)
        remove_set(part)
        _copy(source, part, silent)
    flush(part)


def _keep_aside(path: Path, now: dt.datetime) -> Path | None:
    if not path.exists():
        return None
    stamp = now.strftime("%Y%m%d-%H%M%S")
    aside = free_name(path.with_name(f"{path.stem}-truoc-khoi-phuc-{stamp}{SUFFIX}"))
    for ending in (*COMPANIONS, ""):
        companion = path.with_name(path.name + ending)
        if companion.exists():
            _keep_copy(companion, aside.with_name(aside.name + ending))
    return aside


def _keep_copy(file: Path, copy: Path) -> None:
    part = copy.with_name(f"{copy.name}.part")
    try:
        shutil.copyfile(file, part)
        flush(part)
        take_place(part, copy)
    finally:
        part.unlink(missing_ok=True)
