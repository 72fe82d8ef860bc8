"""The full-text index: kept with every change, read as one types.

Text with marks is looked up as written, text without marks is looked up folded:
`đường` finds only Đường, `duong` finds Dương and Đường.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.rules import vietnamese
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found."""

    place: str
    row_id: str


def index(db: sqlite3.Connection, place: str, row_id: str, row: Row | None) -> None:
    """Bring the index in line with one written or removed row."""
    shelf = BY_TABLE.get(place)
    if shelf is None or not shelf.searched:
        return
    text = "" if row is None else " ".join(str(row[n]) for n in shelf.searched)
    entry = db.execute(
        "select id from search_entries where place = ? and row_id = ?", (place, row_id)
    ).fetchone()
    if entry is not None:
        db.execute("delete from search_text where rowid = ?", (entry[0],))
    if row is None:
        _forget(db, place, row_id)
        return
    number = entry[0] if entry else _new_entry(db, place, row_id)
    db.execute(
        "insert into search_text (rowid, exact, folded) values (?, ?, ?)",
        (number, vietnamese.exact_key(text), vietnamese.fold(text)),
    )


def find(db: sqlite3.Connection, text: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return what fits every word of a text, best first; the last may be unfinished."""
    query = _query(text)
    if not query:
        return ()
    found = db.execute(
        """
        select e.place, e.row_id from search_text t
        join search_entries e on e.id = t.rowid
        where search_text match ? order by rank limit ?
        """,
        (query, limit),
    )
    return tuple(Hit(*row) for row in found)


def ids(db: sqlite3.Connection, text: str, place: str) -> frozenset[str] | None:
    """Return the ids in one table that fit a text, or None for a blank text."""
    query = _query(text)
    if not query:
        return None
    found = db.execute(
        """
        select e.row_id from search_text t
        join search_entries e on e.id = t.rowid
        where search_text match ? and e.place = ?
        """,
        (query, place),
    )
    return frozenset(row[0] for row in found)


def _query(text: str) -> str:
    column = "exact" if vietnamese.has_marks(text) else "folded"
    words = list(_words(text, column))
    return f"{column} : ({' AND '.join(words)})" if words else ""


def _words(text: str, column: str) -> Iterator[str]:
    key = vietnamese.exact_key if column == "exact" else vietnamese.fold
    for word in key(vietnamese.normalise(text)).replace('"', " ").split():
        if any(letter.isalnum() for letter in word):
            yield f'"{word}"*'


def _forget(db: sqlite3.Connection, place: str, row_id: str) -> None:
    db.execute(
        "delete from search_entries where place = ? and row_id = ?", (place, row_id)
    )


def _new_entry(db: sqlite3.Connection, place: str, row_id: str) -> int:
    cursor = db.execute(
        "insert into search_entries (place, row_id) values (?, ?)", (place, row_id)
    )
    return int(cursor.lastrowid or 0)
