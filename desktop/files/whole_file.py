"""Write a file whole or not at all and read it back; and read a file so."""

import os
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.taking_place import forget, reason_of, take_place

CHUNK: Final = 1 << 20
"""Bytes compared at a time."""


def write(path: Path, data: bytes) -> None:
    """Write bytes to a part beside the file, read it back, and let it take its place.

    Raises:
        FileError: `no_folder`, `full`, `gone` where the disk was pulled out or died,
            `differs` where it keeps other bytes than it was given, or `read_only`
            where the folder may not be written to; what stood there before still
            stands.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        _write(part, data)
        _compare(part, data, path)
        take_place(part, path)
    except OSError as error:
        _drop(part)
        raise FileError(path, reason_of(error)) from error
    except BaseException:
        _drop(part)
        raise


def _write(part: Path, data: bytes) -> None:
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
        forget(stream)


def _compare(part: Path, data: bytes, path: Path) -> None:
    """Read a file back, a little at a time, and refuse it unless it is what it was."""
    view, at = memoryview(data), 0
    with part.open("rb") as stream:
        forget(stream)
        while chunk := stream.read(CHUNK):
            if view[at : at + CHUNK] != chunk:
                raise FileError(path, "differs")
            at += len(chunk)
    if at != len(data):
        raise FileError(path, "differs")


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
