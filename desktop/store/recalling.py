"""Put single rows back as they stood, with what belongs to them."""

import sqlite3
from collections.abc import Iterable, Iterator

from desktop.errors import ConflictError
from desktop.rules import changes
from desktop.rules.changes import GOAL
from desktop.store import history
from desktop.store.naming import Naming
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Change

Key = tuple[str, str]
"""Table and id of a row."""


def stood(db: sqlite3.Connection, keys: Iterable[Key], change: int) -> dict[Key, Row]:
    """Return rows as they stood after a change, without those that did not exist.

    With each row that is not there now comes the evidence it had then.
    """
    found: dict[Key, Row] = {}
    for key in keys:
        row = history.row_at(db, *key, change)
        if row is None:
            continue
        found[key] = row
        if history.row_now(db, *key) is None:
            found.update(_evidence(db, key, change))
    return found


def missing(
    db: sqlite3.Connection, found: dict[Key, Row], change: int
) -> Iterator[str]:
    """Yield the names of what the rows refer to and is gone, each once.

    What is put back with them is not gone. Names are as of the change.
    """
    naming, told = Naming(db, change), set[Key]()
    for (place, _), row in found.items():
        for _, refers, value in changes.references(BY_TABLE[place].record, row):
            key = (refers, value)
            if key in told or key in found or _there(db, found, key):
                continue
            told.add(key)
            yield naming.name(refers, value)


def put_back(change: Change, found: dict[Key, Row]) -> int:
    """Write rows as they stood; return how many are now other than they were.

    Raises:
        ConflictError: Something else took what only one may have, such as a number.
    """
    written = 0
    for (place, row_id), row in found.items():
        known = change.columns(place)
        kept = {name: held for name, held in row.items() if name in known}
        now = change.read(place, row_id)
        # Columns that came later keep what they hold, or what they begin with.
        whole = kept if now is None else now | kept
        try:
            written += change.write(place, row_id, whole)
        except sqlite3.IntegrityError as error:
            raise ConflictError("taken_meanwhile", place, row_id) from error
    return written


def _evidence(db: sqlite3.Connection, key: Key, change: int) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row_id, _ in history.evidence_of(db, *key):
        one = ("evidence", row_id)
        row = history.row_at(db, *one, change)
        if row is not None and history.row_now(db, *one) is None:
            found[one] = row
    return found


def _there(db: sqlite3.Connection, found: dict[Key, Row], key: Key) -> bool:
    refers, value = key
    if refers != GOAL:
        return history.row_now(db, *key) is not None
    goals = (
        f"{row['plan']}/{row['code']}"
        for (place, _), row in found.items()
        if place == "targets"
    )
    row = db.execute(
        "select 1 from targets where plan || '/' || code = ?", (value,)
    ).fetchone()
    return row is not None or value in goals
