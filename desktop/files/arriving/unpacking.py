"""Take the files out of an archive into memory, as if its maker meant harm.

Nothing is written under a name from the archive, and no more is inflated than the
limits allow, whatever the archive says of itself.
"""

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from desktop.files.arriving.kept import LIMIT
from desktop.files.zip_members import FAULTS
from desktop.rules.vietnamese import harmless_line

MEMBER_LIMIT: Final = 2_000
INFLATED_LIMIT: Final = 600_000_000
"""Bytes of all members together, counted while reading."""
RATIO_LIMIT: Final = 200
RATIO_FREE: Final = 1_000_000
"""Bytes below which a member may shrink as much as it likes."""

_CHUNK: Final = 1 << 16
_UTF8: Final = 0x800
_ENCRYPTED: Final = 0x1
_OF_SYSTEMS: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_FOLDER_OF_MAC: Final = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Inner:
    """A file from an archive or a mail, or why it was not taken out."""

    name: str
    """As the archive or the mail names it: only ever shown, never a place to write."""
    data: bytes = b""
    reason: tuple[str, ...] = ()
    """Code and facts of why there is no data; blank where there is."""


def files_in(data: bytes) -> Iterator[Inner]:
    """Yield each file of an archive, or why it was not taken out; folders are none.

    An archive that cannot be read yields one `damaged_archive`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            yield from _taken(archive, entries[:MEMBER_LIMIT])
    except FAULTS as error:
        yield Inner("", reason=("damaged_archive", type(error).__name__))
        return
    if len(entries) > MEMBER_LIMIT:
        yield Inner("", reason=("many_files", str(len(entries)), str(MEMBER_LIMIT)))


def _taken(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[Inner]:
    room = INFLATED_LIMIT
    for entry in entries:
        one = _one(archive, entry, room)
        room -= len(one.data)
        yield one


def _one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> Inner:
    name = _name(entry)
    reason = _refused(entry, name)
    if reason:
        return Inner(name, reason=reason)
    most = min(LIMIT, room, max(RATIO_LIMIT * entry.compress_size, RATIO_FREE))
    try:
        data = _inflated(archive, entry, most)
    except FAULTS as error:
        return Inner(name, reason=("damaged_member", type(error).__name__))
    if data is None:
        return Inner(name, reason=("too_large", str(most)))
    return Inner(name, data) if data else Inner(name, reason=("empty",))


def _refused(entry: zipfile.ZipInfo, name: str) -> tuple[str, ...]:
    path = PurePosixPath(name)
    if stat.S_ISLNK(entry.external_attr >> 16):
        return ("shortcut",)
    if path.name.casefold() in _OF_SYSTEMS or _FOLDER_OF_MAC in path.parts:
        return ("system_file",)
    return ("password_archive",) if entry.flag_bits & _ENCRYPTED else ()


def _inflated(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int
) -> bytes | None:
    """Return the bytes of a member; None where there are more than it may have."""
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > most:
                return None
    return bytes(content)


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the name as it was meant: many programs write UTF-8 and do not say so."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    return harmless_line(name)[-200:]
