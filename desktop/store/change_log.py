"""Keep what one change touched: in memory while it is little, then in the journal.

The hash of a change is taken over all it touched, in order, once it is over. Of a
change of a million rows they are read back from the journal for it, so that memory
stays the same however much is written; the hash is that of the same touches told one
by one.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from desktop.store import journal
from desktop.store.journal import Told, Touch
from desktop.store.many_rows import write_narrow

HELD = 5_000
"""Touches kept in memory; beyond them they are written to the journal."""

_INSERT = (
    "insert into journal (change, place, row_id, before, after) values (?, ?, ?, ?, ?)"
)
_INSERT_ADDED = "insert into journal (change, place, row_id, after)"


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

    def told(self) -> Iterator[Told]:
        """Yield every touch, in order, as the hash is taken of it."""
        if self._written and self.number is not None:
            yield from journal.each_told(self._db, self.number)
        for one in self._held:
            yield one.place, one.row_id, one.before, one.after

    def note(self, touch: Touch) -> None:
        """Remember one touch."""
        self.places.add(touch.place)
        self.removes |= touch.before is not None and touch.after is None
        self._held.append(touch)
        if self.number is not None and len(self._held) >= HELD:
            self.write()

    def note_added(self, place: str, added: Iterable[Sequence[str]]) -> None:
        """Remember rows that are new, each by its id and as JSON."""
        if self.number is None:
            for row_id, after in added:
                self.note(Touch(place, row_id, None, after))
            return
        self.write()
        self.places.add(place)
        self._written = True
        # Only ids and JSON are handed over: a number and a table's name are harmless.
        marks = f"({self.number}, '{place}', ?, ?)"
        write_narrow(self._db, _INSERT_ADDED, marks, list(added))

    def write(self) -> None:
        """Write what is still in memory to the journal."""
        if self._held:
            self._db.executemany(
                _INSERT,
                (
                    (self.number, t.place, t.row_id, t.before, t.after)
                    for t in self._held
                ),
            )
            self._held.clear()
            self._written = True
