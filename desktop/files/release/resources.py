"""Find the version resource of a Windows program, reading little and trusting nothing.

Microsoft, "PE Format". Only what an installer of ours needs is understood. Everything
read is bounded, and whatever does not fit is a `ValueError`.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

_AMD64: Final = 0x8664
_PE32_PLUS: Final = 0x20B
_MOST_SECTIONS: Final = 96
"""The loader of Windows takes no more."""
_SECTION_BYTES: Final = 40
_RESOURCES, _CERTIFICATES = 2, 4
"""Numbers of two data directories."""
_DIRECTORIES_AT: Final = 112
"""Bytes from the optional header's beginning, in PE32+."""
_VERSION: Final = 16
"""RT_VERSION."""
_MOST_ENTRIES: Final = 1_000
_MOST_VERSION_BYTES: Final = 65_536
_DEEPER: Final = 0x8000_0000

Read = Callable[[int, int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a program file, and where it lies in memory."""

    address: int
    start: int
    """In the file."""
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What the headers of a program for 64-bit Windows say."""

    sections: tuple[Section, ...]
    resources: int
    """Address of the resources, 0 without."""
    certificates: tuple[int, int]
    """Where the file's own signature lies, and its length; zeros without."""

    @property
    def end(self) -> int:
        """Return where the program's own parts end in the file."""
        return max(one.start + one.size for one in self.sections)


def reader(file: BinaryIO, size: int) -> Read:
    """Return what reads some bytes of a file, and no others."""

    def read(start: int, length: int) -> bytes:
        if start < 0 or start + length > size:
            raise ValueError(start)
        file.seek(start)
        found = file.read(length)
        if len(found) != length:
            raise ValueError(start)
        return found

    return read


def read_program(read: Read) -> Program:
    """Read the headers.

    Raises:
        ValueError: It is no program for 64-bit Windows.
    """
    if read(0, 2) != b"MZ":
        raise ValueError(0)
    head = struct.unpack("<I", read(0x3C, 4))[0]
    if read(head, 4) != b"PE\0\0":
        raise ValueError(head)
    machine, count, _, _, _, optional, _ = struct.unpack("<HHIIIHH", read(head + 4, 20))
    optional_at = head + 24
    (magic,) = struct.unpack("<H", read(optional_at, 2))
    if (machine, magic) != (_AMD64, _PE32_PLUS) or not 0 < count <= _MOST_SECTIONS:
        raise ValueError(head)
    directories = _directories(read(optional_at, optional))
    sections = read(optional_at + optional, count * _SECTION_BYTES)
    return Program(
        sections=tuple(_sections(sections)),
        resources=directories[_RESOURCES][0],
        certificates=directories[_CERTIFICATES],
    )


def version_resource(read: Read, program: Program) -> bytes:
    """Return the version resource.

    Raises:
        ValueError: There is none, or it lies nowhere in the file.
    """
    at = _offset(program, program.resources)
    first = next((found for key, found in _entries(read, at, 0) if key == _VERSION), 0)
    second = next((found for _, found in _entries(read, at, _below(first))), 0)
    leaf = next((found for _, found in _entries(read, at, _below(second))), _DEEPER)
    if leaf & _DEEPER:
        raise ValueError(leaf)
    address, length = struct.unpack("<II", read(at + leaf, 8))
    if length > _MOST_VERSION_BYTES:
        raise ValueError(length)
    return read(_offset(program, address), length)


def _directories(optional: bytes) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from("<I", optional, _DIRECTORIES_AT - 4)
    if count <= _CERTIFICATES:
        raise ValueError(count)
    return [
        struct.unpack_from("<II", optional, _DIRECTORIES_AT + 8 * number)
        for number in range(_CERTIFICATES + 1)
    ]


def _sections(raw: bytes) -> Iterator[Section]:
    for at in range(0, len(raw), _SECTION_BYTES):
        _, address, size, start = struct.unpack_from("<IIII", raw, at + 8)
        yield Section(address=address, start=start, size=size)


def _offset(program: Program, address: int) -> int:
    """Return where in the file something lies that has an address in memory."""
    for one in program.sections:
        if address and one.address <= address < one.address + one.size:
            return one.start + address - one.address
    raise ValueError(address)


def _entries(read: Read, at: int, directory: int) -> Iterator[tuple[int, int]]:
    """Yield the key of each entry of a directory of resources, and where it leads."""
    named, numbered = struct.unpack("<HH", read(at + directory + 12, 4))
    if named + numbered > _MOST_ENTRIES:
        raise ValueError(named + numbered)
    for number in range(named + numbered):
        yield struct.unpack("<II", read(at + directory + 16 + 8 * number, 8))


def _below(found: int) -> int:
    if not found & _DEEPER:
        raise ValueError(found)
    return found & ~_DEEPER
