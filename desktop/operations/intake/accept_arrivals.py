"""Take in the files the officer ticked, as one change however many they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival, Counts
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of an intake."""

    intake: str
    """Id of the intake; blank where nothing was left to take in."""
    seen: int
    """Files dropped."""
    taken: int
    """Files taken in; the others were left, each with its reason."""
    counts: Counts = Counts()
    """Entries and totals of the files taken in."""


def accept_arrivals(
    store: Store,
    arrivals: Sequence[Arrival],
    keep: frozenset[str],
    progress: Progress = silent,
    *,
    others: Sequence[Arrival] = (),
) -> Outcome[Accepted]:
    """Take in what was ticked; all of it or, when something fails, nothing.

    Args:
        store: The office.
        arrivals: Those ticked.
        keep: Ids of rows edited here that stay as they are.
        progress: Told now and then.
        others: Those not ticked: they are listed in the intake, with their sorting.

    Raises:
        ConflictError: `rivals` (two statements of one unit), `not_acceptable`,
            `taken_already`; a period is locked; a file is no longer the one inspected.
        Cancelled: The user asked to stop; nothing is stored.
    """
    raise NotImplementedError
