"""Take an intake back: all it put goes, except what was edited since."""

from dataclasses import dataclass

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """One row that stays, and why."""

    place: str
    row_id: str
    title: str
    reason: str
    """`edited`, `later_intake`, or `referred`: something that stays speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What taking an intake back does, or did."""

    intake: str
    files: int
    """Files of the intake that are no longer taken in."""
    restored: int
    """Entries and totals put back as they were before."""
    kept: tuple[KeptRow, ...] = ()


def look_at_taking_back(store: Store, intake: str) -> TakenBack:
    """Return what taking an intake back would do; nothing is stored.

    Raises:
        UnknownNameError: There is no such intake.
    """
    raise NotImplementedError


def take_back_intake(
    store: Store, intake: str, progress: Progress = silent
) -> Outcome[TakenBack]:
    """Put back what stood before an intake; name what was kept because it was edited.

    Raises:
        UnknownNameError: There is no such intake.
        ConflictError: `taken_back_already`; a period is locked.
        Cancelled: The user asked to stop; nothing is changed.
    """
    raise NotImplementedError
