"""Read a file that is to become evidence: within limits, known, and made safe."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.evidence.contents import hash_of
from desktop.files.evidence.media import BY_MEDIA, MEDIA, Medium, Sort, media_of
from desktop.files.evidence.photo import shrunk
from desktop.files.evidence.position import without_position
from desktop.files.foreign.archive import bytes_of

SIZE_LIMIT: Final = 50_000_000
"""Bytes of one file: a long scan, or a minute of film."""

_BOXED: Final = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file as it will be kept; the one it comes from is only ever read."""

    name: str
    """What it was called, with the ending of what is kept."""
    data: bytes
    medium: Medium
    source_sha256: str


def bring(path: Path) -> Brought:
    """Read a file and make it fit to be kept.

    Raises:
        FileError: `missing`, `unreadable`, `too_heavy`, `folder`, and the reasons of
            `media_of` and `shrunk`.
    """
    data = read_limited(path)
    medium = media_of(data, path)
    kept = data
    if medium.sort is Sort.PHOTO:
        photo = shrunk(data, path)
        kept, medium = photo.data, BY_MEDIA[photo.media]
    elif medium.media in _BOXED:
        kept = without_position(data)
    return Brought(
        name=_named(path, medium),
        data=kept,
        medium=medium,
        source_sha256=hash_of(data),
    )


def read_limited(path: Path) -> bytes:
    """Return the bytes of a file, as long as they are not too many.

    Raises:
        FileError: `missing`, `unreadable`, `folder` or `too_heavy`.
    """
    try:
        folder = path.is_dir()
    except OSError as error:
        raise FileError(path, "unreadable", str(error.strerror)) from error
    if folder:
        raise FileError(path, "folder")
    return bytes_of(path, SIZE_LIMIT, "too_heavy")


def _named(path: Path, medium: Medium) -> str:
    """Return the name with the ending of what is kept: photos may change theirs."""
    alike = {".jpg": (".jpg", ".jpeg", ".jfif"), ".tif": (".tif", ".tiff")}
    if path.suffix.lower() in alike.get(medium.ending, (medium.ending,)):
        return path.name
    known = {one.ending for one in MEDIA} | {".jpeg", ".jfif", ".tiff", ".tsv"}
    stem = path.stem if path.suffix.lower() in known else path.name
    return f"{stem}{medium.ending}"
