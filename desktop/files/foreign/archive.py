"""Open a workbook as the archive it is, held to limits before anything reads it.

Evidence for each test is in real files: workbooks with two cells at opposite corners,
entity bombs, sheets that inflate without end, a strict variant that opens as empty.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.foreign import limits
from desktop.files.foreign.xml import EntitiesError
from desktop.files.zip_members import FAULTS, starts_at_front

_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")
"""Old Office files, and new ones with a password; [MS-CFB] 2.2."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LOCK_NAME: Final = "~$"
_CHUNK: Final = 1 << 16
_DECLARES: Final = (b"<!DOCTYPE", b"<!ENTITY")
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Archive:
    """The parts of a workbook, each read no further than it may inflate."""

    def __init__(self, path: Path, content: zipfile.ZipFile) -> None:
        """Take the opened archive of a file; its list of parts is checked here."""
        self.path = path
        self._content = content
        self._entries = {one.filename.lstrip("/"): one for one in content.infolist()}
        self._room = limits.INFLATED_LIMIT
        self._check_list()

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self._entries)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a part, piece by piece.

        Raises:
            FileError: `too_large`.
            KeyError: There is no such part.
        """
        entry = self._entries[name]
        most = max(limits.RATIO_LIMIT * entry.compress_size, limits.RATIO_FREE)
        with self._content.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                most -= len(chunk)
                self._room -= len(chunk)
                if most < 0 or self._room < 0:
                    raise FileError(self.path, "too_large", name)
                yield chunk

    def check_rest(self, read: frozenset[str]) -> None:
        """Refuse a document type in parts nobody reads, so that it is met nowhere.

        Raises:
            FileError: `too_large`.
            EntitiesError: There is one.
        """
        for name in sorted(self.names - read):
            if name.endswith((".xml", ".rels")):
                self._check_part(name)

    def _check_list(self) -> None:
        entries = self._content.infolist()
        if len(entries) > limits.PART_LIMIT:
            raise FileError(self.path, "too_large", str(limits.PART_LIMIT))
        if sum(one.file_size for one in entries) > limits.INFLATED_LIMIT:
            raise FileError(self.path, "too_large", str(limits.INFLATED_LIMIT))
        odd = any(one.compress_type not in _PACKINGS for one in entries)
        if odd or len(self._entries) < len(entries) or not starts_at_front(entries):
            raise FileError(self.path, "unreadable", "zip")

    def _check_part(self, name: str) -> None:
        before = b""
        for chunk in self.chunks(name):
            # Without its zero bytes a part in UTF-16 shows what it declares.
            seen = (before + chunk).replace(b"\x00", b"").upper()
            if any(sign in seen for sign in _DECLARES):
                raise EntitiesError(name)
            before = chunk[-4 * len(_DECLARES[0]) :]


def opened(path: Path) -> Archive:
    """Return the archive of a file that may be a workbook.

    Raises:
        FileError: `missing`, `unreadable`, `not_workbook`, `old_workbook`, `password`,
            `office_lock` or `too_large`.
    """
    data = bytes_of(path, limits.FILE_LIMIT)
    _check_kind(data, path)
    try:
        return Archive(path, zipfile.ZipFile(BytesIO(data)))
    except FAULTS as error:
        raise FileError(path, "unreadable", type(error).__name__) from error


def bytes_of(path: Path, most: int, beyond: str = "too_large") -> bytes:
    """Return the bytes of a file.

    Raises:
        FileError: `missing`, `unreadable`, or the reason `beyond` for more than `most`.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError as error:
        raise FileError(path, "missing") from error
    except OSError as error:
        raise FileError(path, "unreadable", str(error.strerror)) from error
    if len(data) > most:
        raise FileError(path, beyond, str(most))
    return data


def _check_kind(data: bytes, path: Path) -> None:
    """Tell by its first bytes what a file is; its name proves nothing."""
    if data.startswith(_ZIP):
        return
    if data.startswith(_COMPOUND):
        raise FileError(path, "password" if _ENCRYPTED in data else "old_workbook")
    lock = path.name.startswith(_LOCK_NAME)
    raise FileError(path, "office_lock" if lock else "not_workbook")
