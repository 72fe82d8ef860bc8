"""Tell who changed what when: page by page over all, and field by field of one."""

from dataclasses import dataclass

from desktop.operations.history.field_words import FieldWords
from desktop.records.preferences import Preferences
from desktop.rules import changes
from desktop.rules.changes import Fate, FieldChange
from desktop.store import history, journal, rows
from desktop.store.history import Done, Wanted
from desktop.store.journal import Touch
from desktop.store.naming import title_of_row
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Store

PAGE = 100
MOST_ROWS = 200
"""Rows of one change that are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """Some deeds, newest first, and where the next page begins."""

    lines: tuple[Done, ...]
    below: int | None
    """Number below which the next page lies; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the history can be filtered by."""

    officers: tuple[str, ...]
    verbs: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """What one change did to one record."""

    done: Done
    place: str
    row_id: str
    title: str
    fate: Fate
    fields: tuple[FieldChange, ...]
    """Of a record that came, or went, the fields that said something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHistory:
    """Everything that was done to one record and its evidence, newest first."""

    place: str
    row_id: str
    title: str
    exists: bool
    changes: tuple[RecordChange, ...]


def read_page(
    store: Store, wanted: Wanted, below: int | None = None, limit: int = PAGE
) -> HistoryPage:
    """Return one page of the deeds wanted, newest first."""
    with store.reading() as db:
        found = history.page(db, wanted, before=below, limit=limit + 1)
    more = len(found) > limit
    lines = found[:limit]
    return HistoryPage(lines=lines, below=lines[-1].entry.id if more else None)


def count_history(store: Store, wanted: Wanted) -> int:
    """Return how many deeds are wanted."""
    with store.reading() as db:
        return history.count(db, wanted)


def read_offered(store: Store) -> Offered:
    """Return what the history of this office can be filtered by."""
    with store.reading() as db:
        return Offered(
            officers=history.officers(db),
            verbs=history.verbs(db),
            places=history.places(db),
        )


def read_change(
    store: Store, number: int, limit: int = MOST_ROWS
) -> tuple[RecordChange, ...]:
    """Return what one change did to the first records it touched, in their order."""
    with store.reading() as db:
        told = history.done(db, number)
        if told is None:
            return ()
        words = FieldWords(store)
        touches = history.touches(db, number, limit)
        return tuple(_change(words, told, touch) for touch in touches)


def read_record(store: Store, place: str, row_id: str) -> RecordHistory:
    """Return the history of one record with that of its evidence."""
    with store.reading() as db:
        words = FieldWords(store)
        found = [_change(words, *one) for one in history.of_row(db, place, row_id)]
        for evidence, _ in history.evidence_of(db, place, row_id):
            touched = history.of_row(db, "evidence", evidence)
            found += [_change(words, *one) for one in touched]
        number = history.last_number(db)
        row = history.row_at(db, place, row_id, number)
    found.sort(key=lambda one: -one.done.entry.id)
    own = (one.title for one in found if one.place == place)
    title = title_of_row(place, row) if row else next(own, "")
    return RecordHistory(
        place=place,
        row_id=row_id,
        title=title,
        exists=row is not None,
        changes=tuple(found),
    )


def read_record_at(
    store: Store, place: str, row_id: str, change: int
) -> RecordChange | None:
    """Return a record as it stood after a change; None where it was not there."""
    with store.reading() as db:
        told = history.done(db, change)
        row = history.row_at(db, place, row_id, change)
        if told is None or row is None:
            return None
        touch = Touch(place, row_id, None, rows.canonical(row).decode())
        return _change(FieldWords(store), told, touch)


def place_of(store: Store, row_id: str) -> str:
    """Return the table of a record that was ever there; blank for an unknown id."""
    with store.reading() as db:
        return history.place_of(db, row_id)


def touched_by(store: Store, number: int) -> tuple[tuple[str, str], ...]:
    """Return table and id of every record one change touched, in order."""
    with store.reading() as db:
        found = journal.touches(db, number)
    return tuple((touch.place, touch.row_id) for touch in found)


def _change(words: FieldWords, told: Done, touch: Touch) -> RecordChange:
    before, after = _row(touch.place, touch.before), _row(touch.place, touch.after)
    found = changes.differences(_class(touch.place), before, after)
    if before is None or after is None:
        found = tuple(one for one in found if _says(one))
    row = after or before or {}
    # What went with it, in the same change, still bore its name before.
    number = told.entry.id if after is not None else told.entry.id - 1
    names = words.of(touch.place, row, number)
    return RecordChange(
        done=told,
        place=touch.place,
        row_id=touch.row_id,
        title=title_of_row(touch.place, row),
        fate=_fate(touch),
        fields=tuple(names.change(one) for one in found),
    )


def _says(one: changes.Difference) -> bool:
    return changes.says_something(one.before) or changes.says_something(one.after)


def _fate(touch: Touch) -> Fate:
    if touch.before is None:
        return Fate.MADE
    return Fate.REMOVED if touch.after is None else Fate.AMENDED


def _class(place: str) -> type:
    shelf = BY_TABLE.get(place)
    return Preferences if shelf is None else shelf.record


def _row(place: str, text: str | None) -> Row | None:
    if text is None:
        return None
    row = rows.kept(place, text)
    if place == "preferences":  # kept whole, as one text
        held: Row = rows.parse(str(row["value"]))
        return held
    return row
