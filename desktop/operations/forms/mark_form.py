"""Send a faulty form back: a marked copy of the unit's own workbook, and what to say.

The unit's file stays as it came; what it held is kept, so that on return only the
cells that were asked about are compared.
"""

from dataclasses import dataclass
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival
from desktop.records.form import CollectingForm
from desktop.records.returns import Return
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWords:
    """What is written into the copy and beside it; the words are made by others."""

    author: str
    """Who speaks in the notes: the office."""
    notes: tuple[str, ...]
    """For each fault of the arrival, in its order."""
    covering: str
    """The text that goes with the copy."""
    suffix: str
    """What the name of the copy ends with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What was made to be sent back."""

    workbook: Path
    text: Path
    """The covering text beside it."""
    covering: str
    form: CollectingForm
    ret: Return


def mark_form(
    store: Store,
    arrival: Arrival,
    words: MarkWords,
    folder: Path,
    progress: Progress = silent,
) -> Outcome[Marked]:
    """Write the marked copy and its covering text, and note the form as returned.

    Raises:
        ConflictError: `nothing_to_mark`: the arrival is no form, or has no fault.
        FileError: The copy cannot be made or written; nothing is left of it.
    """
    raise NotImplementedError
