"""Read what a Windows program says of its own name and version.

Microsoft, "VS_VERSIONINFO": a tree of blocks, each with its length, its key in UTF-16
and its value. Whatever does not fit is a `ValueError`.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.records.update import InstallerFacts

_ROOT_KEY: Final = "VS_VERSION_INFO"
_MARK: Final = 0xFEEF_04BD
_FIXED_BYTES: Final = 52
_HEAD: Final = 6
_TEXT: Final = 1
_DEEPEST: Final = 3
"""Root, StringFileInfo, StringTable, String."""
_MOST_BLOCKS: Final = 500


@dataclass(frozen=True, slots=True)
class _Block:
    """One block: its key, its value, and what lies inside it."""

    key: str
    value: bytes
    inside: bytes
    at: int
    """Of what lies inside, from the beginning of the whole: it settles the padding."""


def read_version(raw: bytes) -> InstallerFacts:
    """Return product and version, as text and as Windows' own number.

    Raises:
        ValueError: The block is damaged, or says two things in two languages.
    """
    root, _ = _block(raw, 0, 0)
    if root.key != _ROOT_KEY or len(root.value) < _FIXED_BYTES:
        raise ValueError(root.key)
    texts = [one for one in _inside(root, _DEEPEST) if one.value]
    return InstallerFacts(
        product=_only(texts, "ProductName"),
        version=_only(texts, "ProductVersion"),
        number=_number(root.value),
    )


def _number(value: bytes) -> str:
    """Return the version as four numbers; the file's and the product's are one."""
    mark, _, *numbers = struct.unpack_from("<IIIIII", value)
    if mark != _MARK or numbers[:2] != numbers[2:]:
        raise ValueError(mark)
    high, low = numbers[:2]
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"


def _only(blocks: list[_Block], key: str) -> str:
    """Return the one text of a key: in two languages it must be the same."""
    (text,) = {
        one.value.decode("utf-16-le").rstrip("\0") for one in blocks if one.key == key
    }
    return text


def _inside(block: _Block, deeper: int) -> Iterator[_Block]:
    at = 0
    for _ in range(_MOST_BLOCKS):
        if at >= len(block.inside):
            return
        one, length = _block(block.inside, at, block.at)
        yield one
        if deeper and one.key != "VarFileInfo":
            yield from _inside(one, deeper - 1)
        at = _padded(at + length, block.at)
    raise ValueError(at)


def _block(raw: bytes, at: int, base: int) -> tuple[_Block, int]:
    """Return the block at a place, and its length with everything inside."""
    if at + _HEAD > len(raw):
        raise ValueError(at)
    length, units, kind = struct.unpack_from("<HHH", raw, at)
    end = at + length
    if length < _HEAD or end > len(raw):
        raise ValueError(at)
    key, after = _key(raw[:end], at + _HEAD)
    start = min(_padded(after, base), end)
    size = units * 2 if kind == _TEXT else units
    value = raw[start : min(start + size, end)]
    inside = min(_padded(start + size, base), end)
    return _Block(key, value, raw[inside:end], base + inside), length


def _key(raw: bytes, at: int) -> tuple[str, int]:
    """Return the text that ends with a zero, and where what follows begins."""
    for end in range(at, len(raw) - 1, 2):
        if raw[end : end + 2] == b"\0\0":
            return raw[at:end].decode("utf-16-le"), end + 2
    raise ValueError(at)


def _padded(at: int, base: int) -> int:
    """Return the next place that lies on four bytes of the whole."""
    return at + -(base + at) % 4
