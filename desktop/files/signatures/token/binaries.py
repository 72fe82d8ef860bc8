"""Tell from its first bytes what a shared library is made for."""

import struct
from pathlib import Path
from typing import Final

_ELF: Final = b"\x7fELF"
_ELF_BITS: Final = {1: 32, 2: 64}
_MACHINE_BITS: Final = {0x014C: 32, 0x01C4: 32, 0x8664: 64, 0xAA64: 64}
"""IMAGE_FILE_MACHINE of Windows: i386, ARM, x86-64, ARM64."""
_HEADER: Final = 4096
_PE_PLACE: Final = 0x3C


def bits_of(path: Path) -> int:
    """Return 32 or 64 for a shared library of Linux or Windows, 0 for anything else."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError:
        return 0
    if head.startswith(_ELF):
        return _ELF_BITS.get(head[4], 0) if len(head) > len(_ELF) else 0
    return _of_windows(head) if head.startswith(b"MZ") else 0


def own_bits() -> int:
    """Return the bits of the program itself, which its modules must share."""
    return 8 * struct.calcsize("P")


def _of_windows(head: bytes) -> int:
    try:
        (place,) = struct.unpack_from("<I", head, _PE_PLACE)
        signature, machine = struct.unpack_from("<4sH", head, place)
    except struct.error:
        return 0
    return _MACHINE_BITS.get(machine, 0) if signature == b"PE\0\0" else 0
