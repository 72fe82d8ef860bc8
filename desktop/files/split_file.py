"""Cut a file that no mail takes into pieces, and put pieces together again.

Each piece tells in its first lines of which file it is and which part of it; what mail
programs make of its name does not matter.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError

MAGIC: Final = b"STT-PHAN 1\n"
"""What a piece begins with; its facts stand on the next line."""
MOST_PIECES: Final = 99
MOST_BYTES: Final = 60_000_000
"""Of the whole file: a package has at most 50 MB."""
HEAD: Final = 600
"""Bytes that the first lines of a piece take at most."""

_NAME: Final = 200
_TOLD: Final = frozenset({"name", "sha256", "size", "number", "count"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of a file."""

    name: str
    """Of the whole file."""
    sha256: str
    """Of the whole file: what belongs together bears the same."""
    size: int
    """Bytes of the whole file."""
    number: int
    """From 1 on."""
    count: int
    data: bytes


def split(data: bytes, name: str, most: int) -> dict[str, bytes]:
    """Return pieces of at most so many bytes, by their names, in order.

    Raises:
        FileError: `too_large` to be cut into pieces of that size.
    """
    room = most - HEAD
    count = -(-len(data) // room) if room > 0 else MOST_PIECES + 1
    if count > MOST_PIECES or len(data) > MOST_BYTES:
        raise FileError(Path(name), "too_large", str(MOST_BYTES))
    digest = hashlib.sha256(data).hexdigest()
    pieces = {}
    for at in range(count):
        facts = {
            "name": name[-_NAME:],
            "sha256": digest,
            "size": len(data),
            "number": at + 1,
            "count": count,
        }
        head = MAGIC + json.dumps(facts).encode() + b"\n"
        part = data[at * room : (at + 1) * room]
        pieces[f"{name}.phan-{at + 1}-{count}"] = head + part
    return pieces


def read_piece(data: bytes) -> Piece | None:
    """Return what piece of what file these bytes are; None where they are none."""
    if not data.startswith(MAGIC):
        return None
    line, _, rest = data[len(MAGIC) :].partition(b"\n")
    try:
        told = json.loads(line[: HEAD * 4])
    except ValueError:  # not UTF-8, or no JSON
        return None
    if not isinstance(told, dict) or told.keys() != _TOLD:
        return None
    numbers = [told[one] for one in ("size", "number", "count")]
    texts = [told[one] for one in ("name", "sha256")]
    if not all(type(one) is int for one in numbers) or not all(
        isinstance(one, str) for one in texts
    ):
        return None
    piece = Piece(**told, data=rest)
    fits = 1 <= piece.number <= piece.count <= MOST_PIECES
    return piece if fits and 0 < piece.size <= MOST_BYTES else None


def missing(pieces: Iterable[Piece]) -> tuple[int, ...]:
    """Return the numbers of the pieces of a file that are not there."""
    held = tuple(pieces)
    count = max((one.count for one in held), default=0)
    there = {one.number for one in held}
    return tuple(number for number in range(1, count + 1) if number not in there)


def join(pieces: Sequence[Piece], path: Path) -> bytes:
    """Return the file whose pieces these are, in any order, some perhaps twice.

    Raises:
        FileError: `piece_missing` with the numbers; `piece_differs`: together they are
            not the file that was cut.
    """
    lacking = missing(pieces)
    if lacking:
        raise FileError(path, "piece_missing", ", ".join(map(str, lacking)))
    by_number = {one.number: one for one in pieces}
    data = b"".join(by_number[number].data for number in sorted(by_number))
    if hashlib.sha256(data).hexdigest() != pieces[0].sha256:
        raise FileError(path, "piece_differs")
    return data
