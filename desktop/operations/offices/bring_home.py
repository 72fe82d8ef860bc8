"""Copy an office from where it must not be written to a place on this machine."""

from pathlib import Path

from desktop.operations.offices.carry_evidence import carry_back
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import backups, upkeep


def bring_home(path: Path, target: Path, progress: Progress = silent) -> Outcome[Path]:
    """Copy an office file, checked, with its evidence; what is there stays as it is.

    It need not be of this version of the program. The evidence comes after the file:
    it finds its folder by what the file says, and a second try brings what is missing.

    Args:
        path: The office file, which nobody may be writing to.
        target: Where its copy goes, where nothing lies yet.
        progress: Told the pages that were copied.

    Raises:
        PlaceUnfitError: The target is no place for an office either.
        StoreUnavailableError: Something lies there, or it cannot be read or written.
        StoreForeignError, StoreDamagedError: It is no office file, or not whole.
        FileError: `full`, `read_only`, `differs`: the evidence does not fit there.
        Cancelled: The user asked to stop.
    """
    upkeep.refuse_unfit(target, new=True)
    upkeep.refuse_existing(target)
    with upkeep.at_rest(path) as db:
        backups.back_up(db, path, target, progress)
    carry_back(path, target, progress)
    return Outcome(target)
