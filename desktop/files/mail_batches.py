"""Distribute files over as many mails as their size asks for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

from desktop.files import split_file
from desktop.paths import DATA

_LINE: Final = 57
"""Bytes on a line in base 64, which then takes 78."""
_WRITTEN: Final = 78
_HEADS: Final = 600
"""Bytes that tell of an attachment in a mail."""
_WORDS: Final = 8_000
"""Bytes of the letter itself in a mail, at most as a rule."""

Batch = Mapping[str, bytes]
"""Files of one mail, by their names."""


@cache
def most_bytes() -> int:
    """Return how large a draft may be: `most_bytes` of `data/mail.toml`."""
    path = DATA / "mail.toml"
    return int(tomllib.loads(path.read_text(encoding="utf-8"))["most_bytes"])


def written_size(size: int) -> int:
    """Return how many bytes of a mail a file of so many bytes takes."""
    return -(-size // _LINE) * _WRITTEN + _HEADS


def batches(files: Mapping[str, bytes], most: int) -> tuple[Batch, ...]:
    """Return the files of each mail; a file too large for one is cut into pieces.

    A file stays whole where it can. Each goes into the first mail with room for it.

    Raises:
        FileError: `too_large` for pieces of a mail's size.
    """
    room = most - _WORDS
    made: list[dict[str, bytes]] = []
    left: list[int] = []
    for name, data in _pieces(files, room).items():
        need = written_size(len(data))
        at = next((n for n, free in enumerate(left) if free >= need), len(made))
        if at == len(made):
            made.append({})
            left.append(room)
        made[at][name] = data
        left[at] -= need
    return tuple(made)


def _pieces(files: Mapping[str, bytes], room: int) -> dict[str, bytes]:
    most = (room - _HEADS) // _WRITTEN * _LINE
    found: dict[str, bytes] = {}
    for name, data in files.items():
        if len(data) <= most:
            found[name] = data
        else:
            found |= split_file.split(data, name, most)
    return found
