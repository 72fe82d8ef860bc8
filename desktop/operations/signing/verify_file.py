"""Verify any signed file, from us or from elsewhere."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import FileError, LockError, PackageError
from desktop.files.signatures.trust import SHIPPED, Trust, load_trust
from desktop.operations.trust.read_trust import trust_folder
from desktop.progress import Progress, silent
from desktop.records.verification import FileVerdict
from desktop.rules.verdict import stands

if TYPE_CHECKING:
    from desktop.files.verifying.process import Checker

__all__ = ["own_trust", "stands", "verify_file"]

_MOST = 200_000_000
"""Bytes of the largest file that is asked whether it is locked."""


def own_trust(extra: Iterable[Path] = ()) -> Trust:
    """Return the certificates pinned by the program and by the office.

    Raises:
        FileError: A certificate of `extra` cannot be read.
    """
    return load_trust(SHIPPED, trust_folder(), extra=extra)


def verify_file(
    path: Path,
    trust: Trust,
    progress: Progress = silent,
    *,
    now: dt.datetime | None = None,
    checker: "Checker | None" = None,
) -> FileVerdict:
    """Return what was found of a file and of every signature in it.

    It is checked in another process, within limits: a file that hangs or crashes the
    libraries is one that could not be checked. `checker` is what checks many in turn.

    Raises:
        FileError: The file is missing, or there is nothing in it to verify.
        LockError: `closed`: it is locked, and what is signed lies inside.
        PackageError: It is a package that cannot be opened.
        Cancelled: The user asked to stop.
    """
    from desktop.files.verifying.process import verify_apart

    check = verify_apart if checker is None else checker.check
    try:
        return check(path, trust, progress, now=now)
    except (FileError, PackageError) as error:
        if _is_locked(path):
            raise LockError(path, "closed") from error
        raise


def _is_locked(path: Path) -> bool:
    """Tell whether a file nothing was found in is one that is locked."""
    from desktop.files.locking import lock_of

    try:
        return path.stat().st_size <= _MOST and lock_of(path.read_bytes()) is not None
    except OSError:
        return False
