"""Open folders and files in the system's own programs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from desktop.gui.ask import Ask


def open_path(ask: "Ask", path: Path) -> None:
    """Open a folder or a file; where the system cannot, say where it lies."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        ask.tell("Tệp nằm ở:", detail=str(path))
