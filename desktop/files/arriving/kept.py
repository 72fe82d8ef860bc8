"""Keep our own copy of a file that came in, by its hash, before it is read."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.room import make_room
from desktop.files.whole_file import write
from desktop.progress import Progress, Step, silent

LIMIT: Final = 60_000_000
"""Bytes of one file: a package holds at most 50 MB, and a mail with it more."""
LEFT_FOR: Final = 30 * 24 * 3600.0
"""Seconds for which a file nobody took in stays."""

_ENDING: Final = ".tep"
_PART: Final = ".part"


@dataclass(frozen=True, slots=True)
class Kept:
    """Our own copy of a file."""

    path: Path
    sha256: str
    size: int
    """Bytes."""


def keep(folder: Path, source: Path) -> Kept:
    """Copy a file in, once, and read the copy back; the file itself is only read.

    Raises:
        FileError: `missing`, `unreadable`, `empty`, `too_large` of the file; `full`,
            `read_only`, `differs` of the folder. Nothing half written stays.
    """
    return keep_bytes(folder, _bytes_of(source))


def keep_bytes(folder: Path, data: bytes) -> Kept:
    """Keep some bytes, such as a file taken from an archive or a mail.

    Raises:
        FileError: `full`, `read_only` or `differs` of the folder.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    kept = Kept(place_of(folder, sha256), sha256, len(data))
    if whole(folder, sha256):
        return kept
    make_room(kept.path, len(data))
    write(kept.path, data)
    if not whole(folder, sha256):
        with suppress(OSError):
            kept.path.unlink(missing_ok=True)
        raise FileError(kept.path, "differs")
    return kept


def place_of(folder: Path, sha256: str) -> Path:
    """Return where the file with a hash lies, or would."""
    return folder / sha256[:2] / f"{sha256}{_ENDING}"


def find(folder: Path, sha256: str) -> Path | None:
    """Return where the file with a hash lies, or None when it is not there."""
    place = place_of(folder, sha256)
    return place if place.is_file() else None


def whole(folder: Path, sha256: str) -> bool:
    """Tell whether the file with a hash is there, and is what its name says."""
    try:
        with place_of(folder, sha256).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return False


def sweep(folder: Path, spoken_of: frozenset[str], now: float) -> int:
    """Remove files that were never taken in and lay long enough; tell how many.

    Args:
        folder: Where the files are kept.
        spoken_of: Hashes of the files that stay, however old.
        now: Seconds since the epoch.
    """
    gone = 0
    for place in [*folder.glob(f"??/*{_ENDING}"), *folder.glob(f"??/*{_PART}")]:
        with suppress(OSError):
            old = now - place.stat().st_mtime > LEFT_FOR
            if old and place.stem not in spoken_of:
                place.unlink()
                gone += 1
    return gone


def carry(
    source: Path, target: Path, wanted: tuple[str, ...], progress: Progress = silent
) -> tuple[int, tuple[str, ...]]:
    """Copy files by their hashes to another folder; tell how many, and which are bad.

    Raises:
        FileError: `full`, `read_only` or `differs`; those copied already stay.
        Cancelled: The user asked to stop; those copied already stay.
    """
    copied, bad = 0, list[str]()
    for number, sha256 in enumerate(wanted):
        progress(Step("carrying_evidence", number, len(wanted)))
        if whole(target, sha256):
            continue
        if not whole(source, sha256):
            bad.append(sha256)
            continue
        keep(target, place_of(source, sha256))
        copied += 1
    return copied, tuple(bad)


def _bytes_of(source: Path) -> bytes:
    try:
        if not source.is_file():
            raise FileError(source, "missing")
        with source.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except OSError as error:
        raise FileError(source, "unreadable", str(error.strerror)) from error
    if not data:
        raise FileError(source, "empty")
    if len(data) > LIMIT:
        raise FileError(source, "too_large", str(LIMIT))
    return data
