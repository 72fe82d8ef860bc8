"""Tell by its content what a file that came in is; its name proves nothing.

Mail programs and sticks rename what they carry: `.zip.txt`, `(1)`, no ending at all.
Only the mark of Office's own lock files (`~$`) is a matter of the name.
"""

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.files.foreign.limits import FILE_LIMIT
from desktop.files.locking import Lock, lock_of
from desktop.files.signed_file import MANIFEST
from desktop.files.split_file import read_piece
from desktop.files.zip_members import FAULTS

if TYPE_CHECKING:
    from collections.abc import Callable


class What(StrEnum):
    """What a file is to the tray."""

    WORKBOOK = "workbook"
    PACKAGE = "package"
    RECEIPT = "receipt"
    ARCHIVE = "archive"
    MAIL = "mail"
    LOCKED = "locked"
    PIECE = "piece"
    """A part of a file that no mail took whole."""
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is and, of one that is nothing to the tray, why."""

    what: What
    reason: tuple[str, ...] = ()
    """Code and facts; blank where somebody else will tell."""


RECEIPT_MEMBER: Final = "bien-nhan.json"
"""Member by which a sealed receipt is told from a package."""

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")
"""Old Office files, new ones with a password, Outlook messages; [MS-CFB] 2.2."""
_COMPOUND_SIGNS: Final = (
    ("EncryptedPackage", "password_workbook"),
    ("__substg1.0_", "outlook_message"),
    ("Workbook", "old_workbook"),
    ("WordDocument", "word_file"),
)
_STARTS: Final = (
    (bytes.fromhex("789F3E22"), "winmail"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
    (b"[InternetShortcut]", "shortcut"),
    (b"Rar!", "other_archive"),
    (b"7z\xbc\xaf'\x1c", "other_archive"),
    (b"\x1f\x8b", "other_archive"),
    (b"%PDF-", "pdf"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
)
_PAGES: Final = (b"<html", b"<!doctype html", b"<table")
_BOOKS: Final = (b"urn:schemas-microsoft-com:office:spreadsheet",)
_MAIN_PARTS: Final = (
    ("word/document.xml", "word_file"),
    ("ppt/presentation.xml", "slides"),
    ("xl/workbook.bin", "binary_workbook"),
)
_OPEN_TABLE: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_MACROS: Final = "vbaproject.bin"
_TYPES: Final = "[Content_Types].xml"
_TYPES_READ: Final = 1 << 18
_HEADER: Final = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t].*\n)*){2}"
)
_MAIL_SIGNS: Final = (b"mime-version:", b"content-type:", b"\nfrom:", b"\nsubject:")
_HEAD: Final = 8_192
_ENCRYPTED: Final = 0x1
_LOCKS: Final = {
    Lock.WORDS: "locked_words",
    Lock.KEY: "locked_key",
    Lock.ARCHIVE: "locked_archive",
}


def recognise(data: bytes, name: str) -> Recognised:
    """Return what a file is by its bytes; the name tells Office's lock files."""
    if Path(name).name.startswith("~$"):
        return _foreign("office_lock")
    lock = lock_of(data)
    if lock is not None:
        return Recognised(What.LOCKED, (_LOCKS[lock],))
    if read_piece(data) is not None:
        return Recognised(What.PIECE)
    looks: tuple[Callable[[bytes], Recognised | None], ...] = (
        _by_start,
        _compound,
        _archive,
        _mail,
        _text,
    )
    found = next((one for look in looks if (one := look(data)) is not None), None)
    return found or _foreign("unknown_kind")


def _foreign(*reason: str) -> Recognised:
    return Recognised(What.FOREIGN, reason)


def _by_start(data: bytes) -> Recognised | None:
    for start, reason in _STARTS:
        if data.startswith(start):
            return _foreign(reason)
    return None


def _compound(data: bytes) -> Recognised | None:
    if not data.startswith(_COMPOUND):
        return None
    for sign, reason in _COMPOUND_SIGNS:
        if sign.encode("utf-16-le") in data:
            return _foreign(reason)
    return _foreign("unknown_kind")


def _archive(data: bytes) -> Recognised | None:
    if data.startswith(_EMPTY_ZIP):
        return _foreign("empty_archive")
    if not data.startswith(_ZIP):
        return _prefixed(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(one.filename == "mimetype" for one in entries):
                return _open_document(archive, entries)
            if _runs_macros(archive, entries):
                return _foreign("macros")
    except FAULTS:
        return _cut_short(data)
    return _listed(entries, len(data))


def _listed(entries: list[zipfile.ZipInfo], size: int) -> Recognised:
    names = {one.filename.casefold() for one in entries}
    if any(Path(one).name == RECEIPT_MEMBER for one in names):
        return Recognised(What.RECEIPT)
    if any(Path(one).name == MANIFEST for one in names):
        return Recognised(What.PACKAGE)
    if "xl/workbook.xml" in names:
        return _workbook(names, size)
    for part, reason in _MAIN_PARTS:
        if part in names:
            return _foreign(reason)
    if any(one.flag_bits & _ENCRYPTED for one in entries):
        return _foreign("password_archive")
    return Recognised(What.ARCHIVE)


def _workbook(names: set[str], size: int) -> Recognised:
    if any(one.endswith(_MACROS) for one in names):
        return _foreign("macros")
    if size > FILE_LIMIT:
        return _foreign("too_large", str(FILE_LIMIT))
    return Recognised(What.WORKBOOK)


def _runs_macros(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    """Tell whether a workbook calls itself one of macros, though it may have none."""
    names = {one.filename for one in entries}
    if "xl/workbook.xml" not in names or _TYPES not in names:
        return False
    with archive.open(_TYPES) as stream:
        return b".macroEnabled." in stream.read(_TYPES_READ)


def _open_document(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]
) -> Recognised:
    with archive.open("mimetype") as stream:
        kind = stream.read(len(_OPEN_TABLE))
    if kind == _OPEN_TABLE:
        return _foreign("open_document")
    return _listed(entries, 0)


def _cut_short(data: bytes) -> Recognised:
    """Return what a zip without its list was: those who read it tell what is wrong."""
    if MANIFEST.encode() in data:
        return Recognised(What.PACKAGE)
    if b"xl/work" in data:
        return Recognised(What.WORKBOOK)
    return _foreign("damaged_archive")


def _prefixed(data: bytes) -> Recognised | None:
    """Know a package before which something was put: it is refused as one."""
    if _ZIP in data and MANIFEST.encode() in data and _mail(data) is None:
        return Recognised(What.PACKAGE)
    return None


def _mail(data: bytes) -> Recognised | None:
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n")
    signs = sum(one in b"\n" + head.lower() for one in _MAIL_SIGNS)
    if _HEADER.match(head) and signs > 1:
        return Recognised(What.MAIL)
    return None


def _text(data: bytes) -> Recognised | None:
    head = data[:_HEAD].lower()
    if any(one in head for one in _BOOKS):
        return _foreign("xml_workbook")
    if any(one in head for one in _PAGES):
        return _foreign("web_page")
    return None if b"\x00" in head else _foreign("text")
