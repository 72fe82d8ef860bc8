"""Say what ids and codes stood for after some change: names of then, not of now."""

import sqlite3

from desktop.rules.changes import CODE, GOAL, NO_RECORDS
from desktop.rules.entry import TITLES
from desktop.store import history
from desktop.store.rows import Row

_NUMBERED = frozenset({"tasks", "targets"})
"""Tables whose rows are called by their code and their text."""


class Naming:
    """Names as they stood after one change, each looked up once."""

    def __init__(self, db: sqlite3.Connection, change: int) -> None:
        """Look from after a change; its number may be the newest."""
        self._db = db
        self._change = change
        self._known: dict[tuple[str, str], str] = {}

    def name(self, refers: str, value: str, catalogue: str = "") -> str:
        """Return what an id or a code stood for; the value itself if nobody knows.

        Args:
            refers: Table, `code` or `goal`, as `rules.changes` tells of a column.
            value: The id or the code.
            catalogue: Catalogue of a code, where it is known.
        """
        key = (f"{refers}/{catalogue}", value)
        if key not in self._known:
            self._known[key] = self._find(refers, value, catalogue) or value
        return self._known[key]

    def _find(self, refers: str, value: str, catalogue: str) -> str:
        if refers == CODE:
            return self._of_code(value, catalogue)
        if refers == GOAL:
            return self._of_goal(value)
        if refers in NO_RECORDS:
            return ""
        row = history.row_at(self._db, refers, value, self._change)
        return "" if row is None else title_of_row(refers, row)

    def _of_code(self, code: str, catalogue: str) -> str:
        if catalogue:
            row_id = f"{catalogue}/{code}"
            row = history.row_at(self._db, "catalogue_items", row_id, self._change)
            return "" if row is None else str(row["name"])
        found = self._db.execute(
            "select distinct name from catalogue_items where code = ? limit 2", (code,)
        ).fetchall()
        return str(found[0][0]) if len(found) == 1 else ""

    def _of_goal(self, goal: str) -> str:
        found = self._db.execute(
            "select id from targets where plan || '/' || code = ? "
            "order by valid_from desc limit 1",
            (goal,),
        ).fetchone()
        return "" if found is None else self.name("targets", str(found[0]))


def title_of_row(place: str, row: Row) -> str:
    """Return what the record of a row is called; blank when it has no name."""
    if place in _NUMBERED:
        return f"{row.get('code', '')} {row.get('text', '')}".strip()
    named = (str(row.get(name) or "") for name in TITLES)
    return next((name for name in named if name), "")
