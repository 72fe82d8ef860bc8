"""A stick that is full, is pulled out, or lies, and what writes to it finds out.

What writes is not told: the system itself refuses or loses bytes. Only folders stand
in for sticks, since a test may not mount anything.
"""

import os
import resource  # of POSIX alone: nothing else limits a process so
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

LEAST: Final = 1_000
"""Bytes a full stick still takes: a file is begun and cannot be ended."""
EIO: Final = 5

_watched: dict[Path, int] = {}
_hooked: list[bool] = []


def _on_event(event: str, args: tuple[object, ...]) -> None:
    """Let no file grow as soon as one on a watched stick is opened to be written."""
    if not _watched or event not in {"open", "sqlite3.connect"}:
        return
    mode = args[1] if event == "open" else "w"
    writes = isinstance(mode, str) and any(one in mode for one in "wax+")
    if writes and isinstance(args[0], str | os.PathLike):
        for stick, most in _watched.items():
            if Path(args[0]).is_relative_to(stick):
                _limit(most)


def _limit(most: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))


@contextmanager
def full(stick: Path, most: int = LEAST) -> Iterator[None]:
    """Let the system refuse what is written to the stick beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    if not _hooked:
        sys.addaudithook(_on_event)
        _hooked.append(True)
    _watched[stick] = most
    try:
        yield
    finally:
        _watched.clear()
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _on(stick: Path, file: int) -> Path | None:
    place = Path(f"/proc/self/fd/{file}").readlink()
    return place if place.is_relative_to(stick) else None


@contextmanager
def lying(stick: Path) -> Iterator[None]:
    """Let the stick lose a byte of whatever is pushed to it."""
    really = os.fsync

    def lie(file: int) -> None:
        really(file)
        place = _on(stick, file)
        if place is not None and place.is_file():
            kept = bytearray(place.read_bytes())
            kept[len(kept) // 2] ^= 0x40
            place.write_bytes(kept)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lie)
        yield


@contextmanager
def pulled(stick: Path) -> Iterator[None]:
    """Pull the stick out while the first file on it is pushed to the device."""
    really = os.fsync

    def pull(file: int) -> None:
        if _on(stick, file) is None:
            really(file)
            return
        shutil.rmtree(stick)
        raise OSError(EIO, "Input/output error")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", pull)
        yield


def left_on(stick: Path) -> list[str]:
    """Return the files on a stick, hidden ones and those in folders included."""
    found = stick.rglob("*") if stick.exists() else ()
    return sorted(str(one.relative_to(stick)) for one in found if one.is_file())
