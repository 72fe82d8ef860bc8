"""Tell which files were dragged over the tray, or lie on the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData | None) -> tuple[Path, ...]:
    """Return the files and folders of this machine that were dragged or copied.

    Only their names are asked for: a stick that is gone must not hold up the window.
    """
    if data is None:
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
