"""Take in what is new altogether, column by column, straight from what was sent.

Most packages bring what is not here yet: then nothing is to be weighed entry by entry.
What stood here before, what may have no place here, and what only one sender may tell
of a year is left to `deciding`.
"""

from collections.abc import Mapping
from itertools import repeat
from typing import Final

from desktop.operations.intake.local_rows import Columns, LocalRows
from desktop.progress import Progress, Step
from desktop.records.agency import SpokespersonCheck
from desktop.records.returns import Return
from desktop.records.target import Estimate, Inherited
from desktop.store import received
from desktop.store.present import none_present
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Change

APART: Final = frozenset(
    BY_RECORD[one].table for one in (SpokespersonCheck, Estimate, Inherited)
)
"""Tables whose entries are always decided of one by one."""

STAGE: Final = "taking_in_entries"


def all_new(change: Change, local: LocalRows, columns: Mapping[str, Columns]) -> bool:
    """Tell whether no row of a package is here yet."""
    return all(
        none_present(change.db, place, local.ids(theirs))
        for place, theirs in columns.items()
    )


def put_columns(
    change: Change,
    local: LocalRows,
    columns: Mapping[str, Columns],
    ret: Return,
    progress: Progress,
) -> None:
    """Write rows that are new, and which return put each of them.

    Raises:
        ConflictError: A period is locked.
        Cancelled: The user asked to stop.
    """
    for number, (place, theirs) in enumerate(columns.items()):
        progress(Step(STAGE, number, len(columns)))
        ours = local.columns(place, theirs)
        change.add_rows(place, ours)
        noted = zip(repeat(place), ours["id"], theirs["id"], strict=False)
        received.note(change, ret.id, noted)
