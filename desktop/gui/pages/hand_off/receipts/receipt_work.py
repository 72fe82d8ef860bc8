"""Take in receipts that were brought back, off the main thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.records.arrival import Arrival, Sorting

if TYPE_CHECKING:
    from desktop.store.store import Store


def bring_back(
    store: "Store", paths: tuple[Path, ...], progress: Progress
) -> Outcome[tuple[Arrival, ...]]:
    """Look at files, take in those that are receipts of ours; return all of them.

    Raises:
        FileError: A copy cannot be kept beside the office.
        ConflictError: They are not what was looked at.
        Cancelled: The user asked to stop.
    """
    from desktop.operations.intake.accept_arrivals import accept_arrivals
    from desktop.operations.intake.inspect_arrivals import inspect_arrivals
    from desktop.operations.signing.verify_file import own_trust

    found = inspect_arrivals(store, paths, own_trust(), progress=progress)
    ours = [one for one in found if one.sorting is Sorting.RECEIPT]
    others = [one for one in found if one.sorting is not Sorting.RECEIPT]
    if not ours:
        return Outcome(found)
    done = accept_arrivals(store, ours, frozenset(), progress, others=others)
    return Outcome(found, done.touched)
