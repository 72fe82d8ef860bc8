"""Refuse a zip that says one thing in its list and another beside its entries.

Most programs go by the list at the end, some from entry to entry, and those that repair
a file by whatever looks like an entry: signed content must be the same for all of them.
"""

import struct
import zipfile
from io import BytesIO
from typing import Final

from desktop.files.signatures.opc.parts import UnfitError

_LOCAL: Final = struct.Struct("<4x2xHH4xLLLHH")
"""Flags, packing, checksum, packed size, size, lengths of name and extra field."""
_LISTED_SIZE: Final = 46
"""Bytes an entry takes in the list, beside its texts."""
_MARKS: Final = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06")
"""With these an entry, its place in the list, and the end of all begin."""
_DESCRIBED_AFTER: Final = 0x8
"""Flag of an entry whose sizes follow its content, as a stream writes them."""
_UTF8: Final = 0x800
_DESCRIPTORS: Final = frozenset({12, 16, 20, 24})
"""Bytes that such sizes may take."""
_IN_EXTRA: Final = 0xFFFFFFFF
"""Stands for a size that is told in the extra field."""
_RENAMES: Final = frozenset({0x7075, 0x6375})
"""Extra fields with another name or remark, which some programs prefer."""
_ENDS: Final = frozenset({22, 98})
"""Bytes of the end without a comment, in a plain zip and in one of the large kind."""


def check(data: bytes) -> None:
    """Refuse a zip that could be read in two ways; it must be one that opens.

    Raises:
        UnfitError: `hidden_bytes` for what no entry accounts for, `ambiguous` with the
            part of which two things are said.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = sorted(archive.infolist(), key=lambda one: one.header_offset)
        listed = archive.start_dir
    rest = len(data) - listed - sum(map(_size_in_list, entries))
    if not entries or rest not in _ENDS or _MARKS[0] in data[listed:]:
        raise UnfitError("hidden_bytes")
    ends = [one.header_offset for one in entries[1:]] + [listed]
    reached = 0
    for entry, end in zip(entries, ends, strict=True):
        if entry.header_offset != reached:
            raise UnfitError("hidden_bytes")
        if _renames(entry.extra):
            raise UnfitError("ambiguous", entry.filename)
        reached = _end_of(entry, data, end)
    if reached != listed:
        raise UnfitError("hidden_bytes")


def _size_in_list(entry: zipfile.ZipInfo) -> int:
    coding = "utf-8" if entry.flag_bits & _UTF8 else "cp437"
    texts = (entry.orig_filename.encode(coding), entry.extra, entry.comment)
    return _LISTED_SIZE + sum(map(len, texts))


def _end_of(entry: zipfile.ZipInfo, data: bytes, end: int) -> int:
    """Return where an entry ends: at `end`, or before it if something lies between."""
    flags, packing, *sizes, name, extra = _LOCAL.unpack_from(data, entry.header_offset)
    texts = entry.header_offset + _LOCAL.size
    content = texts + name + extra
    if any(mark in data[texts + name : content] for mark in _MARKS):
        raise UnfitError("hidden_bytes")
    told = (entry.CRC, entry.compress_size, entry.file_size)
    after = flags & _DESCRIBED_AFTER
    agrees = all(
        here in (there, _IN_EXTRA) or (after and not here)
        for here, there in zip(sizes, told, strict=True)
    )
    agrees = agrees and not _renames(data[texts + name : content])
    if not agrees or (flags, packing) != (entry.flag_bits, entry.compress_type):
        raise UnfitError("ambiguous", entry.filename)
    reached = content + entry.compress_size
    return end if after and end - reached in _DESCRIPTORS else reached


def _renames(extra: bytes) -> bool:
    """Tell whether an extra field holds another name; APPNOTE 4.6.9."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind in _RENAMES:
            return True
        at += 4 + size
    return False
