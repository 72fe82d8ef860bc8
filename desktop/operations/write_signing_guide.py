"""Write the page that tells how to sign a report with another program."""

from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store.store import Store


def write_signing_guide(
    path: Path,
    *,
    store: Store | None = None,
    report_id: str = "",
    progress: Progress = silent,
) -> Outcome[Path]:
    """Write one printed page; an office and a report fill in what is to be signed.

    Raises:
        FileError: It cannot be written there.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop.
    """
    raise NotImplementedError
