"""Know where the files an office received are kept, each by its hash."""

from pathlib import Path
from typing import Final

from desktop.files.arriving import kept
from desktop.store import evidence
from desktop.store.backups import BACKUP_FOLDER
from desktop.store.store import Store

FOLDER: Final = "tiep-nhan"
"""Folder beside the office file, with one folder for each office in it."""


def received_folder(store: Store) -> Path:
    """Return the folder of an open office's received files; it may not be there yet."""
    return received_folder_beside(store.path, evidence.mark(store.reader))


def received_folder_beside(path: Path, mark: str) -> Path:
    """Return the folder of an office file with a mark, or of a backup of it."""
    home = path.parent
    if home.name == BACKUP_FOLDER:
        home = home.parent
    return home / FOLDER / mark


def kept_path(store: Store, sha256: str) -> Path | None:
    """Return where the file with a hash lies, or None when it is not there."""
    return kept.find(received_folder(store), sha256)
