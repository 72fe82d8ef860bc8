"""Remove records; one undo brings all of them back."""

from desktop.operations.entries.join_events import refuse_removal
from desktop.operations.outcome import Outcome
from desktop.records.activity import Activity
from desktop.store import records
from desktop.store.store import Store


def remove(
    store: Store, cls: type, ids: tuple[str, ...], subject: str = ""
) -> Outcome[int]:
    """Remove records of one class; return how many there were.

    Raises:
        ConflictError: Something else still refers to one of them.
    """
    if cls is Activity:
        refuse_removal(store, ids)
    with store.change("remove", subject) as change:
        removed = sum(records.remove(change, cls, one) for one in ids)
    return Outcome(removed, change.touched)
