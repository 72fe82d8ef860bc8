"""Get, list, put and remove records of every kind: one row for one record."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from desktop.records.evidence import Evidence
from desktop.records.identity import RecordId
from desktop.store import rows
from desktop.store.many_rows import by_column
from desktop.store.rows import Cell
from desktop.store.shelves import BY_RECORD

if TYPE_CHECKING:
    from desktop.store.change import Change

Record = TypeVar("Record")


def get(db: sqlite3.Connection, cls: type[Record], row_id: str) -> Record | None:
    """Return one record, or None."""
    shelf = BY_RECORD[cls]
    row = db.execute(f"select * from {shelf.table} where id = ?", (row_id,)).fetchone()
    return None if row is None else rows.from_row(cls, row)


def find(
    db: sqlite3.Connection,
    cls: type[Record],
    *,
    where: Mapping[str, Cell] | None = None,
    between: tuple[str, str, str] | None = None,
) -> tuple[Record, ...]:
    """Return the records whose columns equal those given, in the shelf's order.

    Args:
        db: An open office file.
        cls: Class of the records.
        where: Column and value; every one must be equal.
        between: Column, first and last value, both included.
    """
    return tuple(each(db, cls, where=where, between=between))


def each(
    db: sqlite3.Connection,
    cls: type[Record],
    *,
    where: Mapping[str, Cell] | None = None,
    between: tuple[str, str, str] | None = None,
) -> Iterator[Record]:
    """Yield what `find` returns, one by one."""
    shelf = BY_RECORD[cls]
    tests = [f'"{name}" is ?' for name in where or {}]
    values: list[Cell] = list((where or {}).values())
    if between is not None:
        tests.append(f'"{between[0]}" between ? and ?')
        values.extend(between[1:])
    condition = f" where {' and '.join(tests)}" if tests else ""
    kind: type = cls
    read = rows.reader(kind)
    sql = f"select * from {shelf.table}{condition} order by {shelf.order}"
    for row in db.execute(sql, values):
        yield read(row)


def count(db: sqlite3.Connection, cls: type) -> int:
    """Return how many records of a class there are."""
    table = BY_RECORD[cls].table
    return int(db.execute(f"select count(*) from {table}").fetchone()[0])


def put(change: "Change", record: object) -> bool:
    """Write a record, new or amended; return whether anything changed."""
    shelf = BY_RECORD[type(record)]
    row_id = shelf.key(record)
    return change.write(shelf.table, row_id, {"id": row_id, **rows.to_row(record)})


def add(change: "Change", record: object) -> RecordId:
    """Write a record that has no id of its own yet; return the one it is given."""
    return change.add(BY_RECORD[type(record)].table, rows.to_row(record))


def add_all(change: "Change", many: Sequence[object]) -> tuple[RecordId, ...]:
    """Write records of one class that have no ids of their own yet; return the ids."""
    if not many:
        return ()
    ids = tuple(change.new_id() for _ in many)
    columns = by_column([rows.to_row(one) for one in many])
    change.add_rows(BY_RECORD[type(many[0])].table, {**columns, "id": ids})
    return ids


def remove(change: "Change", cls: type, row_id: str) -> bool:
    """Remove a record and the evidence beside it; return whether there was one."""
    table = BY_RECORD[cls].table
    for one in find(change.db, Evidence, where={"place": table, "row_id": row_id}):
        change.write(BY_RECORD[Evidence].table, one.id, None)
    return change.write(table, row_id, None)
