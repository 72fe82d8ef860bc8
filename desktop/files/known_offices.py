"""Know the office files of this user: those ever opened, and those among the data.

The list is plain text, one path on a line, so that it can be read without a screen.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from desktop import paths
from desktop.files import whole_file

LIST: Final = "so-da-mo.txt"
"""File among the user's data."""
ENDING: Final = ".stt"

_MOST: Final = 200
"""Offices that are kept in mind, the last one opened first."""


def known(folder: Path | None = None) -> tuple[Path, ...]:
    """Return every office file this user is known to have, there or not, each once.

    Args:
        folder: Where the user's data lies; the program's own place if None.
    """
    place = paths.user_folder() if folder is None else folder
    found = {_key(path): path for path in _among(place)}
    listed = {_key(path): path for path in opened(place)}
    return tuple((listed | found).values())


def opened(folder: Path) -> tuple[Path, ...]:
    """Return the offices that were opened, the last one first; none when unreadable."""
    try:
        lines = (folder / LIST).read_text("utf-8", "replace").splitlines()
    except OSError:
        return ()
    return tuple(paths.found(line) for line in lines if line.strip())


def remember(path: Path, folder: Path | None = None) -> None:
    """Put an office first among those that were opened.

    In the stick edition it is noted as it lies from there.

    Raises:
        FileError: The list cannot be written.
    """
    place = paths.user_folder() if folder is None else folder
    place.mkdir(parents=True, exist_ok=True)
    new = Path(os.path.abspath(path))  # noqa: PTH100  links stay as they were named
    others = [one for one in opened(place) if _key(one) != _key(new)]
    lines = [paths.kept(one) for one in (new, *others)][:_MOST]
    whole_file.write(place / LIST, "".join(f"{one}\n" for one in lines).encode())


def _among(folder: Path) -> Iterator[Path]:
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return
    yield from (one for one in found if one.suffix.lower() == ENDING)


def _key(path: Path) -> str:
    return os.path.normcase(path)


def present(offices: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of them that are there."""
    return tuple(one for one in offices if _stands(one))


def _stands(path: Path) -> bool:
    """Tell whether there is such a file; a drive that went away has none."""
    try:
        return path.is_file()
    except OSError:
        return False
