"""Hold a workbook that came from anywhere to limits, before a library opens it.

Evidence for each test is in real files: workbooks with two cells at opposite corners,
entity bombs, sheets that inflate without end, a strict variant that opens as empty.
"""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import (
    ParseError,
    iterparse,
)

from desktop.errors import FileError
from desktop.files.zip_members import starts_at_front

FILE_LIMIT: Final = 20_000_000
"""Bytes of the whole file."""
INFLATED_LIMIT: Final = 100_000_000
"""Bytes of all parts together, counted while reading."""
RATIO_LIMIT: Final = 100
RATIO_FREE: Final = 100_000
"""Bytes below which a part may shrink as much as it likes."""
PART_LIMIT: Final = 2_000
ROW_LIMIT: Final = 5_000
COLUMN_LIMIT: Final = 256
CELL_LIMIT: Final = 200_000
"""Cells of a sheet, filled or not."""

_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")
"""Old Office files, and new ones with a password; [MS-CFB] 2.2."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_CHUNK: Final = 1 << 16
_ENTITIES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT: Final = b"purl.oclc.org/ooxml"
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_BOOK: Final = "xl/workbook.xml"
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL: Final = f"{_MAIN}c"
_MERGED: Final = f"{_MAIN}mergeCell"
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS: Final = 26

_FAULTS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)
"""What `zipfile` was seen to raise on damaged and hostile archives."""


def checked(path: Path) -> bytes:
    """Return the bytes of a workbook that is safe to open.

    Raises:
        FileError: `missing`, `unreadable`, `not_workbook`, `old_workbook`, `password`,
            `strict_workbook`, `office_lock` or `too_large`.
    """
    data = _bytes(path)
    _check_kind(data, path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_archive(archive, path)
    except _FAULTS as error:
        raise FileError(path, "unreadable", type(error).__name__) from error
    return data


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(FILE_LIMIT + 1)
    except FileNotFoundError as error:
        raise FileError(path, "missing") from error
    except OSError as error:
        raise FileError(path, "unreadable", str(error.strerror)) from error
    if len(data) > FILE_LIMIT:
        raise FileError(path, "too_large", str(FILE_LIMIT))
    return data


def _check_kind(data: bytes, path: Path) -> None:
    """Tell by its first bytes what a file is; its name proves nothing."""
    if data.startswith(_ZIP):
        return
    if data.startswith(_COMPOUND):
        raise FileError(path, "password" if _ENCRYPTED in data else "old_workbook")
    raise FileError(
        path, "office_lock" if path.name.startswith("~$") else "not_workbook"
    )


def _check_archive(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    if len(entries) > PART_LIMIT:
        raise FileError(path, "too_large", str(PART_LIMIT))
    if not starts_at_front(entries):
        raise FileError(path, "unreadable")
    names = [entry.filename for entry in entries]
    if _BOOK not in names:
        raise FileError(path, "not_workbook")
    room = INFLATED_LIMIT
    for entry in entries:
        part = _part(archive, entry, room, path)
        room -= len(part)
        _check_part(entry.filename, part, path)


def _part(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, path: Path
) -> bytes:
    """Return one part, read no further than it may inflate."""
    most = min(room, max(RATIO_LIMIT * entry.compress_size, RATIO_FREE))
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > most:
                raise FileError(path, "too_large", entry.filename)
    return bytes(content)


def _check_part(name: str, part: bytes, path: Path) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    # Without its zero bytes a part in UTF-16 shows what it declares.
    if _ENTITIES.search(part.replace(b"\x00", b"")):
        raise FileError(path, "unreadable", name)
    if name == _BOOK and _STRICT in part:
        raise FileError(path, "strict_workbook")
    if _SHEET.fullmatch(name):
        _check_sheet(part, path)


def _check_sheet(part: bytes, path: Path) -> None:
    """Refuse a sheet whose cells are too many, or too far from its corner.

    Each cell of a merged area counts: the library makes an object of every one.
    """
    cells = 0
    try:
        for _, element in iterparse(BytesIO(part)):  # noqa: S314  DTDs were refused
            if element.tag == _CELL:
                cells += 1
                _check_cell(element.get("r", ""), len(element) > 0, path)
                element.clear()
            elif element.tag == _MERGED:
                cells += _size(element.get("ref", ""))
            if cells > CELL_LIMIT:
                raise FileError(path, "too_large", str(CELL_LIMIT))
    except ParseError as error:
        raise FileError(path, "unreadable", str(error)) from error


def _check_cell(address: str, filled: bool, path: Path) -> None:  # noqa: FBT001
    row, column = _place(address)
    if filled and (row > ROW_LIMIT or column > COLUMN_LIMIT):
        raise FileError(path, "too_large", address)


def _size(area: str) -> int:
    """Return how many cells an area such as `A1:C2` has."""
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return max(bottom - top + 1, 0) * max(right - left + 1, 0)


def _place(address: str) -> tuple[int, int]:
    """Return row and column of an address, counted from one; 0, 0 for none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column
