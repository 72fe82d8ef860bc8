"""The unit of work through which alone an office file changes."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from desktop.records.identity import RecordId
from desktop.store import day_sums, locked_totals, locks, many_rows, rows
from desktop.store.change_log import ChangeLog
from desktop.store.journal import Touch
from desktop.store.lookups import Lookups, Numbered
from desktop.store.many_rows import Chunk, Columns, inserted, own_json, shared_json
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE
from desktop.store.triggers import Triggers


class Change:
    """One unit of work: every row it writes is journalled, all of them or none.

    Only `Store.change` makes one, and every function that writes asks for one.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        make_id: Callable[[], str],
        number: int | None = None,
    ) -> None:
        """Begin with nothing touched.

        Args:
            db: The connection that writes.
            make_id: Makes the ids of new rows.
            number: Number of the change; None where nothing is journalled.
        """
        self.db = db
        self.log = ChangeLog(db, number)
        self.memory: dict[type, Any] = {}
        """What is read once for many files of one change, by its class."""
        self._make_id = make_id
        self._lookups = Lookups()
        self._locked: locked_totals.ByUnit | None = None
        self._triggers = Triggers(db)

    @property
    def touches(self) -> tuple[Touch, ...]:
        """Return every touch so far, in order."""
        return tuple(self.log)

    @property
    def touched(self) -> frozenset[str]:
        """Return the names of the tables this change wrote to."""
        return frozenset(self.log.places)

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
        self.log.note(Touch(place, row_id, _json(old), _json(row)))
        self._lookups.note(place, row_id, before, after)
        return True

    def add(self, place: str, row: Row) -> RecordId:
        """Write a row under a new id, which nothing can have yet; return the id."""
        row_id = self.new_id()
        whole: Row = {**row, "id": row_id}
        after = self._put(place, row_id, None, whole)
        self.log.note(Touch(place, row_id, None, _json(whole)))
        self._lookups.note(place, row_id, None, after)
        return row_id

    def add_rows(self, place: str, columns: Columns) -> int:
        """Write rows that are new, however many, in the memory of a few; count them.

        The journal tells the same as of rows written one by one, but keeps once what
        they share; what sorts and finds them may be made by a step of its own
        (`lookups`).
        """
        first = self._next_number(place)
        self._triggers.stand_aside(place, len(columns["id"]))
        written = 0
        for chunk in many_rows.chunks(columns):
            self._insert_all(place, chunk, first + written)
            self._note_added(place, chunk)
            written += chunk.count
        self._triggers.hold_against(place, first, first + written - 1)
        self._lookups.note_span(place, first, first + written - 1)
        return written

    def _note_added(self, place: str, chunk: Chunk) -> None:
        shared, own = shared_json(chunk), own_json(chunk)
        if any(_NUL in text for text in (shared, *own)):
            # SQLite ends a text there when it puts the two parts together.
            for at in range(chunk.count):
                row = chunk.row(at)
                self.log.note(Touch(place, str(row["id"]), None, _json(row)))
            return
        self.log.note_added(
            place, shared, list(zip(map(str, chunk.ids), own, strict=True))
        )

    def settle(self) -> None:
        """Bring what sorts and finds records in line with every row written."""
        self._triggers.stand_again()
        self._lookups.write(self.db)
        day_sums.settle(self.db, much=self.log.long)

    def read(self, place: str, row_id: str) -> Row | None:
        """Return a row as it stands, without its id where the record has none."""
        found = self._numbered(place, row_id)
        return None if found is None else found[1]

    def _next_number(self, place: str) -> int:
        found = self.db.execute(f"select max(rowid) from {_known(place)}").fetchone()
        return int(found[0] or 0) + 1

    def _insert_all(self, place: str, chunk: Chunk, first: int) -> None:
        """Write some rows; `first` is the number the first of them gets."""
        try:
            self.db.executemany(*inserted(_known(place), chunk))
        except sqlite3.IntegrityError as error:
            if locks.is_lock(error):
                # What triggers write is among the changes SQLite counts.
                refused = chunk.row(self._next_number(place) - first)
                raise locks.refusal(self.db, place, (None, refused)) from error
            raise
        self._keep_totals(place, (chunk.row(at) for at in range(chunk.count)))

    def _keep_totals(self, place: str, written: Iterable[Row | None]) -> None:
        """Refuse what would move a whole number counted in a locked period."""
        if not locked_totals.counts(place):
            return
        if self._locked is None:
            self._locked = locked_totals.locked_totals(self.db)
        locked_totals.refuse(self.db, self._locked, place, written)

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
        if before is None:
            self._triggers.stand_again(place)
        try:
            after = self._written(place, row_id, before, row)
        except sqlite3.IntegrityError as error:
            if locks.is_lock(error):
                old = None if before is None else before[1]
                raise locks.refusal(self.db, place, (old, row)) from error
            raise
        self._keep_totals(place, (None if before is None else before[1], row))
        return after

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


def _known(place: str) -> str:
    # The library would make a missing table without a word; we never do.
    if place not in BY_TABLE and place != "preferences":
        raise KeyError(place)
    return place


_NUL = r"\u0000"
"""How JSON writes the sign that ends a text in C."""
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
