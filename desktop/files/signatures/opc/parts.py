"""Take a package apart within limits, and put one together in exactly one way."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from desktop.files.zip_members import FAULTS, starts_at_front

FILE_LIMIT: Final = 50_000_000
"""Bytes of the whole file."""
PART_LIMIT: Final = 2_000
INFLATED_LIMIT: Final = 300_000_000
"""Bytes of all parts together, counted while reading."""
RATIO_LIMIT: Final = 200
RATIO_FREE: Final = 1_000_000
"""Bytes below which a part may shrink as much as it likes."""

_CHUNK: Final = 1 << 18
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""Date of every part: the earliest a zip can carry."""
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LOCAL_HEADER: Final = struct.Struct("<26xHH")


class UnfitError(ValueError):
    """A package that cannot be signed or believed, by a key and facts.

    Codes: `not_package`, `damaged`, `encrypted`, `too_large`, `duplicate_entry`,
    `part_name`; of content types `content_type_unread`, `content_type_missing`; of
    what is to be signed `relationships_unread`, `relationship_target`, `part_missing`,
    `part_unreachable`, `formula`, `signature_malformed`.
    """

    def __init__(self, code: str, *facts: str) -> None:
        """Name the fault by its key, and what it is about."""
        super().__init__(code, *facts)
        self.code = code
        self.facts = facts


def read(data: bytes) -> dict[str, bytes]:
    """Return all parts by name, in the order in which they are packed.

    Raises:
        UnfitError: `not_package`, `damaged`, `encrypted`, `too_large`, `part_name`,
            `duplicate_entry`.
    """
    if len(data) > FILE_LIMIT:
        raise UnfitError("too_large", str(FILE_LIMIT))
    if not data.startswith(b"PK\x03\x04"):
        raise UnfitError("not_package")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check(entries, data, archive.start_dir)
            return _inflate(archive, entries)
    except UnfitError:
        raise
    except FAULTS as error:
        raise UnfitError("damaged", type(error).__name__) from error


def _check(entries: list[zipfile.ZipInfo], data: bytes, end: int) -> None:
    if len(entries) > PART_LIMIT:
        raise UnfitError("too_large", str(PART_LIMIT))
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename  # as stored: zipfile mends what it shows
        if name.casefold() in seen:
            raise UnfitError("duplicate_entry", name[:100])
        if not _is_name(name):
            raise UnfitError("part_name", ascii(name)[:100])
        if entry.flag_bits & _ENCRYPTED:
            raise UnfitError("encrypted", name)
        if entry.compress_type not in _PACKINGS:
            raise UnfitError("damaged", name)
        seen.add(name.casefold())
    if not starts_at_front(entries):
        raise UnfitError("damaged", "start")
    _check_places(entries, data, end)


def _is_name(name: str) -> bool:
    """Tell whether a part may be named so: plain letters, and no way out."""
    steps = name.split("/")
    return (
        name.isascii()
        and name.isprintable()
        and not set(name) & set('\\:*?"<>|%#')
        and not any(step in ("", ".", "..") for step in steps)
    )


def _check_places(entries: list[zipfile.ZipInfo], data: bytes, end: int) -> None:
    """Refuse parts that share bytes: a few kilobytes would inflate to terabytes."""
    follows = end
    for entry in sorted(entries, key=lambda one: one.header_offset, reverse=True):
        lengths = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
        start = entry.header_offset + _LOCAL_HEADER.size + sum(lengths)
        if start + entry.compress_size > follows:
            raise UnfitError("damaged", entry.filename)
        follows = entry.header_offset


def _inflate(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = INFLATED_LIMIT
    for entry in entries:
        most = min(room, max(RATIO_LIMIT * entry.compress_size, RATIO_FREE))
        parts[entry.filename] = _inflate_one(archive, entry, most)
        room -= len(parts[entry.filename])
    return parts


def _inflate_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > most:
                raise UnfitError("too_large", entry.filename)
    return bytes(content)


def build(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of the parts, in their order and always with the same bytes."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return output.getvalue()
