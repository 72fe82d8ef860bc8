"""Try out what the office file needs of SQLite and of the place it lies in."""

import contextlib
import sqlite3
from pathlib import Path

from desktop.errors import StoreUnavailableError
from desktop.store import upkeep

_FOUND = "select count(*) from words where words match 'tuyen'"


def engine_version() -> str:
    """Return which SQLite this is."""
    return sqlite3.sqlite_version


def try_engine() -> str:
    """Search words without their marks, compute in JSON, count windows; return facts.

    Raises:
        sqlite3.Error: Something the office file needs is not built in.
        ValueError: It is built in and answers wrongly.
    """
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.execute(
            "create virtual table words using fts5"
            "(text, tokenize='unicode61 remove_diacritics 2')"
        )
        db.execute("insert into words values ('Tuyên truyền bảo vệ trẻ em')")
        found = db.execute(_FOUND).fetchone()[0]
        held = db.execute("select json_extract('{\"a\": [1, 2]}', '$.a[1]')").fetchone()
        rank = db.execute("select rank() over (order by 1)").fetchone()
        db.execute("create table plain (id integer primary key, a text) strict")
    if (found, held[0], rank[0]) != (1, 2, 1):
        raise ValueError(str((found, held[0], rank[0])))
    return f"SQLite {sqlite3.sqlite_version}; FTS5, JSON, window, strict"


def try_lock(path: Path) -> None:
    """Hold a place twice, which must be refused the second time.

    Raises:
        StoreUnavailableError: It cannot be held.
        ValueError: It can be held twice.
    """
    with upkeep.locked(path):
        try:
            with upkeep.locked(path):
                pass
        except StoreUnavailableError as error:
            if error.reason == "in_use":
                return
            raise
    raise ValueError("twice", path.name)


def journal_of(path: Path) -> str:
    """Return how changes of an office file nobody has open are logged: `wal` or else.

    Raises:
        StoreError: The file cannot be read.
    """
    with contextlib.closing(upkeep.connect(path, writable=False)) as db:
        return str(db.execute("pragma journal_mode").fetchone()[0])
