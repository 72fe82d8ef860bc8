"""Read a zip as if its maker meant harm, and write one in exactly one way."""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from desktop.errors import PackageUnreadableError

FILE_LIMIT: Final = 50_000_000
"""Bytes of the whole archive."""
MEMBER_LIMIT: Final = 200
INFLATED_LIMIT: Final = 200_000_000
"""Bytes of all members together, counted while reading."""
RATIO_LIMIT: Final = 100
RATIO_FREE: Final = 100_000
"""Bytes below which a member may shrink as much as it likes."""

_MAGIC: Final = b"PK\x03\x04"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}(?<![.])")
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?", re.IGNORECASE
)
"""Names that Windows gives to devices, whatever the ending."""
_CHUNK: Final = 1 << 16
_COMMENT: Final = 2
_LOCAL_HEADER: Final = struct.Struct("<26xHH")
_END: Final = b"PK\x05\x06"
_END_COUNTS: Final = struct.Struct("<8x2H")
"""How many members the end of the list tells of: on this disk, and on all."""
_LIST_ENTRY: Final = struct.Struct("<28x3H12x")
"""Lengths of name, extra field and comment in what the list says of a member."""
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

FAULTS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)
"""What `zipfile` was seen to raise on damaged and hostile archives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What was in an archive."""

    files: Mapping[str, bytes]
    as_written: bool
    """Whether `build` would write the very same bytes; false after a re-zip."""
    tampered: bool
    """Whether they are what `build` writes but for bytes of the archive itself changed
    in place or added behind: no program that zips anew leaves that."""


def acceptable(name: str) -> bool:
    """Tell whether a member may bear the name: plain ASCII, no folder, no device."""
    return bool(_NAME.fullmatch(name)) and not _RESERVED.fullmatch(name)


def starts_at_front(entries: list[zipfile.ZipInfo]) -> bool:
    """Tell whether the first member is the first thing in the file.

    `zipfile` looks for an archive from the end: in a package cut short it finds a
    workbook that lies inside, and takes all before it for something harmless.
    """
    return min((entry.header_offset for entry in entries), default=-1) == 0


def build(files: Mapping[str, bytes]) -> bytes:
    """Return an archive that is the same for the same members, on every machine.

    Members are stored, not deflated: two versions of zlib deflate differently,
    and reports are compressed inside already.
    """
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name)  # dated 1980, the oldest a zip can tell
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, files[name])
    return output.getvalue()


def read(data: bytes, path: Path) -> Members:
    """Return all members; `path` is the file errors speak of.

    Raises:
        PackageUnreadableError: `not_package`, `damaged`, `too_large`, `name`.
    """
    if len(data) > FILE_LIMIT:
        raise PackageUnreadableError(path, "too_large", str(FILE_LIMIT))
    if not data.startswith(_MAGIC):
        raise PackageUnreadableError(path, "not_package")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if not starts_at_front(entries):
                raise PackageUnreadableError(path, "damaged")
            _check_entries(entries, path)
            _check_list(data, archive.start_dir, len(entries), path)
            _check_places(data, entries, archive.start_dir, path)
            files = _read_all(archive, entries, path)
    except FAULTS as error:
        raise PackageUnreadableError(path, "damaged", type(error).__name__) from error
    built = build(files)
    return Members(
        files=files,
        as_written=built == data,
        tampered=built != data and _is_nearly(data, built),
    )


def _is_nearly(data: bytes, built: bytes) -> bool:
    """Tell whether an archive is ours, altered: longer behind, or partly ours still.

    One zipped anew without packing may be as long as ours to the byte, but its list
    tells otherwise of every member: of who wrote it, when, with which rights. Where the
    list speaks of one member as we do and the archive is not ours, somebody altered it.
    The last two bytes are the length of a comment, of which we write none.
    """
    if data.startswith(built[:-_COMMENT]):
        return True
    if len(data) != len(built):
        return False
    ours = _listed(built)[:-1]
    return any(one in ours for one in _listed(data)[:-1])


def _listed(data: bytes) -> list[bytes]:
    """Return what the list of an archive says of each member."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _list_of(data, archive.start_dir, len(archive.infolist()))


def _list_of(data: bytes, at: int, count: int) -> list[bytes]:
    """Return so many entries of a list that starts there, and what follows them."""
    found: list[bytes] = []
    for _each in range(count):
        size = _LIST_ENTRY.size + sum(_LIST_ENTRY.unpack_from(data, at))
        found.append(data[at : at + size])
        at += size
    return [*found, data[at:]]


def _check_list(data: bytes, start: int, count: int, path: Path) -> None:
    """Refuse a list that names another number of members than its end tells.

    `zipfile` does not compare them: one entry with a length that lies hides the next
    one, such as that of the seal, and the rest looks like a package without it.
    """
    end = _list_of(data, start, count)[-1]
    if not end.startswith(_END) or _END_COUNTS.unpack_from(end) != (count, count):
        raise PackageUnreadableError(path, "damaged", "list")


def _check_entries(entries: list[zipfile.ZipInfo], path: Path) -> None:
    if len(entries) > MEMBER_LIMIT:
        raise PackageUnreadableError(path, "too_large", str(MEMBER_LIMIT))
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename  # as stored: zipfile mends what it shows
        link = stat.S_ISLNK(entry.external_attr >> 16)
        if not acceptable(name) or link or name.casefold() in seen:
            raise PackageUnreadableError(path, "name", ascii(name)[:100])
        seen.add(name.casefold())
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _PACKINGS:
            raise PackageUnreadableError(path, "damaged", name)


def _check_places(
    data: bytes, entries: list[zipfile.ZipInfo], end: int, path: Path
) -> None:
    """Refuse members that share bytes: a few kilobytes would inflate to terabytes.

    Python checks it by itself only from 3.11.8 on (CVE-2024-0450).
    """
    follows = end
    for entry in sorted(entries, key=lambda one: one.header_offset, reverse=True):
        lengths = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
        start = entry.header_offset + _LOCAL_HEADER.size + sum(lengths)
        if start + entry.compress_size > follows:
            raise PackageUnreadableError(path, "damaged", entry.filename)
        follows = entry.header_offset


def _read_all(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], path: Path
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    room = INFLATED_LIMIT
    for entry in entries:
        most = max(RATIO_LIMIT * entry.compress_size, RATIO_FREE)
        files[entry.filename] = _read_one(archive, entry, min(room, most), path)
        room -= len(files[entry.filename])
    return files


def _read_one(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int, path: Path
) -> bytes:
    content = bytearray()
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                if len(content) > limit:
                    raise PackageUnreadableError(path, "too_large", entry.filename)
    except (zipfile.BadZipFile, zlib.error) as error:
        # Its checksum differs: whoever reads it wants to know which member it is.
        raise PackageUnreadableError(path, "damaged", entry.filename) from error
    if len(content) != entry.file_size:
        raise PackageUnreadableError(path, "damaged", entry.filename)
    return bytes(content)
