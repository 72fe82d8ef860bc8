"""See that a folder beside the office file has room for one more file."""

import shutil
from pathlib import Path
from typing import Final

from desktop.errors import FileError

SPARE: Final = 50_000_000
"""Bytes left free, so that the office file itself still finds room."""


def make_room(place: Path, size: int) -> None:
    """Make the folder of a file of so many bytes.

    Raises:
        FileError: `full` or `read_only`.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(place.parent).free
    except OSError as error:
        raise FileError(place, "read_only") from error
    if free < size + SPARE:
        raise FileError(place, "full", str(size + SPARE), str(free))
