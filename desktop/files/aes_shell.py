"""Know the shell of an archive in AES to the byte, for nothing else vouches for it.

The code of AES in a zip (WinZip, AE-2) holds the content of a member and not a byte of
what stands around it: sizes, dates, the list at the end. We write one member in one
way, so whatever is otherwise was altered since.
"""

import struct
from typing import Final

MEMBER: Final = "noi-dung.zip"
"""Only member of a locked archive; its name can be read without the password."""

_NAME: Final = MEMBER.encode()
_AES: Final = 99
_ENCRYPTED: Final = 0x1
_VERSION: Final = 20
_UNIX: Final = 3
_RIGHTS: Final = 0o100644 << 16
_DATED: Final = (0, 0x21)
"""1 January 1980, the oldest a zip can tell: when it was locked is nobody's matter."""
_EXTRA: Final = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, 0)
"""AE-2 in 256 bits around a member that is stored."""
_KEPT: Final = 28
"""Bytes beside the content: salt, check of the words, and code (16 + 2 + 10)."""
_HEAD: Final = struct.Struct("<4s5H3L2H")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_BEFORE: Final = _HEAD.size + len(_NAME) + len(_EXTRA)
_BEHIND: Final = _ENTRY.size + len(_NAME) + len(_EXTRA) + _END.size


def inside(data: bytes) -> bytes:
    """Return the encrypted member of an archive with our one member in it."""
    return data[_BEFORE:-_BEHIND]


def around(member: bytes) -> bytes:
    """Return the archive around an encrypted member, the same on every machine."""
    size = max(len(member) - _KEPT, 0)
    lengths = (0, len(member), size, len(_NAME), len(_EXTRA))
    how = (_VERSION, _ENCRYPTED, _AES, *_DATED)
    head = _HEAD.pack(b"PK\3\4", *how, *lengths)
    made_by = _UNIX << 8 | _VERSION
    entry = _ENTRY.pack(b"PK\1\2", made_by, *how, *lengths, 0, 0, 0, _RIGHTS, 0)
    listed = entry + _NAME + _EXTRA
    before = head + _NAME + _EXTRA + member
    end = _END.pack(b"PK\5\6", 0, 0, 1, 1, len(listed), len(before), 0)
    return before + listed + end
