"""Put the pieces of files together that no mail took whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileError
from desktop.files.arriving.kept import Kept
from desktop.files.split_file import Piece, join, missing, read_piece


@dataclass(frozen=True, slots=True)
class Whole:
    """One file of which pieces were dropped."""

    name: str
    data: bytes
    """Blank where it cannot be put together."""
    names: tuple[str, ...]
    """Of the pieces, as they were dropped."""
    kept: Kept
    """Our copy of the first piece."""
    reason: tuple[str, ...] = ()
    """Why not: `piece_missing` with the numbers, or `piece_differs`."""


def wholes(pieces: Iterable[tuple[str, Kept]]) -> Iterator[Whole]:
    """Yield each file whose pieces these copies are, by what they belong to."""
    held: dict[str, list[tuple[str, Kept, Piece]]] = {}
    for name, kept in pieces:
        piece = read_piece(kept.path.read_bytes())
        if piece is not None:
            held.setdefault(piece.sha256, []).append((name, kept, piece))
    for same in held.values():
        yield _whole(same)


def _whole(same: list[tuple[str, Kept, Piece]]) -> Whole:
    found = [piece for _, _, piece in same]
    data = b""
    reason: tuple[str, ...] = ()
    try:
        data = join(found, Path(found[0].name))
    except FileError as error:
        lacking = ", ".join(map(str, missing(found)))
        reason = (error.reason, lacking) if lacking else (error.reason,)
    return Whole(
        name=Path(found[0].name).name,
        data=data,
        names=tuple(name for name, _, _ in same),
        kept=same[0][1],
        reason=reason,
    )
