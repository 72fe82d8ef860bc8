"""Read what was done: pages of deeds, one deed, and rows as they once stood."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.records.change import ChangeEntry, ChangeKind
from desktop.rules.clock_order import newest_at
from desktop.rules.vietnamese import fold
from desktop.store import rows
from desktop.store.journal import WHOLE, Touch
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE

_BLOCK = 500
"""Changes read at a time where a text is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which deeds are asked for; blank and None ask for all."""

    first: dt.date | None = None
    last: dt.date | None = None
    """Days by the clock of the machine on which each was done."""
    by: str | None = None
    """Officer; blank text: nobody's name was set."""
    verb: str = ""
    place: str = ""
    """Table with a row it touched."""
    text: str = ""
    """What its subject holds, with or without marks."""
    removals: bool = False
    """Only deeds that removed something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One deed of the history, and how many rows it touched."""

    entry: ChangeEntry
    deed: ChangeEntry
    """What it reverted where it is an undo or a redo; else itself."""
    touched: int
    removed: int


def page(
    db: sqlite3.Connection,
    wanted: Wanted,
    *,
    before: int | None = None,
    limit: int = 100,
) -> tuple[Done, ...]:
    """Return the newest deeds wanted, newest first, below a number if one is given."""
    found: list[Done] = []
    for one in _each(db, wanted, before):
        found.append(_done(db, one))
        if len(found) == limit:
            break
    return tuple(found)


def count(db: sqlite3.Connection, wanted: Wanted) -> int:
    """Return how many deeds are wanted."""
    if wanted.text.strip():
        return sum(1 for _ in _each(db, wanted, None))
    test, values = _conditions(wanted)
    row = db.execute(f"select count(*) from changes c where {test}", values).fetchone()
    return int(row[0])


