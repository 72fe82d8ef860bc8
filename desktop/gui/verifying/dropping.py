"""Tell which files were dragged over the window: for the tray, or to be checked."""

from pathlib import Path

from PySide6.QtCore import QMimeData

ONLY_CHECKED = frozenset({".pdf", ".p7s"})
"""What the tray never takes in: dropped alone, only its signatures are asked about."""
ENDINGS = frozenset({".zip", ".pdf", ".xlsx", ".xlsm", ".p7s"})
"""What may carry a signature; anything else dropped is meant for something else."""


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one file that may carry a signature, or None."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS and path.is_file() else None


def dropped_for_tray(data: QMimeData) -> tuple[Path, ...]:
    """Return files and folders of this machine that units may have sent.

    They are told apart by what is in them, later and beside the main thread.
    """
    found = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if len(found) == 1 and found[0].suffix.lower() in ONLY_CHECKED:
        return ()
    return found
