"""Let a file take the place of another one, and know what a disk may do meanwhile.

Something holds it for a moment; the disk is full, or is pulled out; or it keeps other
bytes than it was given, which only reading back from the device tells.
"""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

TRIES: Final = 6
PAUSE: Final = 0.25
"""Seconds before another try, while a virus scanner holds the new file."""

_HELD: Final = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation."""
WINDOWS: Final = {19: "read_only", 21: "gone", 39: "full", 112: "full", 1167: "gone"}
"""Windows' own numbers: locked against writing, not ready, full twice, unplugged."""
_REASONS: Final = {
    "full": frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}),
    "no_folder": frozenset({errno.ENOENT, errno.ENOTDIR}),
    "gone": frozenset({errno.EIO, errno.ENODEV, errno.ENXIO}),
}


def take_place(part: Path, target: Path) -> None:
    """Give a file its name in one step; try again while Windows says it is held.

    Raises:
        OSError: It is held for good, or cannot be for any other reason; both files
            are as they were.
    """
    for left in reversed(range(TRIES)):
        try:
            part.replace(target)
        except OSError as error:
            if left == 0 or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(PAUSE)
        else:
            return


def forget(file: BinaryIO) -> None:
    """Ask the system to drop what it keeps of a file in memory, where it can.

    What is read next comes from the device, not from the system's memory of it.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def reason_of(error: OSError) -> str:
    """Return why nothing can be written: `full`, `no_folder`, `gone`, `read_only`."""
    told = WINDOWS.get(getattr(error, "winerror", None) or 0)
    if told is not None:
        return told
    found = (name for name, numbers in _REASONS.items() if error.errno in numbers)
    return next(found, "read_only")