def officers(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of those who did something."""
    found = db.execute('select distinct "by" from changes order by "by"')
    return tuple(str(row[0]) for row in found)


def verbs(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return what was ever done."""
    found = db.execute("select distinct verb from changes order by verb")
    return tuple(str(row[0]) for row in found)


def places(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the tables that were ever written to."""
    found = db.execute("select distinct place from journal order by place")
    return tuple(str(row[0]) for row in found)


def entry(db: sqlite3.Connection, number: int) -> ChangeEntry | None:
    """Return one change, or None."""
    row = db.execute("select * from changes where id = ?", (number,)).fetchone()
    return None if row is None else rows.from_row(ChangeEntry, dict(row))


def done(db: sqlite3.Connection, number: int) -> Done | None:
    """Return one deed with its counts, or None."""
    found = entry(db, number)
    return None if found is None else _done(db, found)


def of_row(
    db: sqlite3.Connection, place: str, row_id: str
) -> Iterator[tuple[Done, Touch]]:
    """Yield what was done to one row, newest first."""
    found = db.execute(
        f"select change, before, after from {WHOLE} "
        "where place = ? and row_id = ? order by id desc",
        (place, row_id),
    ).fetchall()
    for row in found:
        told = done(db, row["change"])
        if told is not None:
            yield told, Touch(place, row_id, row["before"], row["after"])


def touches(db: sqlite3.Connection, change: int, limit: int) -> tuple[Touch, ...]:
    """Return the first rows a change touched."""
    found = db.execute(
        f"select place, row_id, before, after from {WHOLE} where change = ? "
        "order by id limit ?",
        (change, limit),
    )
    return tuple(Touch(*row) for row in found)


def removed_by(db: sqlite3.Connection, change: int) -> tuple[tuple[str, str], ...]:
    """Return table and id of every row a change removed, in order."""
    found = db.execute(
        "select place, row_id from journal "
        "where change = ? and after is null and before is not null order by id",
        (change,),
    )
    return tuple((str(row[0]), str(row[1])) for row in found)


def row_at(db: sqlite3.Connection, place: str, row_id: str, change: int) -> Row | None:
    """Return a row as it stood after a change; None where it did not exist."""
    later = db.execute(
        "select before from journal where place = ? and row_id = ? and change > ? "
        "order by id limit 1",
        (place, row_id, change),
    ).fetchone()
    if later is not None:
        return None if later[0] is None else rows.kept(place, later[0])
    return row_now(db, place, row_id)


def row_now(db: sqlite3.Connection, place: str, row_id: str) -> Row | None:
    """Return a row as it stands; None where there is none, or no such table."""
    if place not in BY_TABLE:
        return None
    row = db.execute(f"select * from {place} where id = ?", (row_id,)).fetchone()
    return None if row is None else dict(row)


def first_number(db: sqlite3.Connection) -> int:
    """Return the number of the first change; 0 where there is none."""
    row = db.execute("select coalesce(min(id), 0) from changes").fetchone()
    return int(row[0])


def place_of(db: sqlite3.Connection, row_id: str) -> str:
    """Return the table of a row the journal knows; blank where it knows none."""
    for place in places(db):
        found = db.execute(
            "select 1 from journal where place = ? and row_id = ? limit 1",
            (place, row_id),
        ).fetchone()
        if found is not None:
            return place
    return ""


def evidence_of(
    db: sqlite3.Connection, place: str, row_id: str
) -> tuple[tuple[str, int], ...]:
    """Return ids and newest changes of the evidence a record has or ever had."""
    found = db.execute(
        f"select row_id, max(change) from {WHOLE} where place = 'evidence' "
        "and json_extract(coalesce(after, before), '$.place') = ? "
        "and json_extract(coalesce(after, before), '$.row_id') = ? "
        "group by row_id order by min(id)",
        (place, row_id),
    )
    return tuple((str(row[0]), int(row[1])) for row in found)


def newest_on(db: sqlite3.Connection, moment: dt.datetime) -> int:
    """Return the number of the newest change made at a moment; 0 before the first.

    By number and not by time where clocks contradict it (`rules.clock_order`).
    """
    found = db.execute("select id, at from changes order by id").fetchall()
    stamps = [dt.datetime.fromisoformat(row["at"]) for row in found]
    known = newest_at(stamps, moment)
    return int(found[known - 1]["id"]) if known else 0


def last_number(db: sqlite3.Connection) -> int:
    """Return the number of the newest change; 0 where there is none."""
    row = db.execute("select coalesce(max(id), 0) from changes").fetchone()
    return int(row[0])


def _each(
    db: sqlite3.Connection, wanted: Wanted, before: int | None
) -> Iterator[ChangeEntry]:
    """Yield the entries wanted, newest first, a block at a time."""
    sought = fold(wanted.text).split()
    test, values = _conditions(wanted)
    below = last_number(db) + 1 if before is None else before
    while True:
        block = db.execute(
            f"select * from changes c where {test} and c.id < ? "
            "order by c.id desc limit ?",
            (*values, below, _BLOCK),
        ).fetchall()
        for row in block:
            if not sought or _holds(row["subject"], sought):
                yield rows.from_row(ChangeEntry, dict(row))
        if len(block) < _BLOCK:
            return
        below = block[-1]["id"]


def _holds(subject: str, sought: list[str]) -> bool:
    folded = fold(subject)
    return all(word in folded for word in sought)


def _conditions(wanted: Wanted) -> tuple[str, list[str]]:
    tests, values = ["1"], []
    first, last = wanted.first, wanted.last
    for test, held in (
        ("substr(c.at, 1, 10) >= ?", first.isoformat() if first else None),
        ("substr(c.at, 1, 10) <= ?", last.isoformat() if last else None),
        ('c."by" = ?', wanted.by),
        ("c.verb = ?", wanted.verb or None),
        (
            "exists (select 1 from json_each(c.tables) t where t.value = ?)",
            wanted.place or None,
        ),
    ):
        if held is not None:
            tests.append(test)
            values.append(held)
    if wanted.removals:
        tests.append(
            "exists (select 1 from journal j where j.change = c.id "
            "and j.after is null and j.before is not null)"
        )
    return " and ".join(tests), values


def _done(db: sqlite3.Connection, one: ChangeEntry) -> Done:
    counted = db.execute(
        "select count(*), coalesce(sum(after is null and before is not null), 0) "
        "from journal where change = ?",
        (one.id,),
    ).fetchone()
    return Done(
        entry=one,
        deed=_deed(db, one),
        touched=int(counted[0]),
        removed=int(counted[1]),
    )


def _deed(db: sqlite3.Connection, one: ChangeEntry) -> ChangeEntry:
    """Return the deed behind an undo or a redo."""
    seen = one
    while seen.kind in {ChangeKind.UNDONE, ChangeKind.REDONE} and seen.reverts:
        reverted = entry(db, seen.reverts)
        if reverted is None:
            break
        seen = reverted
    return seen
