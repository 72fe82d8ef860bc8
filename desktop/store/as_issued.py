"""Read records as they stood after a change, without a copy of the whole file.

What was touched since is taken from the journal, all else from the tables as they are.
For more than a few lists `past.open_past` shows the whole office.
"""

import dataclasses
import sqlite3
from collections.abc import Iterator
from typing import Any, TypeVar

from desktop.store import history, records, rows
from desktop.store.rows import Cell, Row
from desktop.store.shelves import BY_RECORD

Record = TypeVar("Record")
Between = tuple[str, str, str]
"""Column, first and last value, both included."""


def change_of(db: sqlite3.Connection, head: str) -> int | None:
    """Return the number of the change whose hash a report printed, or None."""
    row = db.execute("select id from changes where hash = ?", (head,)).fetchone()
    return None if row is None else int(row[0])


def each(
    db: sqlite3.Connection,
    cls: type[Record],
    change: int,
    *,
    between: Between | None = None,
) -> Iterator[Record]:
    """Yield the records of a class as they stood after a change, in no order.

    Columns that came later stand at what the record begins with.
    """
    kind: type = cls
    shelf = BY_RECORD[kind]
    touched = _touched(db, shelf.table, change)
    for one in records.each(db, cls, between=between):
        if shelf.key(one) not in touched:
            yield one
    for before in touched.values():
        row = None if before is None else _row(kind, before)
        if row is not None and _within(row, between):
            yield rows.from_row(cls, row)


def get(
    db: sqlite3.Connection, cls: type[Record], row_id: str, change: int
) -> Record | None:
    """Return one record as it stood after a change; None where it did not exist."""
    kind: type = cls
    row = history.row_at(db, BY_RECORD[kind].table, row_id, change)
    return None if row is None else rows.from_row(cls, _begins(kind) | row)


def _touched(db: sqlite3.Connection, table: str, change: int) -> dict[str, Row | None]:
    """Return rows touched since, as the first touch found them."""
    found = db.execute(
        "select row_id, before from journal where id in "
        "(select min(id) from journal where change > ? and place = ? group by row_id)",
        (change, table),
    )
    return {
        str(row["row_id"]): None
        if row["before"] is None
        else rows.kept(table, row["before"])
        for row in found
    }


def _row(cls: type, before: Row) -> Row:
    return _begins(cls) | before


def _begins(cls: Any) -> Row:  # noqa: ANN401  a class, which must be hashable
    """Return the columns a record has without being told, as a row keeps them."""
    known = rows.shape(cls)
    found: Row = {}
    for one in dataclasses.fields(cls):
        if one.default is not dataclasses.MISSING:
            found[one.name] = "[]" if one.name in known.json else _cell(one.default)
    return found


def _cell(value: Any) -> Cell:  # noqa: ANN401  a default of a record
    if isinstance(value, bool):
        return int(value)
    return value if value is None or isinstance(value, int) else str(value)


def _within(row: Row, between: Between | None) -> bool:
    if between is None:
        return True
    column, first, last = between
    held = row[column]
    if isinstance(held, int):
        return int(first) <= held <= int(last)
    return first <= str(held) <= last
