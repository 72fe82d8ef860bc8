"""Remember what belongs to this screen: window, text size, folders, recent files.

What travels with the data is in `records.preferences` instead.
"""

import contextlib
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings

from desktop import paths
from desktop.errors import DesktopError

Scheme = Literal["auto", "light", "dark"]

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 90, 150, 10
"""Text size, in per cent of the system's."""

_RECENT_KEPT = 8


class Settings:
    """The settings of one screen, in one INI file in the user's folder.

    Where that folder cannot be written they hold until the program ends, and nobody is
    told: nothing of the office is in them.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Read the user's own file, or the one given."""
        place = paths.user_folder() / "man-hinh.ini" if file is None else file
        self._kept = QSettings(str(place), QSettings.Format.IniFormat)

    @property
    def text_size(self) -> int:
        """Return the text size, in per cent of the system's."""
        try:
            size = int(str(self._kept.value("view/text_size", 100)))
        except ValueError:
            return 100
        return max(SMALLEST_TEXT, min(LARGEST_TEXT, size))

    @text_size.setter
    def text_size(self, size: int) -> None:
        self._kept.setValue(
            "view/text_size", max(SMALLEST_TEXT, min(LARGEST_TEXT, size))
        )

    @property
    def scheme(self) -> Scheme:
        """Return whether to show light or dark; `auto` follows the system."""
        match self._kept.value("view/scheme", "auto"):
            case "light":
                return "light"
            case "dark":
                return "dark"
            case _:
                return "auto"

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._kept.setValue("view/scheme", scheme)

    @property
    def recent_offices(self) -> tuple[Path, ...]:
        """Return the office files opened lately, the last one first."""
        kept = str(self._kept.value("office/recent", ""))
        return tuple(paths.found(line) for line in kept.splitlines() if line)

    @property
    def copies_sticks(self) -> bool:
        """Return whether an office on a stick is copied to the machine it is put into.

        In the stick edition this goes with the stick: others own the machines.
        """
        return str(self._kept.value("office/copy_stick", "true")).lower() != "false"

    @copies_sticks.setter
    def copies_sticks(self, wanted: bool) -> None:
        self._kept.setValue("office/copy_stick", wanted)

    def remember_office(self, path: Path) -> None:
        """Put an office file first among those opened lately."""
        others = [each for each in self.recent_offices if each != path]
        lines = [paths.kept(each) for each in (path, *others)][:_RECENT_KEPT]
        self._kept.setValue("office/recent", "\n".join(lines))
        from desktop.files import known_offices

        # Where nothing can be written, an office can still be looked at.
        with contextlib.suppress(DesktopError, OSError):
            known_offices.remember(path, Path(self._kept.fileName()).parent)

    def folder(self, purpose: str) -> Path:
        """Return the folder last used for a purpose, else the user's own."""
        kept = str(self._kept.value(f"folder/{purpose}", ""))
        return paths.found(kept) if kept else Path.home()

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Keep the folder last used for a purpose."""
        self._kept.setValue(f"folder/{purpose}", paths.kept(folder))

    def layout(self, name: str, version: int) -> QByteArray:
        """Return a kept geometry or header state, empty if none of this version.

        Qt restores the state of another set of columns without a word, so the
        version of what is laid out is part of the key.
        """
        kept = self._kept.value(f"layout/{name}-{version}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_layout(self, name: str, version: int, state: QByteArray) -> None:
        """Keep a geometry or header state."""
        self._kept.setValue(f"layout/{name}-{version}", state)

    def sync(self) -> None:
        """Write everything to the file now."""
        self._kept.sync()
