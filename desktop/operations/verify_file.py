"""Verify any signed file, from us or from elsewhere."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from desktop import paths
from desktop.files import verification
from desktop.files.signatures.trust import Trust, load_trust
from desktop.records.verification import FileVerdict
from desktop.rules.verdict import stands

__all__ = ["own_trust", "stands", "verify_file"]


def own_trust(extra: Iterable[Path] = ()) -> Trust:
    """Return the certificates pinned by the program and by the office.

    Raises:
        FileError: A certificate cannot be read.
    """
    return load_trust(paths.DATA / "trust", paths.user_folder() / "trust", extra=extra)


def verify_file(
    path: Path, trust: Trust, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Return what was found of a file and of every signature in it.

    Raises:
        FileError: The file is missing, or there is nothing in it to verify.
        PackageError: It is a package that cannot be opened.
    """
    return verification.verify_file(path, trust, now=now)
