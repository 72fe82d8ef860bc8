"""Offer what may help where an office cannot be opened, or must not lie."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop import media
from desktop.errors import (
    DesktopError,
    PlaceUnfitError,
    StoreError,
    StoreUnavailableError,
)
from desktop.gui import backups

OTHER, FROM_BACKUP = "Mở sổ khác…", "Khôi phục từ bản sao lưu…"
LOOK, BRING_HOME = "Mở chỉ để xem", "Chép về máy này rồi mở"
FROM_COPY = "Mở bản chép trên máy này"
HERE, ELSEWHERE = "Lập sổ ở nơi của chương trình", "Chọn nơi khác…"

Ways = dict[str, Callable[[], None]]


class Helps(Protocol):
    """What can be done about an office that does not open."""

    def ask_for_file(self) -> None:
        """Ask which office file to open."""

    def look_at(self, path: Path) -> None:
        """Open an office file only to look at it."""

    def bring_home(self, path: Path) -> None:
        """Copy an office from where it must not be written, and open the copy."""

    def open_copy(self, path: Path) -> None:
        """Open what was copied to this machine of an office that is not there."""

    def restore_after_fault(self, path: Path) -> None:
        """Ask which backup is to take the place of a file that cannot be opened."""


Finder = Callable[[Helps, DesktopError], Ways]
"""Tells what may help after a fault."""

_LOCKED = ("read_only", "unfinished")
_NO_WRITING = ("read_only", "full")
_AWAY = ("missing", "gone", "unreadable")


def of_opening(offices: Helps, error: DesktopError) -> Ways:
    """Return what may help where a file cannot be opened: the likeliest first."""
    if not isinstance(error, StoreError):
        return {}
    ways: Ways = {}
    path, reason = error.path, _reason(error)
    full_stick = reason == "full" and media.medium(path) is media.Medium.REMOVABLE
    if isinstance(error, PlaceUnfitError) or reason in _LOCKED or full_stick:
        ways[BRING_HOME] = partial(offices.bring_home, path)
    if isinstance(error, PlaceUnfitError) or reason in _NO_WRITING:
        ways[LOOK] = partial(offices.look_at, path)
    if reason in _AWAY and newest_copy(path) is not None:
        ways[FROM_COPY] = partial(offices.open_copy, path)
    return ways | of_office(offices, error)


def of_office(offices: Helps, error: DesktopError) -> Ways:
    """Return what may help after any fault of an office: another, or a backup."""
    if not isinstance(error, StoreError):
        return {}
    ways: Ways = {OTHER: offices.ask_for_file}
    held = isinstance(error, PlaceUnfitError) or _reason(error) == "in_use"
    if not held and backups.newest(error.path) is not None:
        ways[FROM_BACKUP] = partial(offices.restore_after_fault, error.path)
    return ways


def newest_copy(path: Path) -> Path | None:
    """Return the last copy on this machine of an office that is not there."""
    from desktop.operations.offices.copy_to_machine import copies_named

    return next(iter(copies_named(path)), None)


def _reason(error: StoreError) -> str:
    return error.reason if isinstance(error, StoreUnavailableError) else ""
