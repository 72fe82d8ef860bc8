"""Know where the program, its resources and data, and the user's own folder lie."""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds `desktop`, in a checkout and in a frozen build alike."""

RESOURCES = ROOT / "resources"
"""What the program shows or prints; read-only."""

DATA = ROOT / "data"
"""What the program knows; read-only."""

PROGRAM_VARIABLE = "STT_PROGRAM"
"""Variable in which the launcher tells the folder it lies in."""

PORTABLE_MARK = "ban-usb.txt"
"""File beside the launcher that makes it the stick edition."""

PORTABLE_DATA = "du-lieu"
"""Folder beside it that then holds everything of the user."""

_NAME = "SoTruyenThong"
_PROBE = b"." * 4096
"""A file without content can be made on a disk that is full."""


def program_folder() -> Path | None:
    """Return the folder of the launcher; None where the program runs without it."""
    told = os.environ.get(PROGRAM_VARIABLE, "")
    return Path(told) if told else None


def portable_folder() -> Path | None:
    """Return the folder of the stick edition, None in every other."""
    folder = program_folder()
    if folder is None or not (folder / PORTABLE_MARK).is_file():
        return None
    return folder


def user_folder() -> Path:
    """Return the folder of the user's own data: on the stick in the stick edition."""
    own = portable_folder()
    return local_folder() if own is None else own / PORTABLE_DATA


def local_folder() -> Path:
    """Return the folder of this user on this machine, of whatever edition."""
    if told := os.environ.get("LOCALAPPDATA"):
        return Path(told) / _NAME  # Windows tells every program; nothing is loaded
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False, roaming=False)


def log_folder() -> Path:
    """Return the folder of logs and crash traces: the first that can be written.

    A stick may be locked or full; what went wrong is then told on the machine.
    """
    from platformdirs import user_log_path

    own = portable_folder()
    wanted = [user_log_path(_NAME, appauthor=False)]
    if own is not None:
        wanted.insert(0, own / PORTABLE_DATA / "nhat-ky")
    return first_writable((*wanted, Path(tempfile.gettempdir()) / _NAME))


def first_writable(folders: Iterable[Path]) -> Path:
    """Return the first folder in which a file can be written, else the last one.

    Raises:
        IndexError: None is given.
    """
    given = tuple(folders)
    return next((one for one in given if _writable(one)), given[-1])


def kept(path: Path) -> str:
    """Return how a path is written down: in the stick edition as seen from there.

    What lies on another drive than the stick is written whole.
    """
    own = portable_folder()
    if own is None or not path.is_absolute():
        return str(path)
    if not path.is_relative_to(own) and not (own.drive and path.drive == own.drive):
        return str(path)
    return PurePosixPath(os.path.relpath(path, own).replace(os.sep, "/")).as_posix()


def found(written: str) -> Path:
    """Return the path that was written down, wherever the stick is plugged in now."""
    path, own = Path(written), portable_folder()
    if own is None or path.is_absolute():
        return path
    return Path(os.path.normpath(own / path))


def _writable(folder: Path) -> bool:
    """Try it: neither rights nor a locked stick can be told in any other way."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="thu-", dir=folder)
    except OSError:
        return False
    try:
        with open(handle, "wb") as probe:  # noqa: PTH123  a descriptor, not a path
            probe.write(_PROBE)
    except OSError:
        return False
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink()
    return True
