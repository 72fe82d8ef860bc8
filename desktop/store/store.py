"""The office file, and the unit of work through which alone it changes."""

import contextlib
import datetime as dt
import logging
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from desktop import media
from desktop.errors import ConflictError, StoreUnavailableError
from desktop.progress import Progress, silent
from desktop.records.change import ChangeEntry, ChangeKind
from desktop.records.identity import RecordId
from desktop.store import (
    backups,
    journal,
    lookups,
    removals,
    rows,
    upkeep,
    versions,
)
from desktop.store.change import Change
from desktop.store.faults import translated

__all__ = ["Change", "Clock", "Store", "local_now", "random_id"]

_LOG = logging.getLogger(__name__)

Clock = Callable[[], dt.datetime]


def local_now() -> dt.datetime:
    """Return this moment with the offset of the machine's zone."""
    return dt.datetime.now().astimezone()


def random_id() -> str:
    """Return an id no other office will ever make."""
    return uuid.uuid4().hex


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
            PlaceUnfitError: It is to be written, and must not be where it lies.
        """
        self.path = path
        self.refusal = "read_only"
        """Reason told of a deed where nothing may be written."""
        self.now = clock
        self.officer = ""
        self._make_id = make_id
        self._for_work = writable
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
    def idle(self) -> bool:
        """Tell whether this program may write, and writes nothing right now."""
        return self.writable and not self._writing.locked()

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
        progress: Progress = silent,
    ) -> Iterator[Change]:
        """Do one deed: all of it and its journal entry are kept, or nothing is.

        What sorts and finds rows written by the ten thousands is made after it, which
        `progress` is told; a stop then leaves the rest to the next opening.

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
                change = Change(db, self._make_id, _next_change(db))
                yield change
                change.settle()
                self._keep(change, kind, verb, subject, reverts)
                _commit(db)
            except BaseException:
                if db.in_transaction:
                    db.execute("rollback")
                raise
            self._after(change, progress)

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

    def reopen(self, path: Path) -> None:
        """Open the file again after its drive was away, perhaps under another letter.

        What was kept is there; what was under way when it went is taken back. Whoever
        reads just now does so to the end, and from the new place the next time.

        Raises:
            StoreError: As opening does; then the file is closed.
        """
        with self._writing:
            self._readers = threading.local()
            self._exit.close()
            self.path = path
            with contextlib.ExitStack() as undo:
                undo.callback(self._exit.close)
                self._open(writable=self._for_work, progress=silent)
                undo.pop_all()

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
        # A stick forgets: what is on it is looked through whole at each opening.
        thorough = not media.logs_ahead(self.path)
        if writable:
            upkeep.refuse_unfit(self.path)
            self._exit.enter_context(upkeep.locked(self.path))
            self._writer = upkeep.connect(self.path, writable=True)
            self._exit.callback(self._close_writer)
            upkeep.check(self._writer, self.path, thorough=thorough)
            versions.bring_up_to_date(self._writer, self.path, self.now(), progress)
            upkeep.choose_journal(self._writer, self.path)
            upkeep.keep_scraps_in_memory(self._writer)
        else:
            upkeep.check(self.reader, self.path, thorough=thorough)
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
    ) -> None:
        if not change.log:
            return
        db = change.db
        tables = rows.to_json(sorted(change.touched))
        at = self.now().isoformat(timespec="seconds")
        number = change.log.number
        entry = (number, str(kind), verb, subject, at, self.officer, reverts, tables)
        linked = change.log.link(journal.head(db), entry)
        db.execute(
            "insert into changes values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*entry, linked)
        )
        change.log.write()

    def _after(self, change: Change, progress: Progress) -> None:
        """Do what need not be done for the deed to stand: it stands whatever comes."""
        self._note_removals(change)
        try:
            lookups.catch_up(change.db, progress)
        except Exception:  # noqa: BLE001  the deed is kept: to raise would deny it
            _LOG.exception("what finds the rows of a change is still to be made")

    def _note_removals(self, change: Change) -> None:
        """Tell the text log what a change removed."""
        number = change.log.number
        if number is None or not change.log.removes:
            return
        try:
            removals.note(change.db, self.path, number)
        except Exception:  # noqa: BLE001  the deed is kept: to raise would deny it
            _LOG.exception("change %d is not in the log of removals", number)


def _commit(db: sqlite3.Connection) -> None:
    try:
        db.execute("commit")
    except sqlite3.IntegrityError as error:
        raise ConflictError("still_referred_to") from error


def _next_change(db: sqlite3.Connection) -> int:
    found = db.execute("select coalesce(max(id), 0) + 1 from changes").fetchone()
    return int(found[0])
