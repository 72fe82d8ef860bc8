"""The office file, and the unit of work through which alone it changes."""

import contextlib
import datetime as dt
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from desktop.errors import ConflictError, StoreUnavailableError
from desktop.progress import Progress, silent
from desktop.records.change import ChangeEntry, ChangeKind
from desktop.records.identity import RecordId
from desktop.store import backups, journal, rows, search, upkeep, versions
from desktop.store.faults import translated
from desktop.store.journal import Touch
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE

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

    @property
    def touched(self) -> frozenset[str]:
        """Return the names of the tables this change wrote to."""
        return frozenset(touch.place for touch in self.touches)

    def new_id(self) -> RecordId:
        """Return an id for a new record."""
        return RecordId(self._make_id())

    def write(self, place: str, row_id: str, row: Row | None) -> bool:
        """Write, or with None remove, one row; return whether anything changed."""
        before = self.read(place, row_id)
        if before == row:
            return False
        if row is None:
            self.db.execute(f"delete from {_known(place)} where id = ?", (row_id,))
        else:
            self._put(place, row_id, row)
        self.touches.append(
            Touch(place, row_id, _json(before), _json(row)),
        )
        search.index(self.db, place, row_id, row)
        return True

    def read(self, place: str, row_id: str) -> Row | None:
        """Return a row as it stands, without its id where the record has none."""
        row = self.db.execute(
            f"select * from {_known(place)} where id = ?", (row_id,)
        ).fetchone()
        return None if row is None else dict(row)

    def columns(self, place: str) -> frozenset[str]:
        """Return the columns a table has now."""
        found = self.db.execute(
            "select name from pragma_table_info(?)", (_known(place),)
        )
        return frozenset(row[0] for row in found)

    def _put(self, place: str, row_id: str, row: Row) -> None:
        if row["id"] != row_id:
            raise ValueError(row_id)
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        others = ", ".join(f'"{n}" = excluded."{n}"' for n in row if n != "id")
        self.db.execute(
            f"insert into {_known(place)} ({names}) values ({marks}) "
            f"on conflict (id) do update set {others}",
            tuple(row.values()),
        )


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
            ConflictError: The deed leaves a reference to something removed.
        """
        with self._writing, translated(self.path):
            db = self._writing_connection()
            db.execute("begin immediate")
            try:
                # Undo puts rows back in any order; they must fit only at the end.
                db.execute("pragma defer_foreign_keys = on")
                change = Change(db, self._make_id)
                yield change
                self._keep(change, kind, verb, subject, reverts)
                _commit(db)
            except BaseException:
                if db.in_transaction:
                    db.execute("rollback")
                raise

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
            raise StoreUnavailableError(self.path, "read_only")
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
    ) -> None:
        if not change.touches:
            return
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


def _json(row: Row | None) -> str | None:
    return None if row is None else rows.canonical(row).decode()
