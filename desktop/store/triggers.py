"""Do for many new rows at once what the triggers of their table do for each.

A trigger makes SQLite keep aside, for every single row, the pages it may have to give
back: a third of the time a row takes. Where a change writes rows by the thousands, the
triggers of the table therefore stand aside, and what they refuse or mark is looked for
in all new rows by their own words, taken from the schema. They stand again, word for
word, before a single row is written there and before the change is done; when it
fails, they were never gone.
"""

import re
import sqlite3
from dataclasses import dataclass
from typing import Final

from desktop.store import locks, lookups

MANY: Final = 5_000
"""New rows of one change and table from which on they are worth standing aside."""

_ON_INSERT: Final = (
    "select name, sql from sqlite_schema "
    "where type = 'trigger' and tbl_name = ? order by rowid"
)
_HEAD: Final = re.compile(
    r"create trigger \w+ (?:before|after) insert on ", re.IGNORECASE
)
_SHAPE: Final = re.compile(
    r"create trigger \w+ (?:before|after) insert on \w+\s+"
    r"when (?P<when>.+)\s+begin\s+"
    r"(?:select raise\(abort, '\w+'\)|(?P<marks>insert or ignore into \w+)"
    r"\s+values \((?P<values>.+)\));\s*end",
    re.IGNORECASE | re.DOTALL,
)
_OF_ROW: Final = re.compile(r"\bnew\.(\w+)")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger on new rows, and what it asks and does, told of many rows.

    The statements speak of the rows of a table between two numbers.
    """

    name: str
    sql: str
    refused: str = ""
    """What finds a row it refuses; blank where it refuses none."""
    marks: str = ""
    """What writes what it writes; blank where it writes nothing."""


class Triggers:
    """The triggers on new rows of those tables into which a change writes very many."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Begin with all of them in their places."""
        self._db = db
        self._aside: dict[str, tuple[Trigger, ...]] = {}
        self._written: dict[str, int] = {}
        self._ours = False

    def stand_aside(self, place: str, count: int) -> None:
        """Let those of a table stand aside when a change writes very many rows."""
        self._written[place] = self._written.get(place, 0) + count
        if self._written[place] < MANY or place in self._aside:
            return
        found = tuple(_read(place, *row) for row in self._on_insert(place))
        told = tuple(one for one in found if one is not None)
        if len(told) < len(found):
            return  # one does what cannot be told of many: all of them stay
        if not self._aside:  # once one stands aside, the schema is another
            self._ours = lookups.are_ours(self._db)
        for one in told:
            self._db.execute(f"drop trigger {one.name}")
        self._aside[place] = told

    def hold_against(self, place: str, first: int, last: int) -> None:
        """Do for new rows, by their numbers, what triggers aside would have done.

        Raises:
            ConflictError: A period is locked.
        """
        for one in self._aside.get(place, ()):
            if one.refused:
                self._refuse(place, one.refused, (first, last))
            else:
                self._db.execute(one.marks, (first, last))

    def stand_again(self, place: str | None = None) -> None:
        """Put those of a table back into their places, or with None those of all."""
        back = [one for one in self._aside if place in (None, one)]
        for each in back:
            for one in self._aside.pop(each):
                self._db.execute(one.sql)
        if back and self._ours:
            lookups.stay_ours(self._db)

    def _on_insert(self, place: str) -> list[tuple[str, str]]:
        found = self._db.execute(_ON_INSERT, (place,)).fetchall()
        return [(name, sql) for name, sql in found if _HEAD.match(sql)]

    def _refuse(self, place: str, refused: str, span: tuple[int, int]) -> None:
        found = self._db.execute(refused, span).fetchone()
        if found is not None:
            raise locks.refusal(self._db, place, (None, dict(found)))


def _read(place: str, name: str, sql: str) -> Trigger | None:
    """Return a trigger told of many rows; None where that is not known of it."""
    shape = _SHAPE.fullmatch(sql)
    if shape is None:
        return None
    when, span = shape["when"], "new.rowid between ? and ?"
    if not shape["marks"]:
        refused = f"select * from {place} as new where {span} and ({when}) limit 1"
        return Trigger(name, sql, refused=refused)
    columns = ", ".join(dict.fromkeys(_OF_ROW.findall(sql)))
    # Once of all rows that are alike to it: of days there are few.
    rows = f"(select distinct {columns} from {place} as new where {span})"
    values = shape["values"]
    marks = f"{shape['marks']} select {values} from {rows} as new where {when}"
    return Trigger(name, sql, marks=marks)
