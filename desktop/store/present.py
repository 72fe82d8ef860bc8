"""Look many rows up at once by their ids."""

import sqlite3
from collections.abc import Collection

from desktop.store import rows
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE


def present(db: sqlite3.Connection, place: str, ids: Collection[str]) -> dict[str, Row]:
    """Return the rows of a table that bear one of the ids, by id."""
    table = BY_TABLE[place].table
    found = db.execute(
        f"select * from {table} where id in (select value from json_each(?))",
        (rows.to_json(list(ids)),),
    )
    return {str(row["id"]): dict(row) for row in found}


def begin_with(db: sqlite3.Connection, place: str, prefix: str) -> bool:
    """Tell whether any row of a table has an id that begins so."""
    table = BY_TABLE[place].table
    found = db.execute(
        f"select 1 from {table} where id >= ? and id < ? limit 1",
        (prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)),
    )
    return found.fetchone() is not None
