"""Write a file whole or not at all, and read it so."""

import errno
import os
from pathlib import Path

from desktop.errors import FileError
from desktop.taking_place import take_place

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)


def write(path: Path, data: bytes) -> None:
    """Write bytes to a part beside the file, flush it, and let it take its place.

    Raises:
        FileError: `no_folder`, `full`, or `read_only` where the folder may not be
            written to; what stood there before still stands.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        take_place(part, path)
    except OSError as error:
        _drop(part)
        raise FileError(path, reason_of(error)) from error


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        FileError: `missing` or `unreadable`.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "unreadable" if path.exists() else "missing"
        raise FileError(path, reason) from error


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # the disk is gone, and the part with it
        return


def reason_of(error: OSError) -> str:
    """Return why something cannot be written: `full`, `no_folder` or `read_only`."""
    if error.errno in _FULL:
        return "full"
    return "no_folder" if error.errno in _NO_FOLDER else "read_only"
