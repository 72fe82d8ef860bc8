"""The office file, and the unit of work through which alone it changes."""

import contextlib
import datetime as dt
import logging
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Self

from desktop.errors import ConflictError, StoreUnavailableError
from desktop.progress import Progress, silent
from desktop.records.change import ChangeEntry, ChangeKind
from desktop.records.identity import RecordId
from desktop.store import backups, journal, locks, removals, rows, upkeep, versions
from desktop.store.faults import translated
from desktop.store.journal import Touch
from desktop.store.lookups import Lookups, Numbered
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE

_LOG = logging.getLogger(__name__)

Clock = Callable[[], dt.datetime]


def local_now() -> dt.datetime:
    """Return this moment with the offset of the machine's zone."""
    return dt.datetime.now().astimezone()


def random_id() -> str:
    """Return an id no other office will ever make."""
    return uuid.uuid4().hex


class Change:
    """One unit of work: every row it writes is journalled, all of them or none.

    Only `Store.change` makes one, and every function that writes asks for one.
    """

    def __init__(self, db: sqlite3.Connection, make_id: Callable[[], str]) -> None:
        """Begin with nothing touched."""
        self.db = db
        self.touches: list[Touch] = []
        self._make_id = make_id
        self._lookups = Lookups()

    @property
    def touched(self) -> frozenset[str]:
        """Return the names of the tables this change wrote to."""
        return frozenset(touch.place for touch in self.touches)

    def new_id(self) -> RecordId:
        """Return an id for a new record."""
        return RecordId(self._make_id())

    def write(self, place: str, row_id: str, row: Row | None) -> bool:
        """Write, or with None remove, one row; return whether anything changed."""
        before = self._numbered(place, row_id)
        old = None if before is None else before[1]
        if old == row:
            return False
        after = self._put(place, row_id, before, row)
        self.touches.append(Touch(place, row_id, _json(old), _json(row)))
        self._lookups.note(place, row_id, before, after)
        return True

    def add(self, place: str, row: Row) -> RecordId:
        """Write a row under a new id, which nothing can have yet; return the id."""
        row_id = self.new_id()
        whole: Row = {**row, "id": row_id}
        after = self._put(place, row_id, None, whole)
        self.touches.append(Touch(place, row_id, None, _json(whole)))
        self._lookups.note(place, row_id, None, after)
        return row_id

    def settle(self) -> None:
        """Bring what sorts and finds records in line with every row written."""
        self._lookups.write(self.db)

    def read(self, place: str, row_id: str) -> Row | None:
        """Return a row as it stands, without its id where the record has none."""
        found = self._numbered(place, row_id)
        return None if found is None else found[1]

    def _numbered(self, place: str, row_id: str) -> Numbered | None:
        found = self.db.execute(_select(_known(place)), (row_id,)).fetchone()
        if found is None:
            return None
        row = dict(found)
        return int(row.pop(_NUMBER)), row

    def columns(self, place: str) -> frozenset[str]:
        """Return the columns a table has now."""
        found = self.db.execute(
            "select name from pragma_table_info(?)", (_known(place),)
        )
        return frozenset(row[0] for row in found)

    def _put(
        self, place: str, row_id: str, before: Numbered | None, row: Row | None
    ) -> Numbered | None:
        """Write a row; return it with its number."""
        try:
            return self._written(place, row_id, before, row)
        except sqlite3.IntegrityError as error:
            if locks.is_lock(error):
                old = None if before is None else before[1]
                raise locks.refusal(self.db, place, (old, row)) from error
            raise

    def _written(
        self, place: str, row_id: str, before: Numbered | None, row: Row | None
    ) -> Numbered | None:
        if row is None:
            self.db.execute(f"delete from {_known(place)} where id = ?", (row_id,))
            return None
        if row["id"] != row_id:
            raise ValueError(row_id)
        known, names, values = _known(place), tuple(row), tuple(row.values())
        if before is None:
            made = self.db.execute(_insert(known, names), values)
            return int(made.lastrowid or 0), row
        self.db.execute(_update(known, names), (*values, row_id))
        return before[0], row


