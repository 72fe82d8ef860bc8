"""Start a process of our own that may die without any harm, and hear its last words."""

import subprocess
import sys
from typing import IO, Final

from desktop import paths

OUT_OF_TIME: Final = -24
"""SIGXCPU of POSIX, as an exit code."""

_FLAGS: Final = ("-E", "-s", "-X", "utf8")
_LAST_WORDS: Final = 400
"""Bytes of what a process said of its own death."""
_NO_WINDOW: Final = 0x08000000
"""CREATE_NO_WINDOW of Windows."""


def started(
    module: str, *words: str, said: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    """Return a process that runs a module; its standard input stays open.

    Args:
        module: What it runs.
        words: Its arguments, which everybody on the machine can read: no secrets.
        said: Where it writes what it says beside its answers; None drops that.

    Raises:
        OSError: The system starts no process.
    """
    return subprocess.Popen(  # noqa: S603  our own interpreter and module
        [sys.executable, *_FLAGS, "-m", module, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if said is None else said,
        cwd=paths.ROOT,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )


def last_words(said: IO[bytes]) -> str:
    """Return the end of what a process said, as text."""
    end = said.seek(0, 2)
    said.seek(max(end - _LAST_WORDS, 0))
    return said.read().decode("utf-8", "replace").strip()
