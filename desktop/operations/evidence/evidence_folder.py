"""Know in which folder the contents of an office's evidence lie."""

from pathlib import Path

from desktop.files.evidence.contents import FOLDER, Content
from desktop.records.evidence import Evidence
from desktop.store import evidence
from desktop.store.backups import BACKUP_FOLDER
from desktop.store.store import Store


def folder_of(store: Store) -> Path:
    """Return the folder of an open office's contents; it may not be there yet."""
    return folder_beside(store.path, evidence.mark(store.reader))


def folder_beside(path: Path, mark: str) -> Path:
    """Return the folder of an office file with a mark.

    A backup in the folder of backups speaks of the contents beside the office itself,
    so that copies within one folder hold each content once.
    """
    home = path.parent
    if home.name == BACKUP_FOLDER:
        home = home.parent
    return home / FOLDER / mark


def content_of(one: Evidence) -> Content:
    """Return the content of a piece of evidence."""
    return Content(one.sha256, one.media)
