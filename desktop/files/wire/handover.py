"""Write what a file for the successor says of itself as canonical JSON, and read it."""

import datetime as dt
import re
from pathlib import Path, PurePosixPath
from typing import Final

import msgspec

from desktop.errors import HandoverError

FORMAT: Final = 1
"""Version of the file; raise it when an older program could not read a newer one."""

_SAFE: Final = re.compile(r'[^\x00-\x1f<>:"\\|?*]{1,240}')


class Carried(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file inside, in the order of the file."""

    name: str
    """Its place in the folder of the office, with `/` between folders."""
    size: int
    """Bytes."""
    sha256: str


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the file says of itself, before everything else in it."""

    format: int
    program_version: str
    office_file: str
    """Which of the files is the office file."""
    agency: str
    plan_title: str
    practice: bool
    officer: str
    """Who handed it over."""
    made_at: dt.datetime
    files: tuple[Carried, ...]

    @property
    def size(self) -> int:
        """Return the bytes of everything inside."""
        return sum(one.size for one in self.files)


class _Version(msgspec.Struct):
    format: int


def header_to_json(header: Header) -> bytes:
    """Return the header as canonical JSON."""
    return msgspec.json.encode(header, order="sorted")


def header_from_json(data: bytes, *, path: Path) -> Header:
    """Read a header back; `path` is the file errors speak of.

    Raises:
        HandoverError: `handover_too_new`, or `handover_damaged` where it is none, or
            names a file that may not be put where it says.
    """
    try:
        version = msgspec.json.decode(data, type=_Version).format
        if version > FORMAT:
            raise HandoverError(path, "handover_too_new", str(version))
        header = msgspec.json.decode(data, type=Header)
    except msgspec.MsgspecError as error:
        raise HandoverError(path, "handover_damaged") from error
    names = [one.name for one in header.files]
    folded = {name.casefold() for name in names}
    if not all(map(may_be_put, names)) or len(folded) != len(names):
        raise HandoverError(path, "handover_damaged")
    if header.office_file not in names or "/" in header.office_file:
        raise HandoverError(path, "handover_damaged")
    if any(one.size < 0 for one in header.files):
        raise HandoverError(path, "handover_damaged")
    return header


def may_be_put(name: str) -> bool:
    """Tell whether a file may be put in its place: inside the folder, and nameable."""
    place = PurePosixPath(name)
    return (
        bool(_SAFE.fullmatch(name))
        and str(place) == name
        and not place.is_absolute()
        and not any(
            part in {"..", "."} or part.endswith((".", " ")) for part in place.parts
        )
    )
