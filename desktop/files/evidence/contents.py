"""Keep the contents of evidence in a folder, each once, under the hash of its bytes.

`<folder>/ab/abcdef….jpg`: a name is made of digits, letters and an ending of ours, so
that it fits every system, says nothing of persons, and proves what it names. A content
is written whole, read back, and never written to again.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.evidence.media import ending_of
from desktop.files.room import make_room
from desktop.files.whole_file import write
from desktop.progress import Progress, Step, silent

FOLDER: Final = "minh-chung"
"""Folder beside the office file that holds the contents, one folder for each office."""

_NAMED: Final = re.compile(r"([0-9a-f]{64})\.[a-z0-9]{2,4}")
_PART: Final = ".part"


class State(StrEnum):
    """What stands where a content should."""

    WHOLE = "whole"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Content:
    """One content: its hash and its media type."""

    sha256: str
    media: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What came of carrying contents to another folder."""

    copied: int = 0
    already: int = 0
    bad: tuple[str, ...] = ()
    """Hashes of contents that were missing or altered where they come from."""


def hash_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def place_of(folder: Path, content: Content) -> Path:
    """Return where a content lies, or would."""
    name = f"{content.sha256}{ending_of(content.media)}"
    return folder / content.sha256[:2] / name


def keep(folder: Path, data: bytes, media: str) -> Content:
    """Keep some bytes, once, and read them back; one that was altered is mended.

    Raises:
        FileError: `full`, `read_only`, or `differs` where what was read back is not
            what was written; nothing half written stays.
    """
    content = Content(hash_of(data), media)
    place = place_of(folder, content)
    if state_of(folder, content) is State.WHOLE:
        return content
    make_room(place, len(data))
    _let_go(place)
    write(place, data)
    if state_of(folder, content) is not State.WHOLE:
        _let_go(place)
        raise FileError(place, "differs")
    return content


def read(folder: Path, content: Content) -> bytes:
    """Return a content that is what its name says.

    Raises:
        FileError: `evidence_missing` or `evidence_altered`.
    """
    place = place_of(folder, content)
    try:
        data = place.read_bytes()
    except OSError as error:
        raise FileError(place, "evidence_missing") from error
    if hash_of(data) != content.sha256:
        raise FileError(place, "evidence_altered")
    return data


def state_of(folder: Path, content: Content) -> State:
    """Tell whether a content is there, and is what its name says."""
    try:
        with place_of(folder, content).open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return State.MISSING
    return State.WHOLE if found == content.sha256 else State.ALTERED


def erase(folder: Path, content: Content) -> bool:
    """Remove a content for good; return whether there was one.

    Raises:
        FileError: `read_only`: another program holds it.
    """
    place = place_of(folder, content)
    try:
        there = place.exists()
        place.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(place, "read_only") from error
    return there


def every(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the hash in the name, and the place, of each content in a folder."""
    for place in sorted(folder.glob("??/*")):
        named = _NAMED.fullmatch(place.name)
        if named and place.parent.name == named[1][:2]:
            yield named[1], place


def sweep(folder: Path) -> int:
    """Remove what a killed program left half written; return how many there were."""
    parts = list(folder.glob(f"??/*{_PART}"))
    for part in parts:
        _let_go(part)
    return len(parts)


def carry(
    source: Path,
    target: Path,
    contents: tuple[Content, ...],
    progress: Progress = silent,
) -> Carried:
    """Copy contents from one folder to another: only those it lacks, each read back.

    Raises:
        FileError: `full`, `read_only` or `differs`; those copied already stay.
        Cancelled: The user asked to stop; those copied already stay.
    """
    copied, already, bad = 0, 0, list[str]()
    for number, content in enumerate(contents):
        progress(Step("carrying_evidence", number, len(contents)))
        if state_of(target, content) is State.WHOLE:
            already += 1
            continue
        try:
            data = read(source, content)
        except FileError:
            bad.append(content.sha256)
            continue
        keep(target, data, content.media)
        copied += 1
    progress(Step("carrying_evidence", len(contents), len(contents)))
    return Carried(copied=copied, already=already, bad=tuple(bad))


def _let_go(place: Path) -> None:
    with suppress(OSError):
        place.unlink(missing_ok=True)
