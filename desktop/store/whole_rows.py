"""Put together rows of which the journal keeps apart what they share with others.

`journal.WHOLE` does so in SQL, for whoever reads a few of them; this is for going over
all of them.
"""

import sqlite3

from desktop.store import journal, rows
from desktop.store.rows import Row


class WholeRows:
    """The rows a journal holds, as they stood."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Know the journal of an open office file."""
        self._db = db
        self._number: int | None = None
        self._shared: Row = {}

    def kept(self, place: str, row_id: str, after: str, shared: int | None) -> Row:
        """Return a row, its columns called what they are now.

        Args:
            place: Its table.
            row_id: Its id.
            after: What the journal keeps of it alone, as JSON.
            shared: Number of what it shares with others; None where nothing.
        """
        if shared is None:
            return rows.kept(place, after)
        return rows.now_called(place, self._put_together(row_id, after, shared))

    def text(self, row_id: str, after: str | None, shared: int | None) -> str | None:
        """Return a row as canonical JSON, as `journal.WHOLE` tells it."""
        if after is None or shared is None:
            return after
        return rows.canonical(self._put_together(row_id, after, shared)).decode()

    def _put_together(self, row_id: str, after: str, shared: int) -> Row:
        if shared != self._number:
            cells = journal.shared_cells(self._db, shared)
            self._number, self._shared = shared, rows.parse(cells) if cells else {}
        return {**self._shared, **rows.parse(after), "id": row_id}
