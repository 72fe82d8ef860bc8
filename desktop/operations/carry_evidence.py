"""Carry the contents of evidence along with a backup, and back with a restore."""

from pathlib import Path

from desktop.files.evidence import contents
from desktop.files.evidence.contents import Carried, Content
from desktop.operations.evidence_folder import folder_beside, folder_of
from desktop.progress import Progress, silent
from desktop.store import evidence
from desktop.store.store import Store


def carry_with(store: Store, backup: Path, progress: Progress = silent) -> Carried:
    """Bring to the folder of a backup the contents it lacks there.

    Raises:
        FileError: `full`, `read_only` or `differs`; those copied already stay.
        Cancelled: The user asked to stop; those copied already stay.
    """
    db = store.reader
    target = folder_beside(backup, evidence.mark(db))
    return _carry(folder_of(store), target, evidence.contents(db), progress)


def carry_back(backup: Path, office: Path, progress: Progress = silent) -> Carried:
    """Bring to an office file the contents a backup speaks of and it lacks.

    Raises:
        StoreError: The backup cannot be read.
        FileError: `full`, `read_only` or `differs`; those copied already stay.
        Cancelled: The user asked to stop; those copied already stay.
    """
    mark, kept = evidence.contents_of_file(backup)
    source, target = folder_beside(backup, mark), folder_beside(office, mark)
    return _carry(source, target, kept, progress)


def _carry(
    source: Path, target: Path, kept: tuple[evidence.Kept, ...], progress: Progress
) -> Carried:
    """Carry contents; between one folder and itself there is nothing to carry."""
    wanted = tuple(Content(one.sha256, one.media) for one in kept)
    if not wanted or source.absolute() == target.absolute():
        return Carried(already=len(wanted))
    return contents.carry(source, target, wanted, progress)
