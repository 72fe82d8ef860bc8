"""Back up every office file the program knows of, before the program itself changes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import (
    Cancelled,
    DesktopError,
    StoreForeignError,
    StoreUnavailableError,
)
from desktop.files.known_offices import present
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.kept_office import Fate
from desktop.store import backups, upkeep

_NOTHING_TO_LOSE = frozenset({Fate.KEPT, Fate.MISSING, Fate.FOREIGN})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKept:
    """One office file and its backup."""

    office: Path
    fate: Fate
    backup: Path | None = None
    error: DesktopError | None = None
    """Why there is none."""

    @property
    def good(self) -> bool:
        """Tell whether nothing can be lost of it now."""
        return self.fate in _NOTHING_TO_LOSE


def back_up_all(
    offices: Iterable[Path],
    spare: Path,
    now: dt.datetime,
    progress: Progress = silent,
) -> Outcome[tuple[OfficeKept, ...]]:
    """Make and check a backup of each office file; what befalls one stops no other.

    A file need not be of this version: it is copied as it stands. Its evidence lies
    beside it, where no change of the program touches it.

    Args:
        offices: The office files, there or not.
        spare: Folder for backups of files beside which nothing can be written.
        now: The moment the backups are named after.
        progress: Told the pages that were copied.

    Raises:
        Cancelled: The user asked to stop.
    """
    return Outcome(tuple(_kept(one, spare, now, progress) for one in offices))


def _kept(office: Path, spare: Path, now: dt.datetime, tell: Progress) -> OfficeKept:
    if not present((office,)):
        return OfficeKept(office=office, fate=Fate.MISSING)
    try:
        made = _backed_up(office, spare, now, tell)
    except Cancelled:
        raise
    except StoreForeignError as error:
        return OfficeKept(office=office, fate=Fate.FOREIGN, error=error)
    except DesktopError as error:
        held = isinstance(error, StoreUnavailableError) and error.reason == "in_use"
        fate = Fate.IN_USE if held else Fate.FAILED
        return OfficeKept(office=office, fate=fate, error=error)
    return OfficeKept(office=office, fate=Fate.KEPT, backup=made)


def _backed_up(office: Path, spare: Path, now: dt.datetime, tell: Progress) -> Path:
    upkeep.recognise(office)
    try:
        with upkeep.locked(office):
            return _copied(office, backups.backup_name(office, now), tell)
    except StoreUnavailableError as error:
        if error.reason != "read_only":
            raise
    return _copied(office, backups.backup_name(spare / office.name, now), tell)


def _copied(office: Path, target: Path, tell: Progress) -> Path:
    with upkeep.at_rest(office) as db:
        return backups.back_up(db, office, target, tell)
