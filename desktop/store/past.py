"""Make the office file as it was after some change, as a copy to read in.

The copy is the whole file with the rows of the journal put back, newest change first,
and with the history cut off behind that change. Everything that reads an office file
reads it: lists, results, reports.
"""

import contextlib
import datetime as dt
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import StoreUnavailableError
from desktop.progress import Progress, Step, silent
from desktop.store import history, rows, upkeep
from desktop.store.faults import translated
from desktop.store.rows import Cell, Row
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Change, Store, random_id

FOLDER = "so-truyen-thong-xem-lai-"
"""How the name of a copy's folder begins, among the machine's passing files."""

_PAGES_A_STEP = 2_000
_TOLD_EVERY = 200
_A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An office as it was after a change, open for reading; close its store."""

    store: Store
    change: int
    """Number of the newest change it holds; 0: it holds none."""
    at: dt.datetime | None
    """The moment it is of: the one asked for, else when that change was made."""
    later_columns: tuple[tuple[str, str], ...] = ()
    """Tables and columns that rows put back did not have yet; they stand at what they
    begin with, for nobody had been asked."""


def open_past(
    store: Store,
    change: int,
    progress: Progress = silent,
    *,
    moment: dt.datetime | None = None,
) -> Past:
    """Open a copy of an office as it was after a change.

    In the copy it is the moment asked for, else that of the change: what is due then
    is told as of then.

    Raises:
        StoreUnavailableError: There is no room for the copy.
        Cancelled: The user asked to stop; no copy is left.
    """
    _sweep()
    try:
        folder = Path(tempfile.mkdtemp(prefix=FOLDER))
    except OSError as error:
        raise StoreUnavailableError(store.path, "full") from error
    with contextlib.ExitStack() as failing:
        failing.callback(_remove, folder)
        copy = folder / store.path.name
        later = _make(store, copy, change, progress)
        newest = history.entry(store.reader, change)
        at = moment or (None if newest is None else newest.at)
        opened = Store(copy, writable=False, clock=lambda: at or store.now())
        opened.refusal = "past"
        opened.officer = store.officer
        opened.when_closed(lambda: _remove(folder))
        failing.pop_all()
    return Past(store=opened, change=change, at=at, later_columns=later)


def _make(
    store: Store, copy: Path, change: int, progress: Progress
) -> tuple[tuple[str, str], ...]:
    with translated(copy), contextlib.closing(sqlite3.connect(copy)) as db:
        db.isolation_level = None
        db.row_factory = sqlite3.Row
        # Nobody needs this copy after a power cut.
        db.execute("pragma synchronous = off")

        def tell(_status: int, left: int, total: int) -> None:
            progress(Step("copying", total - left, total))

        store.reader.backup(db, pages=_PAGES_A_STEP, progress=tell)
        db.execute("pragma journal_mode = memory")
        db.execute("pragma foreign_keys = off")
        db.execute("begin")
        later = _put_back(db, change, progress)
        db.execute("delete from journal where change > ?", (change,))
        db.execute("delete from journal_shared where change > ?", (change,))
        db.execute("delete from changes where id > ?", (change,))
        db.execute("delete from drafts")
        db.execute("commit")
        db.execute("pragma journal_mode = delete")
    return later


def _put_back(
    db: sqlite3.Connection, number: int, progress: Progress
) -> tuple[tuple[str, str], ...]:
    """Put every row touched since a change back; return the columns it lacked."""
    # Of each row the first touch since then tells how it stood. In between, two rows
    # may hold what only one may: numbers of tasks that changed places. And what a
    # period locks now could be written then.
    guards = _drop_guards(db)
    found = db.execute(
        "select place, row_id, before from journal where id in "
        "(select min(id) from journal where change > ? group by place, row_id) "
        "order by id desc",
        (number,),
    ).fetchall()
    change = Change(db, random_id)
    blank: dict[str, Row] = {}
    later: set[tuple[str, str]] = set()
    for count, (place, row_id, before) in enumerate(found):
        if count % _TOLD_EVERY == 0:
            progress(Step("putting_back", count, len(found)))
        if place not in blank:
            blank[place] = _blank(db, place)
        row = None if before is None else rows.kept(place, before)
        if row is not None:
            later.update((place, name) for name in blank[place].keys() - row.keys())
            row = _whole(row, blank[place])
        change.write(place, row_id, row)
    change.settle()
    for sql in guards:
        db.execute(sql)
    return tuple(sorted(later))


def _drop_guards(db: sqlite3.Connection) -> tuple[str, ...]:
    """Drop what is unique and what is locked; return the statements that guard it."""
    found = db.execute(
        "select type, name, sql, tbl_name from sqlite_master "
        "where type = 'trigger' or type = 'index' and sql like 'create unique %'"
    ).fetchall()
    ours = [row for row in found if row["tbl_name"] in BY_TABLE]
    for row in ours:
        db.execute(f'drop {row["type"]} "{row["name"]}"')
    return tuple(str(row["sql"]) for row in ours)


def _blank(db: sqlite3.Connection, place: str) -> Row:
    """Return what each column of a table begins with."""
    found = db.execute("select name, dflt_value from pragma_table_info(?)", (place,))
    return {row["name"]: _default(db, row["dflt_value"]) for row in found.fetchall()}


def _default(db: sqlite3.Connection, text: str | None) -> Cell:
    """Return the value of a default as the schema writes it."""
    if text is None:
        return None
    value: Cell = db.execute(f"select {text}").fetchone()[0]
    return value


def _whole(row: Mapping[str, Cell], blank: Row) -> Row:
    """Return a row with every column there is now, and none that is no more."""
    return {name: row.get(name, begins) for name, begins in blank.items()}


def _sweep() -> None:
    """Remove copies that a program that died has left; those of today may be open."""
    old = time.time() - _A_DAY
    for folder in _left():
        with contextlib.suppress(OSError):
            if folder.stat().st_mtime < old:
                _remove(folder)


def _left() -> Iterable[Path]:
    return Path(tempfile.gettempdir()).glob(f"{FOLDER}*")


def _remove(folder: Path) -> None:
    for copy in folder.glob(f"*{upkeep.SUFFIX}"):
        upkeep.remove_set(copy)
    shutil.rmtree(folder, ignore_errors=True)
