"""Pack the stage as the edition that runs from a stick: one folder in one archive."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from windows import installer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOP = "SoTruyenThong"
_BY_DOS = 0
"""Made on a system without rights of files, as far as whoever unpacks cares."""


def make(stage: Path, target: Path, *, epoch: int, fast: bool) -> Path:
    """Write the archive; every file bears the one time, in the order of the names.

    Args:
        stage: The program's folder.
        target: The archive.
        epoch: The time of every file, in seconds since 1970.
        fast: Pack quickly instead of tightly.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    moment = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(
        target, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if fast else 9
    ) as archive:
        for name, content in _members(stage):
            member = zipfile.ZipInfo(f"{TOP}/{name}", moment)
            member.create_system = _BY_DOS
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return target


def _members(stage: Path) -> Iterator[tuple[str, bytes]]:
    """Give each file of the folder on the stick; the mark says what edition it is."""
    names = [*installer.files_of(stage), installer.MARKER.name]
    for name in sorted(names):
        path = installer.MARKER if name == installer.MARKER.name else stage / name
        content = path.read_bytes()
        if path == installer.MARKER:
            content = content.replace(b"\n", b"\r\n")
        yield name, content
