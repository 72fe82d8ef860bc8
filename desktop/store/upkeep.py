"""Open, recognise, lock, check, back up and restore an office file."""

import contextlib
import datetime as dt
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from desktop.errors import (
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreTooNewError,
    StoreUnavailableError,
)
from desktop.progress import Progress, Step, silent
from desktop.store import migrations
from desktop.store.faults import translated

SUFFIX = ".stt"
"""Ending of an office file's name."""

BACKUP_FOLDER = "sao-luu"
"""Folder beside the office file that holds its backups."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68
_KEPT_BACKUPS = 30
_KEPT_BY_HISTORY = 3
_COMPANIONS = ("-wal", "-shm", "-journal")
_PAGES_A_STEP = 500


def recognise(path: Path) -> None:
    """Check by its first bytes that a file is an office file.

    Raises:
        StoreUnavailableError: The file is missing or cannot be read.
        StoreForeignError: It is something else.
    """
    if not path.is_file():
        raise StoreUnavailableError(path, "missing")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreUnavailableError(path, "unreadable") from error
    found = int.from_bytes(head[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    if not head.startswith(_MAGIC) or found != migrations.APPLICATION_ID:
        raise StoreForeignError(path, "not_an_office_file")


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open a connection with the settings every connection of ours has."""
    if writable:
        return _connect(path, "mode=rw", writable=True)
    try:
        # Not `ro`: the last connection to close must be able to clear away the
        # companion files, and `query_only` keeps it from writing anything else.
        return _connect(path, "mode=rw", writable=False)
    except StoreUnavailableError:
        # On a medium that cannot be written, nobody else writes to it either.
        return _connect(path, "mode=ro&immutable=1", writable=False)


def _connect(path: Path, how: str, *, writable: bool) -> sqlite3.Connection:
    with translated(path):
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?{how}",
            uri=True,
            timeout=5,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _settle(db, writable=writable)
        except BaseException:
            db.close()
            raise
    return db


def _settle(db: sqlite3.Connection, *, writable: bool) -> None:
    db.row_factory = sqlite3.Row
    db.execute("pragma trusted_schema = off")
    db.execute("pragma cell_size_check = on")
    db.execute("pragma foreign_keys = on")
    # A flush at each commit: nothing acknowledged is lost in a power cut.
    db.execute("pragma synchronous = full")
    if not writable:
        db.execute("pragma query_only = on")


def log_ahead(db: sqlite3.Connection, path: Path) -> None:
    """Let readers go on undisturbed while a change is written.

    Only of a file known to be ours and whole: the mode is written into it.
    """
    with translated(path):
        db.execute("pragma journal_mode = wal")


@contextlib.contextmanager
def leaving_no_companions(path: Path) -> Iterator[None]:
    """Remove what a failed opening put beside a file that had nothing beside it."""
    there = [one for one in companions(path) if one.exists()]
    try:
        yield
    except BaseException:
        for one in companions(path):
            if one not in there:
                one.unlink(missing_ok=True)
        raise


def companions(path: Path) -> tuple[Path, ...]:
    """Return the files SQLite may put beside a database."""
    return tuple(path.with_name(path.name + ending) for ending in _COMPANIONS)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold an office file so that no second program writes to it.

    Raises:
        StoreUnavailableError: Another program holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.khoa", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreUnavailableError(path, "in_use") from error
    except OSError as error:
        raise StoreUnavailableError(path, "read_only") from error
    try:
        yield
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink()


