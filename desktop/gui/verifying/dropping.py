"""Tell which file was dragged over the window to be checked."""

from pathlib import Path

from PySide6.QtCore import QMimeData

ENDINGS = frozenset({".zip", ".pdf", ".xlsx", ".xlsm", ".p7s"})
"""What may carry a signature; anything else dropped is meant for something else."""


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one file that may carry a signature, or None."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS and path.is_file() else None
