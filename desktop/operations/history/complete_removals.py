"""Write again what the text log of removals does not tell."""

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileError
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.store import removals
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedLog:
    """Where the log lies, and how many entries were added to it."""

    path: Path
    added: int


def complete_removals(
    store: Store, progress: Progress = silent
) -> Outcome[CompletedLog]:
    """Append to the text log every removal of the journal that it lacks.

    Raises:
        FileError: The log cannot be written.
    """
    progress(Step("recording", 0, 0))
    path = removals.log_path(store.path)
    try:
        with store.reading() as db:
            added = removals.complete(db, store.path)
    except OSError as error:
        raise FileError(path, "read_only") from error
    return Outcome(CompletedLog(path=path, added=added))
