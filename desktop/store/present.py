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


def none_present(db: sqlite3.Connection, place: str, ids: Collection[str]) -> bool:
    """Tell whether no row of a table bears any of the ids."""
    table = BY_TABLE[place].table
    found = db.execute(
        f"select 1 from {table} where id in (select value from json_each(?)) limit 1",
        (rows.to_json(list(ids)),),
    )
    return found.fetchone() is None


def year_is_told(db: sqlite3.Connection, row: Row) -> bool:
    """Tell whether another row than this notes its agency's check of the year."""
    found = db.execute(
        "select 1 from spokesperson_checks where agency = ? and year = ? and id <> ?",
        (row["agency"], row["year"], row["id"]),
    )
    return found.fetchone() is not None


def told_elsewhere(
    db: sqlite3.Connection, key: tuple[str, str], sender: str, days: tuple[str, str]
) -> bool:
    """Tell whether a sender's word for other days still names a row.

    Args:
        db: An open office file.
        key: Table and id of the row.
        sender: As returns name it.
        days: First and last day (ISO) of the word that no longer names it.
    """
    found = db.execute(
        "select 1 from received_rows x join returns r on r.id = x.ret "
        "where x.place = ? and x.row_id = ? and r.state = 'accepted' "
        "and r.sender = ? and (r.first_day, r.last_day) <> (?, ?) limit 1",
        (*key, sender, *days),
    )
    return found.fetchone() is not None
