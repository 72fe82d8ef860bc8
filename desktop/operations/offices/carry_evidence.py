"""Carry evidence, signed copies and received files along with a backup, and back."""

from collections.abc import Iterable
from pathlib import Path

from desktop.files.arriving import kept as kept_files
from desktop.files.evidence import contents
from desktop.files.evidence.contents import Carried, Content
from desktop.operations.evidence.evidence_folder import folder_beside, folder_of
from desktop.operations.intake.kept_files import (
    received_folder,
    received_folder_beside,
)
from desktop.operations.signing.signed_folder import (
    MEDIA,
    signed_folder,
    signed_folder_beside,
)
from desktop.progress import Progress, silent
from desktop.store import evidence, received, signed_copies
from desktop.store.store import Store


def carry_with(store: Store, backup: Path, progress: Progress = silent) -> Carried:
    """Bring to the folder of a backup the contents it lacks there.

    Raises:
        FileError: `full`, `read_only` or `differs`; those copied already stay.
        Cancelled: The user asked to stop; those copied already stay.
    """
    db = store.reader
    target = folder_beside(backup, evidence.mark(db))
    carried = _carry(folder_of(store), target, _kept(evidence.contents(db)), progress)
    copies = _carry(
        signed_folder(store),
        signed_folder_beside(backup),
        _copies(signed_copies.hashes(db)),
        progress,
    )
    received_ones = _carry_received(
        received_folder(store),
        received_folder_beside(backup, evidence.mark(db)),
        tuple(received.hashes(db)),
        progress,
    )
    return _all(carried, copies, received_ones)


def carry_back(backup: Path, office: Path, progress: Progress = silent) -> Carried:
    """Bring to an office file the contents a backup speaks of and it lacks.

    Raises:
        StoreError: The backup cannot be read.
        FileError: `full`, `read_only` or `differs`; those copied already stay.
        Cancelled: The user asked to stop; those copied already stay.
    """
    mark, kept = evidence.contents_of_file(backup)
    source, target = folder_beside(backup, mark), folder_beside(office, mark)
    carried = _carry(source, target, _kept(kept), progress)
    copies = _carry(
        signed_folder_beside(backup),
        signed_folder_beside(office),
        _copies(signed_copies.hashes_of_file(backup)),
        progress,
    )
    received_ones = _carry_received(
        received_folder_beside(backup, mark),
        received_folder_beside(office, mark),
        tuple(received.hashes_of_file(backup)),
        progress,
    )
    return _all(carried, copies, received_ones)


def _carry_received(
    source: Path, target: Path, wanted: tuple[str, ...], progress: Progress
) -> Carried:
    """Carry files that came in; between one folder and itself there is nothing to."""
    if not wanted or source.absolute() == target.absolute():
        return Carried(already=len(wanted))
    copied, bad = kept_files.carry(source, target, wanted, progress)
    already = len(wanted) - copied - len(bad)
    return Carried(copied=copied, already=already, bad=bad)


def _carry(
    source: Path, target: Path, wanted: tuple[Content, ...], progress: Progress
) -> Carried:
    """Carry contents; between one folder and itself there is nothing to carry."""
    if not wanted or source.absolute() == target.absolute():
        return Carried(already=len(wanted))
    return contents.carry(source, target, wanted, progress)


def _kept(kept: Iterable[evidence.Kept]) -> tuple[Content, ...]:
    return tuple(Content(one.sha256, one.media) for one in kept)


def _copies(hashes: Iterable[str]) -> tuple[Content, ...]:
    return tuple(Content(one, MEDIA) for one in hashes)


def _all(*parts: Carried) -> Carried:
    return Carried(
        copied=sum(one.copied for one in parts),
        already=sum(one.already for one in parts),
        bad=tuple(sha256 for one in parts for sha256 in one.bad),
    )
