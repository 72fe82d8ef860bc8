"""Put a whole office into one locked file for whoever takes over from the officer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop import __version__
from desktop.files.handing_over.handover_file import SUFFIX, write_handover
from desktop.files.wire.handover import FORMAT, Header
from desktop.operations.figures.compute_results import read_office
from desktop.operations.handing_over.gather import Gathered, gather
from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.store import records
from desktop.store.store import Store
from desktop.store.upkeep import remove_set

_COPY: Final = ".ban-giao.part"
"""Ending of the copy of the office file that is packed; it goes when that is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The file that was made and read back."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    """Of everything in it but the hash it ends with."""
    files: int
    missing: int
    """Contents the office speaks of that were not there to be packed."""


def handover_name(store: Store) -> str:
    """Return the file name that is proposed: that of the office, and the day."""
    return f"{store.path.stem}-{office_time(store):%Y%m%d}{SUFFIX}"


def hand_over(
    store: Store, path: Path, words: str, progress: Progress = silent
) -> Outcome[HandedOver]:
    """Write office, evidence, signed copies, received files and reports into one file.

    It bears the ending of such files, whatever it was to be called: so that it never
    stands in the place of an office file. Keys to sign with are never in it: whoever
    takes over signs with a key of their own.

    Raises:
        LockError: `weak`: the words are too short.
        HandoverError: `handover_full`, `handover_gone`, `handover_changed`,
            `handover_damaged`.
        FileError: `read_only`, `no_folder`, `unreadable`.
        StoreError: The office file cannot be copied.
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    if path.suffix != SUFFIX:
        path = path.with_name(f"{path.name}{SUFFIX}")
    copy = store.path.with_name(f"{store.path.stem}{_COPY}")
    try:
        store.back_up(copy, progress)
        found = gather(store, copy, progress)
        digest = write_handover(
            path, _header(store, found), found.places, words, progress
        )
    finally:
        remove_set(copy)
    made = HandedOver(
        path=path,
        size=path.stat().st_size,
        sha256=digest,
        files=len(found.files),
        missing=found.missing,
    )
    return Outcome(made)


def _header(store: Store, found: Gathered) -> Header:
    office = read_office(store)
    kept = office.preferences
    agency = records.get(store.reader, Agency, kept.agency)
    return Header(
        format=FORMAT,
        program_version=__version__,
        office_file=store.path.name,
        agency=agency.name if agency else "",
        plan_title=office.plan.title,
        practice=kept.practice,
        officer=kept.officer,
        made_at=office_time(store),
        files=found.files,
    )
