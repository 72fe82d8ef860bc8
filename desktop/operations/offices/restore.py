"""Put a backup in the place of the office file, and bring its evidence back."""

import datetime as dt
from pathlib import Path

from desktop.operations.offices.carry_evidence import carry_back
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import backups


def restore(
    backup: Path, path: Path, now: dt.datetime, progress: Progress = silent
) -> Outcome[Path | None]:
    """Restore a backup; return where the file it replaced was kept.

    The evidence comes first: it is only ever added to, so that the office file now
    there stays whole whatever stops the work.

    Raises:
        StoreUnavailableError: The office file is in use, or a file cannot be read.
        StoreForeignError: The backup is not an office file.
        StoreDamagedError: The backup contradicts itself.
        StoreTooNewError: The backup was made by a later program.
        FileError: `full`, `read_only`, `differs`: the evidence does not fit there.
    """
    carry_back(backup, path, progress)
    return Outcome(backups.restore(backup, path, now))
