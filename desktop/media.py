"""Know on what kind of medium a path lies, and which service carries its folder away.

Nothing here asks the medium itself: a drive of the network may take seconds to answer.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from desktop import paths


class Medium(StrEnum):
    """What may happen to files: a fixed disk neither leaves nor is shared."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    """A stick or a card: it can be pulled out in mid-write."""
    NETWORK = "network"
    """Locks and flushes of a file are not to be relied on."""
    DISC = "disc"
    """Nothing can be written."""


_OF_WINDOWS: Final = {
    2: Medium.REMOVABLE,
    4: Medium.NETWORK,
    5: Medium.DISC,
}
"""What GetDriveTypeW answers: DRIVE_REMOVABLE, DRIVE_REMOTE, DRIVE_CDROM."""

_NETWORK_SYSTEMS: Final = ("cifs", "smb", "nfs", "fuse.sshfs", "fuse.rclone", "davfs")
_DISC_SYSTEMS: Final = ("iso9660", "udf")
_OCTAL: Final = re.compile(r"\\([0-7]{3})")
_MOUNTED: Final = ("/media", "/run/media")
"""Where desktops of Linux put what is plugged in."""

_SERVICES: Final = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drive của tôi", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
)
"""How the name of a service's folder begins, and what the service is called."""

_AFTER_A_NAME: Final = ("", " ", "-", "_", "(")
"""What may follow it, such as in `OneDrive - Sở Văn hóa`: not any letter."""


def medium(path: Path) -> Medium:
    """Return the kind of medium a path lies on, which need not be there yet.

    What lies on the drive of the stick edition is on a stick, though Windows calls
    many a large one fixed.
    """
    place = Path(os.path.abspath(path))  # noqa: PTH100  links are not followed
    found = drive_kind(place)
    if found is Medium.FIXED and _beside_the_program(place):
        return Medium.REMOVABLE
    return found


def logs_ahead(path: Path) -> bool:
    """Tell whether changes of a file may be logged beside it before they go into it.

    That takes memory that programs share, which no network gives; and on a stick that
    is pulled out the file without its log is an old one.
    """
    return medium(path) is Medium.FIXED


def unfit(path: Path, *, new: bool = False) -> tuple[str, ...]:
    """Return why an office file must not be written at a place, or nothing.

    A stick is no place to begin on, but what is there already may be worked on with
    care. The folder of the user's own data is always good: nothing better is known.

    Args:
        path: The office file, there or not.
        new: It is to be made.

    Returns:
        Key of the reason: `network`, `cloud` with the service, `removable`, `disc`.
    """
    kind = medium(path)
    if _own(path, kind):
        return ()
    if kind is Medium.NETWORK:
        return ("network",)
    service = cloud(path)
    if service:
        return ("cloud", service)
    if new and kind is not Medium.FIXED:
        return (str(kind),)
    return ()


def cloud(path: Path, variables: Mapping[str, str] | None = None) -> str:
    """Return the service that carries a folder to its servers; blank if none does.

    Args:
        path: A file or folder, there or not.
        variables: Those of the environment; the machine's own if None.
    """
    known = os.environ if variables is None else variables
    for name, folder in known.items():
        if name.upper().startswith("ONEDRIVE") and folder and _inside(path, folder):
            return "OneDrive"
    return next(filter(None, map(_service, path.parts)), "")


def same_drive(one: Path, other: Path) -> bool:
    """Tell whether two paths lie on one drive: below one letter, or in one folder."""
    if one.drive or other.drive:
        return one.drive.casefold() == other.drive.casefold()
    return one.is_relative_to(other)


def is_stick(root: str) -> bool:
    """Tell whether a folder where something is mounted holds what is plugged in."""
    place = PurePosixPath(root)
    return any(place.is_relative_to(each) and root != each for each in _MOUNTED)


def _own(path: Path, kind: Medium) -> bool:
    """Tell whether a place belongs to the program's own data, wherever that is."""
    if paths.portable_folder() is not None:
        return kind is Medium.REMOVABLE and _beside_the_program(path)
    return path.is_relative_to(paths.user_folder())


def _beside_the_program(path: Path) -> bool:
    """Tell whether a path lies on the stick of the stick edition.

    Unpacked on the disk where this machine keeps everybody's data, it is on none.
    """
    own = paths.portable_folder()
    if own is None or not same_drive(path, own):
        return False
    return not same_drive(paths.local_folder(), own)


def _inside(path: Path, folder: str) -> bool:
    wanted = PurePath(os.path.normcase(folder))
    return PurePath(os.path.normcase(path)).is_relative_to(wanted)


def _service(part: str) -> str:
    low = part.casefold()
    for start, name in _SERVICES:
        if low.startswith(start) and low[len(start) : len(start) + 1] in _AFTER_A_NAME:
            return name
    return ""


if sys.platform == "win32":

    def drive_kind(path: Path) -> Medium:
        """Return what the system says of the drive an absolute path begins with."""
        drive = path.drive.upper()
        if drive.startswith("\\\\?\\UNC\\") or (
            drive.startswith("\\\\") and drive[2:4] not in {"?\\", ".\\"}
        ):
            return Medium.NETWORK
        return _OF_WINDOWS.get(drive_type(f"{path.drive}\\"), Medium.FIXED)

    def drive_type(root: str) -> int:
        """Return what GetDriveTypeW says of a root such as `E:` with its backslash."""
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

else:

    def drive_kind(path: Path) -> Medium:
        """Return what the system says of the mount an absolute path lies in."""
        mounts = [one for one in _mounts() if path.is_relative_to(one[0])]
        root, system = max(mounts, key=lambda one: len(one[0]), default=("/", ""))
        if system.startswith(_NETWORK_SYSTEMS):
            return Medium.NETWORK
        if system in _DISC_SYSTEMS:
            return Medium.DISC
        return Medium.REMOVABLE if is_stick(root) else Medium.FIXED

    def _mounts() -> Iterator[tuple[str, str]]:
        """Yield each folder where something is mounted, with the kind of file system.

        As `man 5 proc` tells of `mountinfo`; letters such as blanks stand in octal.
        """
        try:
            lines = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
        except OSError:
            return
        for line in lines.splitlines():
            before, _, after = line.partition(" - ")
            root = _OCTAL.sub(_letter, before.split()[4])
            yield root, after.split()[0]

    def _letter(found: re.Match[str]) -> str:
        return chr(int(found[1], 8))
