"""Do again what was undone."""

from desktop.operations.outcome import Outcome
from desktop.records.change import ChangeEntry
from desktop.store import undoing
from desktop.store.store import Store


def redo(store: Store) -> Outcome[ChangeEntry | None]:
    """Do the newest undone deed again.

    Raises:
        ConflictError: Something no longer stands as the undo left it.
    """
    done = undoing.redo(store)
    return Outcome(None) if done is None else Outcome(*done)
