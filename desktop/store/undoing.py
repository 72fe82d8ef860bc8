"""Put rows back as they were before a change, as a new change of its own."""

from desktop.errors import ConflictError
from desktop.records.change import ChangeEntry, ChangeKind
from desktop.store import journal, rows
from desktop.store.store import Change, Store


def undo(store: Store) -> tuple[ChangeEntry, frozenset[str]] | None:
    """Revert the newest deed; return it and the tables touched, or None.

    Raises:
        ConflictError: A row no longer stands as that deed left it.
    """
    return _revert(store, journal.undoable(store.reader), ChangeKind.UNDONE)


def redo(store: Store) -> tuple[ChangeEntry, frozenset[str]] | None:
    """Revert the newest undo; return the deed done again and the tables touched.

    Raises:
        ConflictError: A row no longer stands as the undo left it.
    """
    return _revert(store, journal.redoable(store.reader), ChangeKind.REDONE)


def _revert(
    store: Store, entry: ChangeEntry | None, kind: ChangeKind
) -> tuple[ChangeEntry, frozenset[str]] | None:
    if entry is None:
        return None
    deed = journal.origin(store.reader, entry)
    with store.change(deed.verb, deed.subject, kind=kind, reverts=entry.id) as change:
        for touch in journal.each_touch(change.db, entry.id, last_first=True):
            _put_back(change, touch)
        touched = change.touched
    return deed, touched


def _put_back(change: Change, touch: journal.Touch) -> None:
    now = change.read(touch.place, touch.row_id)
    columns = change.columns(touch.place)
    if not _stands(now, _row(touch.place, touch.after, columns)):
        raise ConflictError("changed_since", touch.place, touch.row_id)
    change.write(touch.place, touch.row_id, _row(touch.place, touch.before, columns))


def _row(place: str, text: str | None, columns: frozenset[str]) -> rows.Row | None:
    """Return a row as the history keeps it, without columns that are no more."""
    if text is None:
        return None
    kept = rows.kept(place, text)
    return {name: value for name, value in kept.items() if name in columns}


def _stands(now: rows.Row | None, after: rows.Row | None) -> bool:
    """Tell whether a row is what a deed made of it.

    Columns that a later version of the program added are no change of the deed's.
    """
    if now is None or after is None:
        return now is None and after is None
    return {name: now[name] for name in after} == after
