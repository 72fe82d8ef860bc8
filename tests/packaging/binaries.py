"""Windows libraries small enough to be written by hand: head, one section, imports."""

import struct
from pathlib import Path

_AT = 0x1000
"""Where the one section lies in memory."""
_FILE_AT = 0x400
_BY_NUMBER = struct.pack("<QQ", 1 << 63 | 1, 0)
"""What each asks of another: its first function, by its number."""


def write(path: Path, *names: str) -> Path:
    """Write a 64-bit library that asks for other libraries by name."""
    table = 20 * (len(names) + 1)
    texts = table + len(_BY_NUMBER)
    entries, words = b"", b""
    for name in names:
        at = _AT + texts + len(words)
        entries += struct.pack("<5I", _AT + table, 0, 0, at, _AT + table)
        words += name.encode("ascii") + b"\0"
    section = entries + b"\0" * 20 + _BY_NUMBER + words
    section += b"\0" * (-len(section) % 0x200)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_head(len(section), table if names else 0) + section)
    return path


def _head(size: int, table: int) -> bytes:
    """Give everything before the section."""
    dos = b"MZ" + b"\0" * 58 + struct.pack("<I", 64)
    kind = struct.pack("<4sHHIIIHH", b"PE\0\0", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, size, 0, 0, _AT)
    optional += struct.pack(
        "<QIIHHHHHHIIIIHH",
        0x180000000,
        0x1000,
        0x200,
        *(6, 0) * 3,
        0,
        0x3000,
        _FILE_AT,
        0,
        2,
        0,
    )
    optional += struct.pack("<QQQQII", 0x100000, 0x1000, 0x100000, 0x1000, 0, 16)
    folders = [(0, 0)] * 16
    folders[1] = (_AT, table) if table else (0, 0)
    optional += b"".join(struct.pack("<II", *each) for each in folders)
    row = struct.pack(
        "<8sIIIIIIHHI", b".rdata", size, _AT, size, _FILE_AT, 0, 0, 0, 0, 0x40000040
    )
    head = dos + kind + optional + row
    return head + b"\0" * (_FILE_AT - len(head))
