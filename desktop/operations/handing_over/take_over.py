"""Take over a whole office from the one locked file its officer handed over."""

import datetime as dt
import glob
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.errors import FileError, HandoverError
from desktop.files.handing_over.handover_file import SPARE, read_handover
from desktop.files.wire.handover import Header
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import backups, preferences, upkeep
from desktop.store.store import Store

_RECEIVED: Final = "nhan.part"
"""What the office file is called until it was checked."""
_PART: Final = ".part"
"""Ending of the folder it all lies in until then."""
_STALE: Final = 3_600
"""Seconds after which nobody writes to such a folder any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """An office that was taken over."""

    path: Path
    """The office file, ready to be opened."""
    agency: str
    officer: str
    """Who handed it over."""
    made_at: dt.datetime
    files: int
    practice: bool


def take_over(
    path: Path,
    words: str,
    folder: Path,
    *,
    officer: str = "",
    progress: Progress = silent,
) -> Outcome[TakenOver]:
    """Unlock a file into a folder of its own: all of it, checked, or nothing.

    Args:
        path: The file that was handed over.
        words: The words it was locked with.
        folder: Where the office is to lie: not there yet, or empty.
        officer: Who keeps the book from now on; blank: as before.
        progress: Told how far it is.

    Raises:
        PlaceUnfitError: An office must not lie there.
        LockError: `wrong_words`.
        HandoverError: `handover_taken`: something lies in the folder already;
            `handover_foreign`, `handover_damaged`, `handover_too_new`,
            `handover_full`, `handover_gone`.
        FileError: `missing`, `unreadable`, `read_only`, `no_folder`.
        StoreError: The office inside is damaged, or of a later program.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    upkeep.refuse_unfit(folder, new=True)
    _refuse_taken(folder)
    _remove_left(folder)
    part = _make_part(folder)
    try:
        header = read_handover(path, words, lambda one: _places(one, part), progress)
        office = _open_once(part, header, officer)
        _take_place(part, folder)
    except OSError as error:
        raise FileError(folder, "read_only") from error
    finally:
        with suppress(OSError):
            shutil.rmtree(part)
    taken = TakenOver(
        path=folder / office.name,
        agency=header.agency,
        officer=header.officer,
        made_at=header.made_at,
        files=len(header.files),
        practice=header.practice,
    )
    return Outcome(taken)


def _refuse_taken(folder: Path) -> None:
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise FileError(folder, "read_only") from error
    if taken:
        raise HandoverError(folder, "handover_taken")


def _remove_left(folder: Path) -> None:
    """Remove what a taking over left that lost its power: an office nobody checked.

    One that was written to within the last hour may still be at work.
    """
    for left in folder.parent.glob(f"{glob.escape(folder.name)}.*{_PART}"):
        with suppress(OSError):
            times = [one.stat().st_mtime for one in (left, *left.rglob("*"))]
            if left.is_dir() and time.time() - max(times) > _STALE:
                shutil.rmtree(left)


def _make_part(folder: Path) -> Path:
    """Make a folder on the same disk that takes the wanted name at the end."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = tempfile.mkdtemp(
            prefix=f"{folder.name}.", suffix=_PART, dir=folder.parent
        )
    except OSError as error:
        raise FileError(folder, "read_only") from error
    return Path(made)


def _places(header: Header, part: Path) -> Mapping[str, Path]:
    needed = header.size + header.files[0].size + SPARE
    free = shutil.disk_usage(part).free
    if free < needed:
        raise HandoverError(part, "handover_full", str(needed), str(free))
    places = {one.name: part / one.name for one in header.files}
    places[header.office_file] = part / _RECEIVED
    for place in places.values():
        place.parent.mkdir(parents=True, exist_ok=True)
    return places


def _open_once(part: Path, header: Header, officer: str) -> Path:
    """Check the office file as a backup is checked, and open it once as it will be."""
    received, office = part / _RECEIVED, part / Path(header.office_file).name
    backups.restore(received, office, header.made_at)
    received.unlink()
    with Store(office) as store:
        kept = preferences.get(store.reader)
        if kept is None:
            raise HandoverError(office, "handover_damaged")
        if officer and officer != kept.officer:
            store.officer = officer
            set_preferences(store, replace(kept, officer=officer))
    return office


def _take_place(part: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()
    part.replace(folder)
