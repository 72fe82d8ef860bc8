"""Tell by its first bytes what a file is: its name proves nothing."""

import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Final

from desktop.errors import FileError


class Sort(StrEnum):
    """What a person would call a file."""

    PHOTO = "photo"
    DOCUMENT = "document"
    TABLE = "table"
    SLIDES = "slides"
    SOUND = "sound"
    FILM = "film"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Medium:
    """One kind of file that can be kept."""

    media: str
    """Media type."""
    ending: str
    """Ending of the kept file's name, with its dot."""
    sort: Sort

    @property
    def shows_persons(self) -> bool:
        """Tell whether persons may be recognised in it by sight or by voice."""
        return self.sort in {Sort.PHOTO, Sort.FILM, Sort.SOUND}


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_POWER = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_OPEN = "application/vnd.oasis.opendocument"

MEDIA: Final = (
    Medium("image/jpeg", ".jpg", Sort.PHOTO),
    Medium("image/png", ".png", Sort.PHOTO),
    Medium("image/gif", ".gif", Sort.PHOTO),
    Medium("image/webp", ".webp", Sort.PHOTO),
    Medium("image/bmp", ".bmp", Sort.PHOTO),
    Medium("image/tiff", ".tif", Sort.PHOTO),
    Medium("application/pdf", ".pdf", Sort.DOCUMENT),
    Medium("application/rtf", ".rtf", Sort.DOCUMENT),
    Medium("text/plain", ".txt", Sort.DOCUMENT),
    Medium("text/csv", ".csv", Sort.TABLE),
    Medium("application/msword", ".doc", Sort.DOCUMENT),
    Medium("application/vnd.ms-excel", ".xls", Sort.TABLE),
    Medium("application/vnd.ms-powerpoint", ".ppt", Sort.SLIDES),
    Medium(_WORD, ".docx", Sort.DOCUMENT),
    Medium(_EXCEL, ".xlsx", Sort.TABLE),
    Medium(_POWER, ".pptx", Sort.SLIDES),
    Medium(f"{_OPEN}.text", ".odt", Sort.DOCUMENT),
    Medium(f"{_OPEN}.spreadsheet", ".ods", Sort.TABLE),
    Medium(f"{_OPEN}.presentation", ".odp", Sort.SLIDES),
    Medium("audio/mpeg", ".mp3", Sort.SOUND),
    Medium("audio/wav", ".wav", Sort.SOUND),
    Medium("audio/mp4", ".m4a", Sort.SOUND),
    Medium("audio/ogg", ".ogg", Sort.SOUND),
    Medium("video/mp4", ".mp4", Sort.FILM),
    Medium("video/quicktime", ".mov", Sort.FILM),
    Medium("video/3gpp", ".3gp", Sort.FILM),
    Medium("video/x-msvideo", ".avi", Sort.FILM),
    Medium("application/zip", ".zip", Sort.ARCHIVE),
)
BY_MEDIA: Final = {one.media: one for one in MEDIA}

_STARTS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
)
_RIFF: Final = {
    b"WEBP": "image/webp",
    b"WAVE": "audio/wav",
    b"AVI ": "video/x-msvideo",
}
_BRANDS: Final = {b"M4A": "audio/mp4", b"qt ": "video/quicktime", b"3gp": "video/3gpp"}
_HEIC: Final = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"}
)
_MP3: Final = frozenset({0xFB, 0xF3, 0xF2, 0xFA})
_RUNS: Final = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
"""Programs of Windows, Linux, Java and macOS, scripts, and links of Windows."""
_RUNNING: Final = frozenset(
    f".{ending}"
    for ending in (
        *("exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse"),
        *("wsf", "wsh", "hta", "lnk", "msi", "msp", "jar", "py", "sh", "reg", "cpl"),
        *("dll", "url", "chm", "html", "htm", "svg", "xht"),
    )
)
"""Endings that a system runs, or opens in what runs scripts."""
_COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_STREAMS: Final = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_MAIN_PARTS: Final = {
    "word/document.xml": _WORD,
    "xl/workbook.xml": _EXCEL,
    "ppt/presentation.xml": _POWER,
}
_MEMBERS: Final = 5_000
_HEAD: Final = 4_096
_TEXTS: Final = {".txt": "text/plain", ".csv": "text/csv", ".tsv": "text/csv"}


def media_of(data: bytes, path: Path) -> Medium:
    """Return what kind of file the bytes are; `path` only tells texts from lists.

    Raises:
        FileError: `empty`, `executable`, `macros`, `heic`, `password`, `unreadable` or
            `unknown_kind`.
    """
    if not data:
        raise FileError(path, "empty")
    if data.startswith(_RUNS) or path.suffix.lower() in _RUNNING:
        raise FileError(path, "executable")
    for read in (_by_start, _by_container, _zipped, _compound, _as_text):
        found = read(data, path)
        if found:
            return BY_MEDIA[found]
    raise FileError(path, "unknown_kind")


def ending_of(media: str) -> str:
    """Return the ending of a kept file's name; `.bin` for what nobody knows."""
    known = BY_MEDIA.get(media)
    return known.ending if known else ".bin"


def sort_of(media: str) -> Sort | None:
    """Return what a person would call a file of a media type."""
    known = BY_MEDIA.get(media)
    return known.sort if known else None


def _by_start(data: bytes, _path: Path) -> str:
    for start, media in _STARTS:
        if data.startswith(start):
            return media
    raw_sound = data[0] == 0xFF and len(data) > 1 and data[1] in _MP3  # noqa: PLR2004
    return "audio/mpeg" if raw_sound else ""


def _by_container(data: bytes, path: Path) -> str:
    """Tell files made of boxes (ISO 14496-12, 4.3) and of RIFF chunks."""
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12], "")
    if data[4:8] != b"ftyp":
        return ""
    brand = data[8:12]
    if brand in _HEIC:
        raise FileError(path, "heic")
    return _BRANDS.get(brand[:3], "video/mp4")


def _zipped(data: bytes, path: Path) -> str:
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ""
    names, kind = _members(data, path)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise FileError(path, "macros")
    for part, media in _MAIN_PARTS.items():
        if part in names:
            return media
    if kind in BY_MEDIA:
        return kind
    if any(Path(name).suffix.lower() in _RUNNING for name in names):
        raise FileError(path, "executable")
    return "application/zip"


def _members(data: bytes, path: Path) -> tuple[frozenset[str], str]:
    """Return the names inside an archive, and what an OpenDocument says it is."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist()[:_MEMBERS])
            kind = b""
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    kind = stream.read(100)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise FileError(path, "unreadable", type(error).__name__) from error
    return names, kind.decode("ascii", "replace").strip()


def _compound(data: bytes, path: Path) -> str:
    """Tell old Office files apart from installers, which have the same envelope."""
    if not data.startswith(_COMPOUND):
        return ""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FileError(path, "password")
    for stream, media in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return media
    raise FileError(path, "executable")


def _as_text(data: bytes, path: Path) -> str:
    media = _TEXTS.get(path.suffix.lower(), "")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return media if wide or b"\x00" not in data[:_HEAD] else ""