def check(db: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """Check that a file does not contradict itself.

    Raises:
        StoreDamagedError: It does; carries SQLite's first finding.
    """
    with translated(path):
        pragma = "integrity_check" if thorough else "quick_check"
        found = [str(row[0]) for row in db.execute(f"pragma {pragma}(1)")]
        if found != ["ok"]:
            raise StoreDamagedError(path, "integrity", *found)
        orphan = db.execute("pragma foreign_key_check").fetchone() if thorough else None
        if orphan is not None:
            raise StoreDamagedError(path, "foreign_keys", str(orphan[0]))


def bring_up_to_date(
    db: sqlite3.Connection, path: Path, now: dt.datetime, progress: Progress = silent
) -> None:
    """Take the steps of the schema that are still pending, after a backup.

    Raises:
        StoreTooNewError: The file has a step this program does not know.
    """
    with translated(path):
        ahead = migrations.unknown(db)
        if ahead:
            raise StoreTooNewError(path, "unknown_step", *ahead)
        if not migrations.pending(db):
            return
        if migrations.applied(db):
            back_up(db, path, backup_name(path, now), progress)
        progress(Step("migrating", 0, 0))
        db.execute("pragma foreign_keys = off")
        migrations.apply(db)
        db.execute("pragma foreign_keys = on")
        check(db, path, thorough=True)


def refuse_other_versions(db: sqlite3.Connection, path: Path) -> None:
    """Check that a file opened only for reading has exactly the schema we know.

    Raises:
        StoreTooNewError: It has a step this program does not know.
        StoreUnavailableError: It has steps to take first, which needs writing.
    """
    with translated(path):
        ahead = migrations.unknown(db)
        if ahead:
            raise StoreTooNewError(path, "unknown_step", *ahead)
        if migrations.pending(db):
            raise StoreUnavailableError(path, "older")


def refuse_existing(path: Path) -> None:
    """Check that nothing stands where a new office file is to be made.

    Raises:
        StoreUnavailableError: Something does.
    """
    if path.exists():
        raise StoreUnavailableError(path, "exists")


def create(path: Path) -> None:
    """Make an empty office file with the whole schema, or leave nothing behind.

    Raises:
        StoreUnavailableError: A file of that name exists, or none can be made.
    """
    refuse_existing(path)
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _fill(part)
        os.replace(part, path)  # noqa: PTH105  replaces in one step
    except OSError as error:
        raise StoreUnavailableError(path, "read_only") from error
    finally:
        remove_set(part)


def _fill(part: Path) -> None:
    with (
        translated(part),
        contextlib.closing(sqlite3.connect(part, isolation_level=None)) as db,
    ):
        db.execute(f"pragma application_id = {migrations.APPLICATION_ID}")
        migrations.apply(db)


def backup_name(path: Path, now: dt.datetime) -> Path:
    """Return where the next backup of an office file goes."""
    stamp = now.strftime("%Y%m%d-%H%M%S")
    return _free(path.parent / BACKUP_FOLDER / f"{path.stem}-{stamp}{SUFFIX}")


def _free(name: Path) -> Path:
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
        StoreUnavailableError: The folder is full or cannot be written, or the
            target is the open file itself.
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
        flush(part)
        os.replace(part, target)  # noqa: PTH105  replaces in one step
    except OSError as error:
        raise StoreUnavailableError(target, "read_only") from error
    finally:
        remove_set(part)
    _thin(path, target)
    return target


def _copy(db: sqlite3.Connection, part: Path, progress: Progress) -> None:
    def tell(_status: int, left: int, total: int) -> None:
        progress(Step("backing_up", total - left, total))

    with translated(part), contextlib.closing(sqlite3.connect(part)) as copy:
        db.backup(copy, pages=_PAGES_A_STEP, progress=tell)
        copy.execute("pragma journal_mode = delete")
        check(copy, part)


def _thin(path: Path, made: Path) -> None:
    """Remove the oldest backups of an office file beyond those that are kept.

    By count and not by date; and because a dead clock battery gives dates of 2009
    or 2099, neither the backup just made nor those with the longest history go.
    """
    found = sorted(_backups(path), key=lambda one: one.stat().st_mtime, reverse=True)
    if len(found) <= _KEPT_BACKUPS:
        return
    longest = sorted(found, key=_last_change, reverse=True)[:_KEPT_BY_HISTORY]
    for old in {*found[_KEPT_BACKUPS:]} - {made, *longest}:
        old.unlink(missing_ok=True)


def _backups(path: Path) -> Iterator[Path]:
    """Yield the backups of one office file, not those of `NAME-2` beside it."""
    ours = re.compile(rf"{re.escape(path.stem)}-\d{{8}}-\d{{6}}(-\d+)?")
    for file in (path.parent / BACKUP_FOLDER).glob(f"*{SUFFIX}"):
        if ours.fullmatch(file.stem):
            yield file


def _last_change(backup: Path) -> int:
    """Return the number of the newest change in a backup, 0 in a damaged one."""
    try:
        with contextlib.closing(connect(backup, writable=False)) as db:
            row = db.execute("select coalesce(max(id), 0) from changes").fetchone()
            return int(row[0])
    except (sqlite3.Error, UnicodeDecodeError, StoreError):
        return 0


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
            for ending in _COMPANIONS:
                path.with_name(path.name + ending).unlink(missing_ok=True)
            os.replace(part, path)  # noqa: PTH105  replaces in one step
        except OSError as error:
            raise StoreUnavailableError(path, "read_only") from error
        finally:
            remove_set(part)
    return aside


def _copy_checked(backup: Path, part: Path) -> None:
    with contextlib.closing(connect(backup, writable=False)) as source:
        check(source, backup, thorough=True)
        ahead = migrations.unknown(source)
        if ahead:
            raise StoreTooNewError(backup, "unknown_step", *ahead)
        remove_set(part)
        _copy(source, part, silent)
    flush(part)


def _keep_aside(path: Path, now: dt.datetime) -> Path | None:
    if not path.exists():
        return None
    stamp = now.strftime("%Y%m%d-%H%M%S")
    aside = _free(path.with_name(f"{path.stem}-truoc-khoi-phuc-{stamp}{SUFFIX}"))
    for ending in (*_COMPANIONS, ""):
        companion = path.with_name(path.name + ending)
        if companion.exists():
            _keep_copy(companion, aside.with_name(aside.name + ending))
    return aside


def _keep_copy(file: Path, copy: Path) -> None:
    part = copy.with_name(f"{copy.name}.part")
    try:
        shutil.copy2(file, part)
        flush(part)
        os.replace(part, copy)  # noqa: PTH105  replaces in one step
    finally:
        part.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Push a file's bytes to the device."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def remove_set(path: Path) -> None:
    """Remove a database file with everything SQLite put beside it."""
    for ending in ("", *_COMPANIONS):
        with contextlib.suppress(NotADirectoryError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
