"""Take files that are dropped or pasted: files of the system, or a picture itself."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop.store.store import local_now


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine that somebody drags or copied."""
    urls = (url for url in data.urls() if url.isLocalFile())
    return tuple(Path(url.toLocalFile()) for url in urls)


def can_be_taken(data: QMimeData) -> bool:
    """Tell whether there is a file or a picture."""
    return data.hasImage() or bool(files_in(data))


class Incoming:
    """What was pasted as a picture, as files of its own until it is kept."""

    def __init__(self) -> None:
        """Begin without a folder."""
        self._folder: Path | None = None

    def take(self, data: QMimeData) -> tuple[Path, ...]:
        """Return the files, or the picture as a file; nothing where there is neither.

        Files come first: who copies them in the file manager brings a picture of one.
        """
        files = files_in(data)
        if files or not data.hasImage():
            return files
        image = QImage(data.imageData())
        path = self._place()
        return (path,) if not image.isNull() and image.save(str(path)) else ()

    def forget(self) -> None:
        """Remove the pictures pasted; those kept lie in the office's folder."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="so-truyen-thong-"))
        stem = f"Ảnh dán {local_now():%Y-%m-%d %H.%M.%S}"
        taken = len(list(self._folder.glob(f"{stem}*")))
        number = f" ({taken + 1})" if taken else ""
        return self._folder / f"{stem}{number}.png"
