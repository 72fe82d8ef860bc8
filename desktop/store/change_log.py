"""Keep what one change touched: in memory while it is little, then in the journal.

The hash of a change is taken over all it touched, in order, once it is over. Of one
that writes rows by the thousands it runs along, so that a million of them need neither
be kept in memory nor be read back.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence

from desktop.store import journal
from desktop.store.journal import Told, Touch
from desktop.store.many_rows import write_narrow

HELD = 5_000
"""Touches kept in memory; beyond them they are written to the journal."""

_INSERT = (
    "insert into journal (change, place, row_id, before, after) values (?, ?, ?, ?, ?)"
)
_INSERT_ADDED = "insert into journal (change, place, row_id, after, shared)"
_INSERT_SHARED = f"insert into {journal.SHARED} (change, cells) values (?, ?)"


class ChangeLog:
    """The touches of one change, in the order in which they were made."""

    def __init__(self, db: sqlite3.Connection, number: int | None) -> None:
        """Begin with nothing touched.

        Args:
            db: The connection that writes.
            number: Number of the change; None where nothing is journalled.
        """
        self.number = number
        self.places: set[str] = set()
        self.removes = False
        """Whether a row that was there before is gone."""
        self._db = db
        self._held: list[Touch] = []
        self._written = False
        self._running: hashlib._Hash | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was touched."""
        return bool(self.places)

    @property
    def long(self) -> bool:
        """Tell whether more was touched than is kept in memory."""
        return self._written

    def __iter__(self) -> Iterator[Touch]:
        """Yield every touch, in order."""
        if self._written and self.number is not None:
            yield from journal.each_touch(self._db, self.number)
        yield from self._held

    def link(self, previous: str, entry: Sequence[object]) -> str:
        """Return the hash of the change, chained to that of the one before it."""
        if self._running is None:
            return journal.link(previous, entry, self._told())
        self.write()
        return journal.link_to(previous, entry, self._running.hexdigest())

    def _told(self) -> Iterator[Told]:
        """Yield every touch, in order, as the hash is taken of it."""
        if self._written and self.number is not None:
            yield from journal.each_told(self._db, self.number)
        yield from self._in_memory()

    def _in_memory(self) -> Iterator[Told]:
        for one in self._held:
            yield one.place, one.row_id, one.before, one.after

    def note(self, touch: Touch) -> None:
        """Remember one touch."""
        self.places.add(touch.place)
        self.removes |= touch.before is not None and touch.after is None
        self._held.append(touch)
        if self.number is not None and len(self._held) >= HELD:
            self.write()

    def note_added(
        self, place: str, shared: str, added: Sequence[tuple[str, str]]
    ) -> None:
        """Remember rows that are new.

        Args:
            place: Their table.
            shared: What is the same in all of them, as JSON.
            added: The id of each, and what else it holds, as JSON.

        Raises:
            ValueError: The change is not journalled; it notes whole rows.
        """
        if self.number is None:
            raise ValueError(place)
        digest = self._run(self.number)
        self.places.add(place)
        self._written = True
        made = self._db.execute(_INSERT_SHARED, (self.number, shared)).lastrowid
        # Only ids and JSON are handed over: numbers and a table's name are harmless.
        marks = f"({self.number}, '{place}', ?, ?, {made})"
        write_narrow(self._db, _INSERT_ADDED, marks, added)
        journal.run_over(digest, (journal.told_shared(shared),))
        journal.run_over(digest, ((place, one, None, after) for one, after in added))

    def _run(self, number: int) -> "hashlib._Hash":
        """Return the hash that runs along; begin it with what was touched before."""
        self.write()
        if self._running is None:
            self._running = hashlib.sha256()
            journal.run_over(self._running, journal.each_told(self._db, number))
        return self._running

    def write(self) -> None:
        """Write what is still in memory to the journal."""
        if self._held:
            if self._running is not None:
                journal.run_over(self._running, self._in_memory())
            self._db.executemany(
                _INSERT,
                (
                    (self.number, t.place, t.row_id, t.before, t.after)
                    for t in self._held
                ),
            )
            self._held.clear()
            self._written = True
