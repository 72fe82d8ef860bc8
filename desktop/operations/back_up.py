"""Make a checked backup of the office file."""

from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store.store import Store


def back_up(
    store: Store, target: Path | None = None, progress: Progress = silent
) -> Outcome[Path]:
    """Copy the office file beside itself, or to a target, and check the copy.

    Raises:
        StoreUnavailableError: No room, or no right to write there.
        StoreDamagedError: The copy does not pass its check.
    """
    return Outcome(store.back_up(target, progress))
