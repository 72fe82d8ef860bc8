"""Read and write the settings that travel with the office file."""

import sqlite3

from desktop.records.preferences import Preferences
from desktop.store import rows
from desktop.store.store import Change

_ID = "office"


def get(db: sqlite3.Connection) -> Preferences | None:
    """Return the office's settings, or None in a file that has none yet."""
    row = db.execute("select value from preferences where id = ?", (_ID,)).fetchone()
    return None if row is None else rows.from_json(Preferences, row["value"])


def put(change: Change, preferences: Preferences) -> bool:
    """Write the office's settings; return whether anything changed."""
    row: rows.Row = {"id": _ID, "value": rows.to_json(preferences)}
    return change.write("preferences", _ID, row)


def is_practice(db: sqlite3.Connection) -> bool:
    """Tell whether an office is for practice; a file that holds none is not."""
    found = get(db)
    return found is not None and found.practice
