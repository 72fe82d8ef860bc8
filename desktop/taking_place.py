"""Let a file take the place of another one, while something holds it for a moment."""

import time
from pathlib import Path
from typing import Final

TRIES: Final = 6
PAUSE: Final = 0.25
"""Seconds before another try, while a virus scanner holds the new file."""

_HELD: Final = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation."""


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
