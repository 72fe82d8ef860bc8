"""Know which rows speak of a row: by the schema, and where only the program knows."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.store.shelves import BY_TABLE

_SOFT: Final = (
    ("postings", "product", "products"),
    ("broadcasts", "product", "products"),
)
"""Columns that hold the id of another row though the schema does not say so."""


@dataclass(frozen=True, slots=True)
class _Column:
    table: str
    column: str


class Referrers:
    """Who speaks of a row; the columns that may are looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read from the schema which columns hold the ids of which table."""
        self._db = db
        self._columns: dict[str, list[_Column]] = {}
        for table in BY_TABLE:
            for row in db.execute("select * from pragma_foreign_key_list(?)", (table,)):
                found = _Column(table, str(row["from"]))
                self._columns.setdefault(str(row["table"]), []).append(found)
        for table, column, target in _SOFT:
            found = _Column(table, column)
            known = self._columns.setdefault(target, [])
            if found not in known:
                known.append(found)

    def of(self, place: str, row_id: str) -> Iterator[tuple[str, str]]:
        """Yield the table and id of each row that speaks of one, and its evidence."""
        for one in self._columns.get(place, ()):
            sql = f'select id from {one.table} where "{one.column}" = ?'
            for row in self._db.execute(sql, (row_id,)):
                yield one.table, str(row[0])
        evidence = "select id from evidence where place = ? and row_id = ?"
        for row in self._db.execute(evidence, (place, row_id)):
            yield "evidence", str(row[0])
