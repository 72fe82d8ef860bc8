"""Every step the schema ever took, oldest first.

A step is frozen history: it imports no record, rule or table module, and never
changes once shipped. Each has a sentence saying why it was needed.
"""

import sqlite3
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import StoreDamagedError, StoreTooNewError
from desktop.store.faults import doubted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

STEPS = (
    "m0001_initial",
    "m0002_dated_data",
    "m0003_recording",
    "m0004_lookups",
    "m0005_reports",
    "m0006_signatures",
    "m0007_exchange",
)
"""Names of the steps, oldest first; each is a module of `store.steps` with `SQL`."""

APPLICATION_ID = 0x5354_5431
"""`STT1` in the file's header: how an office file is known from any other."""

_OWNER = "desktop"
"""Name under which sqlite-utils remembers our steps."""


def applied(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the steps a file has taken, without loading the library."""
    known = db.execute(
        "select 1 from sqlite_master where name = '_sqlite_migrations'"
    ).fetchone()
    if known is None:
        return ()
    rows = db.execute("select name from _sqlite_migrations order by rowid").fetchall()
    return tuple(row[0] for row in rows)


def unknown(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the steps a file has taken that this program does not know."""
    return tuple(name for name in applied(db) if name not in STEPS)


def pending(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the steps a file has still to take."""
    taken = applied(db)
    return tuple(name for name in STEPS if name not in taken)


def refuse_unknown(db: sqlite3.Connection, path: Path) -> None:
    """Check that every step a file has taken is one this program knows.

    Raises:
        StoreTooNewError: It has taken one this program does not know.
        StoreDamagedError: It has taken none, though it is made with the first.
    """
    with doubted(path):
        taken, ahead = applied(db), unknown(db)
    if not taken:
        raise StoreDamagedError(path, "no_steps")
    if ahead:
        raise StoreTooNewError(path, "unknown_step", *ahead)


def apply(db: sqlite3.Connection) -> None:
    """Take every pending step, each in a transaction of its own.

    Foreign keys must be off: a table others cascade from cannot be rebuilt
    inside a transaction otherwise.
    """
    from sqlite_utils import Database, Migrations

    steps = Migrations(_OWNER)
    for name in STEPS:
        steps(name=name)(_step(name))
    steps.apply(Database(db, execute_plugins=False, strict=True))


def _step(name: str) -> "Callable[[Database], None]":
    def take(database: "Database", /) -> None:
        sql: str = import_module(f"desktop.store.steps.{name}").SQL
        for statement in sql.split(";\n"):
            if statement.strip():
                database.execute(statement)

    return take
