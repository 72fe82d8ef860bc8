"""Try to write, rename, hold and read back where the program keeps things."""

import os
import shutil
import tempfile
from pathlib import Path

from desktop import paths
from desktop.operations.self_testing.bench import Bench
from desktop.store.probing import try_lock
from desktop.taking_place import take_place

_DATA = "Sổ Truyền Thông".encode() * 4_096


def data(bench: Bench) -> str:
    """Try the place of the user's data."""
    return _tried(bench, paths.user_folder())


def logs(bench: Bench) -> str:
    """Try the place of logs and crash reports."""
    return _tried(bench, paths.log_folder())


def temporary(bench: Bench) -> str:
    """Try the place of files that live for a moment."""
    return _tried(bench, Path(tempfile.gettempdir()))


def _tried(bench: Bench, place: Path) -> str:
    folder = bench.folder_in(place)
    _replace(folder / "mới.part", folder / "tệp – thử.txt")
    try_lock(folder / "so.stt")
    return f"{place}; {shutil.disk_usage(folder).free // 1_000_000} MB"


def _replace(part: Path, target: Path) -> None:
    """Write, flush, put in the place of another file, read back, remove.

    Raises:
        OSError: One of it is refused.
        ValueError: What is read is not what was written.
    """
    target.write_bytes(b"before")
    with part.open("wb") as stream:
        stream.write(_DATA)
        stream.flush()
        os.fsync(stream.fileno())
    take_place(part, target)
    if target.read_bytes() != _DATA:
        raise ValueError("differs")
    target.unlink()
