"""Changes: what the journal remembers of each deed."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """Whether a change can be undone, or is itself an undo."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"
    FIXED = "fixed"
    """Not undoable: paper has left the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEntry:
    """One deed: a verb, when, by whom, and what it touched."""

    id: int
    kind: ChangeKind
    verb: str
    """Name of the operation, turned into words by `wording.verbs`."""
    subject: str
    """What it was done to, such as a title."""
    at: dt.datetime
    by: str
    reverts: int | None
    tables: tuple[str, ...] = ()
