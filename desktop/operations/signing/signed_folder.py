"""Know where the signed copies of an office lie, and whether they are whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.files.evidence import contents
from desktop.files.evidence.contents import Content, State
from desktop.operations.reports.read_report import export_folder
from desktop.progress import Progress, Step, silent
from desktop.records.issued import IssuedCopy
from desktop.store import signed_copies
from desktop.store.backups import BACKUP_FOLDER
from desktop.store.store import Store

FOLDER: Final = "da-ky"
"""Folder among the reports that holds what came back signed, by its hash."""
MEDIA: Final = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesHealth:
    """What the check of the signed copies found."""

    files: int = 0
    missing: tuple[str, ...] = ()
    """Names of copies whose content is not there."""
    altered: tuple[str, ...] = ()
    """Names of copies whose content is no longer what was attached."""

    @property
    def good(self) -> bool:
        """Tell whether every copy is there and whole."""
        return not (self.missing or self.altered)


def signed_folder(store: Store) -> Path:
    """Return the folder of an open office's signed copies; it may not be there yet."""
    return export_folder(store) / FOLDER


def signed_folder_beside(path: Path) -> Path:
    """Return the folder of the copies an office file or a backup speaks of."""
    home = path.parent
    if home.name == BACKUP_FOLDER:
        home = home.parent
    return home / "bao-cao" / FOLDER


def signed_path(store: Store, copy: IssuedCopy) -> Path:
    """Return where the content of a signed copy lies."""
    return contents.place_of(signed_folder(store), Content(copy.sha256, MEDIA))


def check_copies(store: Store, progress: Progress = silent) -> CopiesHealth:
    """Read every signed copy and compare it with its hash.

    Raises:
        Cancelled: The user asked to stop.
    """
    folder, kept = signed_folder(store), signed_copies.hashes(store.reader)
    found: dict[State, list[str]] = {state: [] for state in State}
    for number, (sha256, name) in enumerate(kept.items()):
        progress(Step("checking", number, len(kept)))
        found[contents.state_of(folder, Content(sha256, MEDIA))].append(name)
    return CopiesHealth(
        files=len(kept),
        missing=tuple(found[State.MISSING]),
        altered=tuple(found[State.ALTERED]),
    )