class Store:
    """One open office file: many readers, one writer."""

    def __init__(
        self,
        path: Path,
        *,
        writable: bool = True,
        clock: Clock = local_now,
        make_id: Callable[[], str] = random_id,
        progress: Progress = silent,
    ) -> None:
        """Open an office file.

        Raises:
            StoreUnavailableError: Missing, unreadable, or open elsewhere.
            StoreForeignError: Not an office file.
            StoreDamagedError: It contradicts itself.
            StoreTooNewError: Made by a later version of the program.
        """
        self.path = path
        self.refusal = "read_only"
        """Reason told of a deed where nothing may be written."""
        self.now = clock
        self.officer = ""
        self._make_id = make_id
        self._readers = threading.local()
        self._open_readers: list[sqlite3.Connection] = []
        self._writing = threading.Lock()
        self._writer: sqlite3.Connection | None = None
        self._exit = contextlib.ExitStack()
        with upkeep.leaving_no_companions(path), contextlib.ExitStack() as undo:
            undo.callback(self.close)
            self._open(writable=writable, progress=progress)
            undo.pop_all()

    @property
    def writable(self) -> bool:
        """Tell whether this program may change the file."""
        return self._writer is not None

    @property
    def reader(self) -> sqlite3.Connection:
        """Return this thread's own connection, which SQLite lets only read."""
        db: sqlite3.Connection | None = getattr(self._readers, "db", None)
        if db is None:
            db = upkeep.connect(self.path, writable=False)
            self._readers.db = db
            self._open_readers.append(db)
        return db

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read everything as of one instant, however long it takes.

        Inside another reading it is the same instant.
        """
        db = self.reader
        if db.in_transaction:
            yield db
            return
        with translated(self.path):
            db.execute("begin")
            try:
                yield db
            finally:
                db.execute("rollback")

    @contextlib.contextmanager
    def change(
        self,
        verb: str,
        subject: str = "",
        *,
        kind: ChangeKind = ChangeKind.DONE,
        reverts: int | None = None,
    ) -> Iterator[Change]:
        """Do one deed: all of it and its journal entry are kept, or nothing is.

        Raises:
            StoreUnavailableError: The file was opened for reading only.
            ConflictError: It refers to something removed, or a period is locked.
        """
        with self._writing, translated(self.path):
            db = self._writing_connection()
            db.execute("begin immediate")
            try:
                # Undo puts rows back in any order; they must fit only at the end.
                db.execute("pragma defer_foreign_keys = on")
                change = Change(db, self._make_id)
                yield change
                change.settle()
                number = self._keep(change, kind, verb, subject, reverts)
                _commit(db)
            except BaseException:
                if db.in_transaction:
                    db.execute("rollback")
                raise
            self._note_removals(db, number)

    @contextlib.contextmanager
    def scribble(self) -> Iterator[sqlite3.Connection]:
        """Write what is no deed: drafts, which the journal does not keep."""
        with self._writing, translated(self.path):
            db = self._writing_connection()
            db.execute("begin immediate")
            try:
                yield db
                db.execute("commit")
            except BaseException:
                if db.in_transaction:
                    db.execute("rollback")
                raise

    def new_id(self) -> RecordId:
        """Return an id for something about to be made."""
        return RecordId(self._make_id())

    def last_change(self) -> ChangeEntry | None:
        """Return the newest entry of the journal."""
        found = journal.entries(self.reader, limit=1)
        return found[0] if found else None

    def interrupt(self) -> None:
        """Stop whatever statement runs; its thread gets `Cancelled`."""
        for db in (*self._open_readers, self._writer):
            if db is not None:
                db.interrupt()

    def back_up(self, target: Path | None = None, progress: Progress = silent) -> Path:
        """Make a checked backup; return where it lies."""
        place = target or backups.backup_name(self.path, self.now())
        return backups.back_up(self.reader, self.path, place, progress)

    def when_closed(self, call: Callable[[], object]) -> None:
        """Do something once every connection is closed, such as remove a copy."""
        self._exit.callback(call)

    def close(self) -> None:
        """Close every connection and leave one whole file behind."""
        for db in self._open_readers:
            db.close()
        self._open_readers.clear()
        self._readers = threading.local()
        self._exit.close()

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def _open(self, *, writable: bool, progress: Progress) -> None:
        upkeep.recognise(self.path)
        if writable:
            self._exit.enter_context(upkeep.locked(self.path))
            self._writer = upkeep.connect(self.path, writable=True)
            self._exit.callback(self._close_writer)
            upkeep.check(self._writer, self.path)
            versions.bring_up_to_date(self._writer, self.path, self.now(), progress)
            upkeep.log_ahead(self._writer, self.path)
        else:
            upkeep.check(self.reader, self.path)
            versions.refuse_other_versions(self.reader, self.path)

    def _writing_connection(self) -> sqlite3.Connection:
        if self._writer is None:
            raise StoreUnavailableError(self.path, self.refusal)
        return self._writer

    def _close_writer(self) -> None:
        if self._writer is not None:
            with contextlib.suppress(sqlite3.Error):
                self._writer.execute("pragma wal_checkpoint(truncate)")
            self._writer.close()
            self._writer = None

    def _keep(
        self,
        change: Change,
        kind: ChangeKind,
        verb: str,
        subject: str,
        reverts: int | None,
    ) -> int | None:
        if not change.touches:
            return None
        db = change.db
        number = db.execute("select coalesce(max(id), 0) + 1 from changes").fetchone()[
            0
        ]
        tables = rows.to_json(sorted(change.touched))
        at = self.now().isoformat(timespec="seconds")
        entry = (number, str(kind), verb, subject, at, self.officer, reverts, tables)
        linked = journal.link(journal.head(db), entry, change.touches)
        db.execute(
            "insert into changes values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*entry, linked)
        )
        db.executemany(
            "insert into journal (change, place, row_id, before, after) "
            "values (?, ?, ?, ?, ?)",
            ((number, t.place, t.row_id, t.before, t.after) for t in change.touches),
        )
        gone = any(t.before is not None and t.after is None for t in change.touches)
        return int(number) if gone else None

    def _note_removals(self, db: sqlite3.Connection, number: int | None) -> None:
        """Tell the text log what a change removed: the deed stands whatever comes."""
        if number is None:
            return
        try:
            removals.note(db, self.path, number)
        except Exception:  # noqa: BLE001  the deed is kept: to raise would deny it
            _LOG.exception("change %d is not in the log of removals", number)


def _commit(db: sqlite3.Connection) -> None:
    try:
        db.execute("commit")
    except sqlite3.IntegrityError as error:
        raise ConflictError("still_referred_to") from error


def _known(place: str) -> str:
    # The library would make a missing table without a word; we never do.
    if place not in BY_TABLE and place != "preferences":
        raise KeyError(place)
    return place


_NUMBER = "rowid"
"""What a row's number in its table is called, beside its columns."""


@cache
def _select(place: str) -> str:
    return f"select rowid, * from {place} where id = ?"


@cache
def _insert(place: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return f"insert into {place} ({columns}) values ({marks})"


@cache
def _update(place: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}" = ?{at}' for at, name in enumerate(names, 1))
    return f"update {place} set {columns} where id = ?{len(names) + 1}"


def _json(row: Row | None) -> str | None:
    return None if row is None else rows.canonical(row).decode()
