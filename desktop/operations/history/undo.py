"""Undo the newest deed."""

from desktop.operations.outcome import Outcome
from desktop.records.change import ChangeEntry
from desktop.store import undoing
from desktop.store.store import Store


def undo(store: Store) -> Outcome[ChangeEntry | None]:
    """Put everything back as it stood before the newest deed.

    Raises:
        ConflictError: Something no longer stands as that deed left it.
    """
    done = undoing.undo(store)
    return Outcome(None) if done is None else Outcome(*done)
