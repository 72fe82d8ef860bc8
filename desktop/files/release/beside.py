"""Hold an installer and the log of changes against the list of hashes beside them."""

import hashlib
from pathlib import Path
from typing import Final

from desktop.errors import UpdateError
from desktop.files.release.sums import Sums, read_bounded
from desktop.records.update import VersionChanges
from desktop.rules.change_log import read_change_log

LOG: Final = "THAY_DOI.md"
LARGEST_LOG: Final = 1_000_000
"""Bytes: a version takes some thousand."""


def proof_of(
    installer: Path, sha256: str, sums: Sums, size: int, told: int | None
) -> None:
    """See that a hash is the one listed for an installer's name.

    Args:
        installer: Where it lay; its name is looked up.
        sha256: Of our copy.
        sums: The list beside it.
        size: Of our copy, in bytes.
        told: How many bytes the installer says it has, if it says so.

    Raises:
        UpdateError: `renamed`, `not_listed`, `swapped`, `truncated`, `extended`,
            `differs`.
    """
    listed = sums.hashes.get(installer.name)
    if listed == sha256:
        return
    others = sums.names_of(sha256)
    if others:
        reason = "swapped" if listed else "renamed"
        raise UpdateError(installer, reason, others[0])
    if listed is None:
        raise UpdateError(installer, "not_listed")
    raise UpdateError(installer, _how_it_differs(size, told))


def log_of(installer: Path, sums: Sums, version: str) -> tuple[VersionChanges, ...]:
    """Return what the log of changes beside an installer says; nothing without a log.

    A log the list does not speak of is shown to nobody: anybody may have written it.

    Raises:
        UpdateError: `log_differs`, `log_unreadable`, or `log_silent` where it does not
            speak of the version it came with.
    """
    path = installer.with_name(LOG)
    listed = sums.hashes.get(LOG)
    if listed is None or not path.is_file():
        return ()
    raw = read_bounded(path, LARGEST_LOG, refused_as="log_differs")
    if hashlib.sha256(raw).hexdigest() != listed:
        raise UpdateError(path, "log_differs")
    try:
        found = read_change_log(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UpdateError(path, "log_unreadable") from error
    if version not in {one.version for one in found}:
        raise UpdateError(path, "log_silent", version)
    return found


def _how_it_differs(size: int, told: int | None) -> str:
    if told is None or told == size:
        return "differs"
    return "truncated" if size < told else "extended"
