"""Find records by words typed, newest of each kind first, as quickly as one types.

The index holds the words of a text as written and without marks: `đường` finds only
Đường, `duong` finds Dương and Đường. Numbers in
the index begin with that of the table, so one kind is a stretch of numbers, is read
from its newest end, and is counted without looking at a single record.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.rules import search_words
from desktop.store import lookups, rows
from desktop.store.shelves import BY_TABLE, SHELVES


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found."""

    place: str
    row_id: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What was found in one table: how much, and the newest of it."""

    place: str
    count: int
    newest: tuple[tuple[Hit, Any], ...]
    """Each hit with its record."""


def by_kind(db: sqlite3.Connection, text: str, most: int) -> tuple[Kind, ...]:
    """Return what fits every word of a text, table by table, with `most` of each."""
    found = (in_kind(db, text, s.table, most) for s in SHELVES if s.searched)
    return tuple(kind for kind in found if kind.count)


def in_kind(db: sqlite3.Connection, text: str, place: str, most: int) -> Kind:
    """Return what of one table fits every word of a text, the newest `most` of it."""
    query, stretch = _query(text), lookups.span(place)
    if not query:
        return Kind(place, 0, ())
    count = db.execute(f"select count(*) {_IN_STRETCH}", (query, *stretch)).fetchone()
    if not count[0]:
        return Kind(place, 0, ())
    numbers = db.execute(
        f"select rowid {_IN_STRETCH} order by rowid desc limit ?",
        (query, *stretch, most),
    )
    return Kind(place, int(count[0]), _read(db, place, [row[0] for row in numbers]))


def find(db: sqlite3.Connection, text: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return what fits every word of a text in any table, newest of a table first."""
    kinds = by_kind(db, text, limit)
    return tuple(hit for kind in kinds for hit, _ in kind.newest)[:limit]


def ids(db: sqlite3.Connection, text: str, place: str) -> frozenset[str] | None:
    """Return the ids in one table that fit a text, or None for a blank text."""
    narrowed = narrowing(text, place)
    if narrowed is None:
        return None
    sql, values = narrowed
    found = db.execute(f"select id from {_known(place)} where {sql}", values)
    return frozenset(row[0] for row in found)


def narrowing(text: str, place: str) -> tuple[str, tuple[str | int, ...]] | None:
    """Return a condition on the rows of a table that fit a text; None for a blank one.

    The condition and its values are of SQL.
    """
    query, (first, last) = _query(text), lookups.span(place)
    if not query:
        return None
    return f"rowid in (select rowid - ? {_IN_STRETCH})", (first, query, first, last)


_IN_STRETCH = "from search_text where search_text match ? and rowid between ? and ?"


def _read(
    db: sqlite3.Connection, place: str, numbers: Iterable[int]
) -> tuple[tuple[Hit, Any], ...]:
    """Return the records that numbers of the index stand for, in their order."""
    table = _known(place)
    read = rows.reader(BY_TABLE[place].record)
    found = []
    for number in numbers:
        row = db.execute(
            f"select * from {table} where rowid = ?", (number & lookups.ROW_MASK,)
        ).fetchone()
        if row is not None:
            found.append((Hit(place, row["id"]), read(row)))
    return tuple(found)


def _known(place: str) -> str:
    return BY_TABLE[place].table


def _query(text: str) -> str:
    """Return what the index is asked for: every word, the last maybe unfinished."""
    return " AND ".join(f"({_any(one)})" for one in search_words.wanted(text))


def _any(word: search_words.Wanted) -> str:
    more = "*" if word.unfinished else ""
    return " OR ".join(f'"{form}"{more}' for form in word.forms)
