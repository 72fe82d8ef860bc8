"""Sort SQLite's errors into the world's faults and our own bugs.

Faults of the world become `StoreError`; a broken constraint or a wrong statement
is our bug and is left as it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import (
    Cancelled,
    ConflictError,
    StoreDamagedError,
    StoreForeignError,
    StoreUnavailableError,
)

_WORLD = {
    "SQLITE_BUSY": "in_use",
    "SQLITE_LOCKED": "in_use",
    "SQLITE_READONLY_DBMOVED": "gone",
    "SQLITE_READONLY_RECOVERY": "unfinished",
    "SQLITE_READONLY_ROLLBACK": "unfinished",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "unreadable",
    "SQLITE_CANTOPEN": "unreadable",
    "SQLITE_NOLFS": "full",
    "SQLITE_PROTOCOL": "in_use",
}
_OF_THE_DRIVE = ("unreadable", "read_only")
"""Reasons that are none where the drive itself is not there any more."""

LOCKED = "period_locked"
"""What the triggers of a locked period abort with, and the reason it becomes."""

_REFUSED = (LOCKED, "issued_frozen")
"""Everything the schema's triggers abort with."""

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors on the world into the program's own.

    Raises:
        StoreUnavailableError: Busy, read-only, full, unreadable, or gone.
        StoreDamagedError: The content contradicts itself.
        StoreForeignError: The file is no database.
        ConflictError: `period_locked`, `issued_frozen`: the schema refused it.
        Cancelled: The user asked to stop.
    """
    try:
        yield
    except sqlite3.Error as error:
        raised = _sorted(error, path)
        if raised is None:
            raise
        raise raised from error
    except UnicodeDecodeError as error:
        # Python decodes the text of the error itself from the damaged file.
        raise StoreDamagedError(path, "text") from error


@contextmanager
def doubted(path: Path) -> Iterator[None]:
    """Read a file not yet known to be whole: what else SQLite says is damage too.

    A damaged schema gives plain errors, such as one of an unknown function.

    Raises:
        StoreError: As `translated`; of what is left, `StoreDamagedError`.
    """
    try:
        with translated(path):
            yield
    except sqlite3.Error as error:
        raise StoreDamagedError(path, "corrupt", str(error)) from error


def of_the_world(error: BaseException, path: Path) -> Exception | None:
    """Return the world's fault that an error nobody sorted is one of, if it is one."""
    return _sorted(error, path) if isinstance(error, sqlite3.Error) else None


def _sorted(error: sqlite3.Error, path: Path) -> Exception | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_INTERRUPT":
        return Cancelled()
    if name == "SQLITE_NOTADB":
        return StoreForeignError(path, "not_a_database")
    if name == "SQLITE_CONSTRAINT_TRIGGER" and str(error) in _REFUSED:
        return ConflictError(str(error))
    if name.startswith(_DAMAGED):
        return StoreDamagedError(path, "corrupt", str(error))
    for start, reason in _WORLD.items():
        if name.startswith(start):
            gone = reason in _OF_THE_DRIVE and not _stands(path.parent)
            return StoreUnavailableError(path, "gone" if gone else reason)
    return None


def _stands(path: Path) -> bool:
    """Tell whether a folder is there; where nobody may look, it is taken to be."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        # Windows: no such path, drive not ready, device not connected.
        return getattr(error, "winerror", None) not in {3, 21, 1167}
    return True
