"""Take an installer into a folder of our own before anything is asked of it.

Whoever can write to a stick could swap the file between the check and the start; what
is hashed, read and started is therefore our copy, and the stick may be pulled out.
"""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from desktop.errors import UpdateError
from desktop.progress import Progress, Step, silent

LARGEST: Final = 400_000_000
"""Bytes: ten times what an installer has."""
SPARE: Final = 50_000_000
_PREFIX: Final = "SoTruyenThong-cap-nhat-"
_FORGOTTEN: Final = 24 * 60 * 60.0
"""Seconds after which a copy that was started, or left by a crash, is swept away."""
_PIECE: Final = 1 << 20


def take_in(source: Path, progress: Progress = silent) -> tuple[Path, str]:
    """Return our copy of an installer, and its SHA-256, taken from what was written.

    Raises:
        UpdateError: `no_installer`, `too_large`, `no_room`, `changed_meanwhile`.
        Cancelled: The user asked to stop; nothing is left.
    """
    _sweep()
    size = _size(source)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))  # for its owner only
    try:
        _see_room(source, folder, size)
        copy = folder / "cai-dat.exe"
        return copy, _copied(source, copy, size, progress)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def discard(copy: Path) -> None:
    """Remove a copy and its folder, as far as nobody uses them."""
    if copy.parent.name.startswith(_PREFIX):
        shutil.rmtree(copy.parent, ignore_errors=True)


def sha256_of(path: Path) -> str:
    """Return the hash of a file.

    Raises:
        UpdateError: `changed_meanwhile`: it cannot be read any more.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UpdateError(path, "changed_meanwhile") from error


def free_bytes(folder: Path) -> int:
    """Return how many bytes are free where a folder lies."""
    return shutil.disk_usage(folder).free


def _size(source: Path) -> int:
    try:
        size = source.stat().st_size
    except OSError as error:
        raise UpdateError(source, "no_installer") from error
    if size > LARGEST:
        raise UpdateError(source, "too_large", str(size), str(LARGEST))
    return size


def _see_room(source: Path, folder: Path, size: int) -> None:
    free = free_bytes(folder)
    if free < size + SPARE:
        raise UpdateError(source, "no_room", str(size + SPARE), str(free))


def _copied(source: Path, copy: Path, size: int, progress: Progress) -> str:
    hashed = hashlib.sha256()
    try:
        with source.open("rb") as file, copy.open("xb") as out:
            for done, piece in _pieces(file, size):
                hashed.update(piece)
                out.write(piece)
                progress(Step("copying_in", done, size))
    except OSError as error:
        raise UpdateError(source, "changed_meanwhile", str(error)) from error
    if copy.stat().st_size != size:
        raise UpdateError(source, "changed_meanwhile")
    # What lies on the disk is what was read: a bad disk shows here, not half installed.
    if sha256_of(copy) != hashed.hexdigest():
        raise UpdateError(source, "changed_meanwhile")
    return hashed.hexdigest()


def _pieces(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    done = 0
    # One byte more than it had shows a file that grows while it is read.
    while done <= size and (piece := file.read(min(_PIECE, size + 1 - done))):
        done += len(piece)
        yield done, piece


def _sweep() -> None:
    before = time.time() - _FORGOTTEN
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder.lstat().st_mtime < before:
                shutil.rmtree(folder, ignore_errors=True)
