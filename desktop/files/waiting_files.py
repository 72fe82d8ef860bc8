"""Let several files wait beside their places until all of them may stand there.

Each is written whole and flushed first; only then is it noted what they are, and only
then do they take their places. Whoever comes after a power cut finds either files
nobody noted, which are dropped, or noted ones, which go on to their places.
"""

import hashlib
import os
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files import whole_file
from desktop.taking_place import take_place

ENDING: Final = ".moi"
"""What the name of a waiting file adds to its own."""


def waiting_place(path: Path) -> Path:
    """Return where a file waits before it takes its place."""
    return path.with_name(f"{path.name}{ENDING}")


def wait(path: Path, data: bytes) -> None:
    """Write a file beside its place, flushed; what stands there is untouched.

    Raises:
        FileError: `no_folder`, `full`, `read_only`; or what stands there is held by
            another program, and could not be replaced later.
    """
    _refuse_held(path)
    whole_file.write(waiting_place(path), data)


def drop(path: Path) -> None:
    """Drop what waits for a place, if anything does; what stands there stays."""
    try:
        waiting_place(path).unlink(missing_ok=True)
    except OSError:  # it says of itself that it is not finished
        return


def settle(path: Path, sha256: str) -> bool:
    """Let what waits take its place if it is the file that was noted, else drop it.

    Returns:
        Whether it took its place now.

    Raises:
        FileError: `signed_waits`: what stands there is held by another program; the
            file waits on.
    """
    waiting = waiting_place(path)
    try:
        data = waiting.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise FileError(path, "signed_waits", waiting.name) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        drop(path)
        return False
    try:
        take_place(waiting, path)
    except OSError as error:
        raise FileError(path, "signed_waits", waiting.name) from error
    return True


def _refuse_held(path: Path) -> None:
    """Ask the system whether a file may be replaced: Windows holds what is open."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileError(path, "read_only") from error
    os.close(handle)
