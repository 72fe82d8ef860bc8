"""Put a backup in the place of the office file."""

import datetime as dt
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.store import backups


def restore(backup: Path, path: Path, now: dt.datetime) -> Outcome[Path | None]:
    """Restore a backup; return where the file it replaced was kept.

    Raises:
        StoreUnavailableError: The office file is in use, or a file cannot be read.
        StoreForeignError: The backup is not an office file.
        StoreDamagedError: The backup contradicts itself.
        StoreTooNewError: The backup was made by a later program.
    """
    return Outcome(backups.restore(backup, path, now))
