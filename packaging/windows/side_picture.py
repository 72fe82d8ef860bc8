"""Draw the picture beside the installer's first and last page: the icon on a band."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 164, 314
"""In pixels, as NSIS lays its page out."""
TOP = 48
BAND = (0x0B, 0x64, 0x64)
"""Red, green and blue of the icon, which so has no edge."""
RGBA = 4
_SIGNATURE = 8
_EIGHT_BIT_RGBA = (8, 6, 0, 0, 0)


def draw(icon: Path, target: Path) -> None:
    """Write the picture as an uncompressed bitmap of 24 bits.

    Raises:
        ValueError: The icon is no PNG of eight bits with transparency.
    """
    side, rows = _half(*_read_png(icon.read_bytes()))
    left = (WIDTH - side) // 2
    lines = []
    for y in range(HEIGHT):
        line = bytearray(bytes(reversed(BAND)) * WIDTH)
        if TOP <= y < TOP + side:
            line[left * 3 : (left + side) * 3] = _laid_on_band(rows[y - TOP])
        lines.append(bytes(line) + bytes(-len(line) % 4))
    pixels = b"".join(reversed(lines))
    head = struct.pack("<IiiHHIIiiII", 40, WIDTH, HEIGHT, 1, 24, 0, 0, 0, 0, 0, 0)
    file = struct.pack("<2sIHHI", b"BM", 54 + len(pixels), 0, 0, 54)
    target.write_bytes(file + head + pixels)


def _laid_on_band(row: bytes) -> bytes:
    """Mix a row of red, green, blue and alpha with the band; blue comes first."""
    mixed = bytearray()
    for at in range(0, len(row), RGBA):
        alpha = row[at + 3]
        for part in (2, 1, 0):
            mixed.append((row[at + part] * alpha + BAND[part] * (255 - alpha)) // 255)
    return bytes(mixed)


def _half(side: int, rows: list[bytes]) -> tuple[int, list[bytes]]:
    """Take the mean of every four pixels, by how opaque each is."""
    half = side // 2
    return half, [
        b"".join(_mean(rows[2 * y], rows[2 * y + 1], 8 * x) for x in range(half))
        for y in range(half)
    ]


def _mean(upper: bytes, lower: bytes, at: int) -> bytes:
    pixels = [row[at + k : at + k + RGBA] for row in (upper, lower) for k in (0, RGBA)]
    opaque = sum(one[3] for one in pixels)
    if not opaque:
        return bytes(RGBA)
    colour = (sum(one[part] * one[3] for one in pixels) // opaque for part in range(3))
    return bytes((*colour, opaque // RGBA))


def _read_png(data: bytes) -> tuple[int, list[bytes]]:
    """Return the side of a square picture in pixels and its rows."""
    packed, at = b"", _SIGNATURE
    side = 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            side, _height, *form = struct.unpack(">IIBBBBB", body)
            if tuple(form) != _EIGHT_BIT_RGBA:
                raise ValueError(form)
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    return side, _unfiltered(zlib.decompress(packed), side * RGBA)


def _unfiltered(raw: bytes, width: int) -> list[bytes]:
    rows, above = [], bytes(width)
    for start in range(0, len(raw), width + 1):
        above = _row(raw[start], raw[start + 1 : start + 1 + width], above)
        rows.append(above)
    return rows


def _row(kind: int, line: bytes, above: bytes) -> bytes:
    """Undo one of the five filters a row of a PNG may be kept through."""
    row = bytearray(line)
    for at in range(len(row)):
        left = row[at - RGBA] if at >= RGBA else 0
        corner = above[at - RGBA] if at >= RGBA else 0
        up = above[at]
        guess = (0, left, up, (left + up) // 2, _nearest(left, up, corner))[kind]
        row[at] = (row[at] + guess) & 0xFF
    return bytes(row)


def _nearest(left: int, up: int, corner: int) -> int:
    """Choose as the Paeth filter does."""
    sought = left + up - corner
    return min((left, up, corner), key=lambda one: abs(sought - one))
