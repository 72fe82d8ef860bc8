"""Copy a file to a stick: whole, read back and compared, or not at all."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from desktop.errors import DeliveryError, FileError
from desktop.progress import Progress, Step
from desktop.taking_place import WINDOWS, forget, take_place

CHUNK: Final = 1 << 20
"""Bytes between two steps of progress, each of which may stop the work."""
SPARE: Final = 1 << 16
"""Bytes that a folder's own bookkeeping may take."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A copy that was read back from its destination and is what was sent."""

    path: Path
    size: int
    sha256: str


def deliver(source: Path, folder: Path, *, progress: Progress) -> Delivered:
    """Copy the file into the folder; only a copy read back bears its name there.

    The same file already there is fine; another of that name is never replaced.

    Raises:
        FileError: The source is `missing` or `unreadable`.
        DeliveryError: `missing`, `full` (bytes needed, bytes free), `read_only`,
            `gone`, `differs`, `exists`.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    size = _size(source)
    target = folder / source.name
    try:
        if not folder.is_dir():
            raise DeliveryError(folder, "missing")
        if target.exists():
            return _already_there(source, target, progress)
        _check_room(folder, size)
        return _copy(source, target, size, progress)
    except OSError as error:
        raise _translated(error, folder, size) from error


def _size(source: Path) -> int:
    try:
        with source.open("rb"):
            return source.stat().st_size
    except OSError as error:
        reason = "unreadable" if source.exists() else "missing"
        raise FileError(source, reason) from error


def _already_there(source: Path, target: Path, progress: Progress) -> Delivered:
    if not target.is_file():
        raise DeliveryError(target, "exists")
    digest = _digest(target, "rereading", progress)
    if digest != _digest(source, "reading", progress):
        raise DeliveryError(target, "exists")
    return Delivered(path=target, size=target.stat().st_size, sha256=digest)


def _check_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        raise DeliveryError(folder, "full", str(size + SPARE), str(free))


def _copy(source: Path, target: Path, size: int, progress: Progress) -> Delivered:
    part = target.with_name(f"{target.name}.part")
    try:
        sent = _write(source, part, size, progress)
        _compare(part, sent, target, progress)
        take_place(part, target)
    except BaseException:
        # whatever stopped it, a half copy must not stay; a stick that is gone
        # took it along
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)
    return Delivered(path=target, size=size, sha256=sent)


def _compare(part: Path, sent: str, target: Path, progress: Progress) -> None:
    if _digest(part, "rereading", progress) != sent:
        raise DeliveryError(target, "differs")
    if target.exists():  # it came while we were copying
        raise DeliveryError(target, "exists")


def _write(source: Path, part: Path, size: int, progress: Progress) -> str:
    with source.open("rb") as incoming, part.open("wb") as outgoing:
        digest = _pass_on(incoming, outgoing.write, "copying", size, progress)
        outgoing.flush()
        os.fsync(outgoing.fileno())
        forget(outgoing)
    return digest


def _digest(path: Path, stage: str, progress: Progress) -> str:
    """Read from the device if the system lets us, not from its memory of it."""
    with path.open("rb") as file:
        forget(file)
        return _pass_on(file, len, stage, path.stat().st_size, progress)


def _pass_on(
    incoming: BinaryIO,
    take: Callable[[bytes], object],
    stage: str,
    size: int,
    progress: Progress,
) -> str:
    digest = hashlib.sha256()
    done = 0
    progress(Step(stage, done, size))
    while chunk := incoming.read(CHUNK):
        take(chunk)
        digest.update(chunk)
        done += len(chunk)
        progress(Step(stage, done, size))
    return digest.hexdigest()


def _flush_folder(folder: Path) -> None:
    """Make the new name last; Windows and some sticks know no such call."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno == errno.EIO:  # the stick is dying, or gone
            raise
    finally:
        os.close(handle)


def _translated(error: OSError, folder: Path, size: int) -> DeliveryError:
    reason = WINDOWS.get(getattr(error, "winerror", None) or 0) or _reason(error)
    if reason == "full":
        return DeliveryError(folder, reason, str(size + SPARE), str(_free(folder)))
    return DeliveryError(folder, reason)


def _reason(error: OSError) -> str:
    if error.errno in _FULL:
        return "full"
    return "read_only" if error.errno in _READ_ONLY else "gone"


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0
