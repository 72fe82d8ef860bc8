"""Look at receipts that were brought back and take them in, off the main thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.records.arrival import Arrival

if TYPE_CHECKING:
    from desktop.store.store import Store


def look_at(
    store: "Store", paths: tuple[Path, ...], progress: Progress
) -> Outcome[tuple[Arrival, ...]]:
    """Say what files are that were brought back; nothing is taken in.

    Raises:
        FileError: A file cannot be read.
        Cancelled: The user asked to stop.
    """
    from desktop.operations.intake.inspect_arrivals import inspect_arrivals
    from desktop.operations.signing.verify_file import own_trust

    return Outcome(inspect_arrivals(store, paths, own_trust(), progress=progress))


def take_in(
    store: "Store",
    found: tuple[Arrival, ...],
    wanted: tuple[Arrival, ...],
    progress: Progress,
) -> Outcome[tuple[Arrival, ...]]:
    """Take in those that are wanted of what was looked at; return all of them.

    Raises:
        FileError: A copy cannot be kept beside the office.
        ConflictError: They are not what was looked at.
        Cancelled: The user asked to stop.
    """
    from desktop.operations.intake.accept_arrivals import accept_arrivals

    others = [one for one in found if one not in wanted]
    done = accept_arrivals(store, list(wanted), frozenset(), progress, others=others)
    return Outcome(found, done.touched)
