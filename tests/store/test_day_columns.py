"""Every table of what counts in a period says by which column it does."""

import sqlite3

from desktop.rules.counting import RECORD_OF
from desktop.store.day_columns import DAY_COLUMNS, YEARLY
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store


def columns(db: sqlite3.Connection, place: str) -> dict[str, str]:
    """Return the type of each column of a table."""
    found = db.execute("select name, type from pragma_table_info(?)", (place,))
    return {str(row["name"]): str(row["type"]).lower() for row in found}


def test_whatever_counts_has_its_column_in_the_schema(store: Store) -> None:
    assert DAY_COLUMNS.keys() == {BY_RECORD[one].table for one in RECORD_OF.values()}
    for place, column in DAY_COLUMNS.items():
        kind = "integer" if place in YEARLY else "text"
        assert columns(store.reader, place)[column] == kind, place
