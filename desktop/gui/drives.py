"""Find the sticks that are plugged in, with their names and free room."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from desktop import media


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """One stick, as it is found."""

    path: Path
    label: str
    free: int
    """Bytes."""
    file_system: str
    writable: bool


def removable() -> tuple[Drive, ...]:
    """Return every stick that is ready; Qt alone does not know which drive is one."""
    found = (QStorageInfo(root) for root in _roots())
    return tuple(_drive(each) for each in found if each.isValid() and each.isReady())


def _drive(found: QStorageInfo) -> Drive:
    return Drive(
        path=Path(found.rootPath()),
        label=found.name() or found.displayName(),
        free=found.bytesAvailable(),
        file_system=bytes(found.fileSystemType().data()).decode(errors="replace"),
        writable=not found.isReadOnly(),
    )


if sys.platform == "win32":

    def _roots() -> Iterator[str]:
        # Asked by letter first: a drive of the network may take seconds to answer.
        import ctypes

        letters = ctypes.windll.kernel32.GetLogicalDrives()
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            if letters >> number & 1 and _plugged_in(root):
                yield root

    def _plugged_in(root: str) -> bool:
        return media.drive_kind(Path(root)) is media.Medium.REMOVABLE

else:

    def _roots() -> Iterator[str]:
        for each in QStorageInfo.mountedVolumes():
            if media.is_stick(each.rootPath()):
                yield each.rootPath()
