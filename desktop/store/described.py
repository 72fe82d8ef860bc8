"""Tell in a line what a record is: its name, its day and whose it is."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from desktop.store.naming import title_of_row
from desktop.store.shelves import BY_TABLE

_AT_ONCE = 500
"""Ids asked for in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """One record in a line."""

    title: str
    day: str
    """As the file writes it, or a year; blank where it has none."""
    agency: str
    """Id; blank where it is nobody's."""
    kind: str = ""
    """Which list of its table it is in; blank where the table has one list."""


def describe(db: sqlite3.Connection, places: Iterable[str]) -> dict[str, Described]:
    """Return what records are, by table and id; those that are gone are left out."""
    found: dict[str, Described] = {}
    ordered = sorted({one.partition("/")[::2] for one in places})
    for table, many in groupby(ordered, key=lambda one: one[0]):
        if table not in BY_TABLE:
            continue
        ids = [row_id for _, row_id in many]
        for begin in range(0, len(ids), _AT_ONCE):
            found |= _described(db, table, ids[begin : begin + _AT_ONCE])
    return found


def _described(
    db: sqlite3.Connection, table: str, ids: list[str]
) -> dict[str, Described]:
    marks = ", ".join("?" * len(ids))
    shelf = BY_TABLE[table]
    rows = db.execute(f"select * from {table} where id in ({marks})", ids)
    found = {}
    for one in rows:
        row = dict(one)
        found[f"{table}/{row['id']}"] = Described(
            title=title_of_row(table, row),
            day=str(row.get(shelf.day) or "") if shelf.day else "",
            agency=str(row.get("agency") or ""),
            kind=str(row.get(shelf.kind) or "") if shelf.kind else "",
        )
    return found
