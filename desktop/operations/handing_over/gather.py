"""Find everything of an office that its successor needs, and nothing that is secret."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.handing_over.archive import CHUNK
from desktop.files.wire.handover import Carried, may_be_put
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.reports.read_report import export_folder
from desktop.operations.sending.receiving_key import key_path
from desktop.operations.signing.signed_folder import FOLDER as SIGNED_FOLDER
from desktop.progress import Progress, Step
from desktop.records.exchange import Delivery
from desktop.records.issued import IssuedCopy
from desktop.store import evidence, records, signed_copies
from desktop.store.removals import log_path
from desktop.store.store import Store

SECRET: Final = frozenset(
    {".p12", ".pfx", ".pem", ".key", ".age", ".jks", ".stt-ban-giao", ".part"}
)
"""Endings of files that hold keys, or that are no part of an office."""
_OFFICES: Final = "*.stt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What goes into the file for the successor."""

    files: tuple[Carried, ...]
    places: dict[str, Path]
    missing: int
    """Evidence and signed copies the office speaks of that are not there."""


def gather(store: Store, backup: Path, progress: Progress) -> Gathered:
    """Return the office file and everything beside it that belongs to it.

    Args:
        store: The office.
        backup: A checked copy of the office file, under whatever name.
        progress: Told how many files were read.

    Raises:
        FileError: `unreadable`: a file cannot be read.
        Cancelled: The user asked to stop.
    """
    home = store.path.parent
    places = {store.path.name: backup}
    for place in _beside(store):
        name = place.relative_to(home).as_posix()
        if may_be_put(name) and place.suffix.lower() not in SECRET:
            places[name] = place
    own = key_path(store)  # the office's, not the officer's, and locked by itself
    if own.is_file():
        places[own.relative_to(home).as_posix()] = own
    carried = []
    for number, (name, place) in enumerate(places.items()):
        progress(Step("hashing", number, len(places)))
        carried.append(_carried(name, place))
    return Gathered(files=tuple(carried), places=places, missing=_missing(store))


def _beside(store: Store) -> Iterator[Path]:
    """Yield the files beside the office file that belong to it."""
    removed = log_path(store.path)
    if removed.is_file():
        yield removed
    for folder in (folder_of(store), received_folder(store)):
        yield from _inside(folder)
    yield from _exported(store)


def _exported(store: Store) -> Iterator[Path]:
    """Yield the reports; where other offices lie beside, only those it speaks of."""
    folder, db = export_folder(store), store.reader
    if len(list(store.path.parent.glob(_OFFICES))) <= 1:
        yield from _inside(folder)
        return
    named = {one.file_name for one in records.find(db, IssuedCopy)}
    named |= {one.file_name for one in records.find(db, Delivery)}
    kept = signed_copies.hashes(db)
    for place in _inside(folder):
        among = SIGNED_FOLDER in place.relative_to(folder).parts
        if place.name in named or (among and place.stem in kept):
            yield place


def _inside(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (one for one in sorted(folder.rglob("*")) if one.is_file())


def _carried(name: str, place: Path) -> Carried:
    digest, size = hashlib.sha256(), 0
    try:
        with place.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError as error:
        raise FileError(place, "unreadable") from error
    return Carried(name=name, size=size, sha256=digest.hexdigest())


def _missing(store: Store) -> int:
    """Return how many contents the office speaks of are not where they should be."""
    db = store.reader
    there = _hashes(_inside(folder_of(store)))
    there |= _hashes(_inside(export_folder(store) / SIGNED_FOLDER))
    wanted = {one.sha256 for one in evidence.contents(db)} | set(
        signed_copies.hashes(db)
    )
    return len(wanted - there)


def _hashes(places: Iterable[Path]) -> set[str]:
    return {one.stem for one in places}
