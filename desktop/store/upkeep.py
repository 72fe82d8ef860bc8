"""Recognise, open, lock, check and make an office file."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from desktop import media
from desktop.errors import (
    PlaceUnfitError,
    StoreDamagedError,
    StoreForeignError,
    StoreUnavailableError,
)
from desktop.store import migrations
from desktop.store.faults import doubted, translated
from desktop.taking_place import take_place

SUFFIX = ".stt"
"""Ending of an office file's name."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68
_WRITERS_CACHE = 65_536
"""Kilobytes of pages in memory while a change is written: rows of a large one go all
over the indexes of their table."""
_PATIENCE = 5
_PATIENCE_ON_STICKS = 30
"""Seconds to wait for another connection. Where changes are not logged ahead, who
writes waits for who reads, and the other way round."""
COMPANIONS = ("-wal", "-shm", "-journal")
"""Endings of the files SQLite puts beside a database."""


def recognise(path: Path) -> None:
    """Check by its first bytes that a file is an office file.

    Raises:
        StoreUnavailableError: The file is missing or cannot be read.
        StoreForeignError: It is something else.
    """
    try:
        if not path.is_file():
            raise StoreUnavailableError(path, "missing")
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
        refuse_unfinished(path)
        # On a medium that cannot be written, nobody else writes to it either.
        return _connect(path, "mode=ro&immutable=1", writable=False)


def _connect(path: Path, how: str, *, writable: bool) -> sqlite3.Connection:
    with doubted(path):
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?{how}",
            uri=True,
            timeout=_PATIENCE if media.logs_ahead(path) else _PATIENCE_ON_STICKS,
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
    if writable:
        db.execute(f"pragma cache_size = {-_WRITERS_CACHE}")
    else:
        db.execute("pragma query_only = on")


@contextlib.contextmanager
def at_rest(path: Path) -> Iterator[sqlite3.Connection]:
    """Read an office file that nobody has open here, such as a copy of one.

    Raises:
        StoreUnavailableError: It cannot be read.
        StoreForeignError, StoreDamagedError: As `recognise` and `check`.
    """
    recognise(path)
    with contextlib.closing(connect(path, writable=False)) as db:
        check(db, path)
        yield db


def choose_journal(db: sqlite3.Connection, path: Path) -> None:
    """Let readers go on undisturbed while a change is written, where that is safe.

    On a stick the old pages are kept aside instead, and the file is whole without its
    companions after each change. Only of a file known to be ours and whole: the mode
    is written into it.

    Raises:
        StoreUnavailableError: `in_use`: another program reads it, and the mode would
            have to change.
    """
    ahead = media.logs_ahead(path)
    with doubted(path):
        db.execute(f"pragma journal_mode = {'wal' if ahead else 'delete'}")
        if not ahead:
            # The folder too is flushed, in which the journal stops standing.
            db.execute("pragma synchronous = extra")
            # Written early, a large change would hold up every reader to its end.
            db.execute("pragma cache_spill = off")


def refuse_unfit(path: Path, *, new: bool = False) -> None:
    """Check that an office file may be written where it lies, or is to lie.

    Raises:
        PlaceUnfitError: It may not.
    """
    reason = media.unfit(path, new=new)
    if reason:
        raise PlaceUnfitError(path, *reason)


def refuse_unfinished(path: Path) -> None:
    """Check that no change was cut off in a file that can only be read.

    Such a change has to be taken back, or brought in, before anybody reads.

    Raises:
        StoreUnavailableError: One was.
    """
    for one in companions(path):
        if not one.name.endswith("-shm") and _stands(one) and one.stat().st_size:
            raise StoreUnavailableError(path, "unfinished")


def keep_scraps_in_memory(db: sqlite3.Connection) -> None:
    """Keep in memory what one row may have to take back until it is written.

    In a file that is a write for every page of every row, a third of the whole time.
    Not while a file is brought up to date: its indexes are sorted beside it.
    """
    db.execute("pragma temp_store = memory")


@contextlib.contextmanager
def leaving_no_companions(path: Path) -> Iterator[None]:
    """Remove what a failed opening put beside a file that had nothing beside it."""
    there = [one for one in companions(path) if _stands(one)]
    try:
        yield
    except BaseException:
        for one in companions(path):
            if one not in there and _stands(one):
                one.unlink(missing_ok=True)
        raise


def companions(path: Path) -> tuple[Path, ...]:
    """Return the files SQLite may put beside a database."""
    return tuple(path.with_name(path.name + ending) for ending in COMPANIONS)


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
        # On a stick that was pulled out there is nothing to let go of any more.
        with contextlib.suppress(OSError):
            lock.release()
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink()


def check(db: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """Check that a file does not contradict itself.

    Raises:
        StoreDamagedError: It does; carries SQLite's first finding.
    """
    with doubted(path):
        pragma = "integrity_check" if thorough else "quick_check"
        found = [str(row[0]) for row in db.execute(f"pragma {pragma}(1)")]
        if found != ["ok"]:
            raise StoreDamagedError(path, "integrity", *found)
        orphan = db.execute("pragma foreign_key_check").fetchone() if thorough else None
        if orphan is not None:
            raise StoreDamagedError(path, "foreign_keys", str(orphan[0]))


def refuse_existing(path: Path) -> None:
    """Check that nothing stands where a new office file is to be made.

    Raises:
        StoreUnavailableError: Something does.
    """
    if _stands(path):
        raise StoreUnavailableError(path, "exists")


def _stands(path: Path) -> bool:
    """Tell whether there is such a file; a folder nobody may enter shows none."""
    try:
        return path.exists()
    except OSError:
        return False


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
        take_place(part, path)
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


def flush(path: Path) -> None:
    """Push a file's bytes to the device."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def remove_set(path: Path) -> None:
    """Remove a database file with everything SQLite put beside it."""
    for one in (path, *companions(path)):
        if _stands(one):
            one.unlink(missing_ok=True)
