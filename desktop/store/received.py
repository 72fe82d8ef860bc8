"""Know which file put which row here, and whether a row was edited since it came."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.store import rows, upkeep
from desktop.store.change import Change
from desktop.store.day_columns import YEARLY
from desktop.store.journal import WHOLE
from desktop.store.many_rows import write_narrow
from desktop.store.rows import Row

_STANDS: Final = "('accepted', 'superseded')"
"""States of a return whose rows came into the office and were not taken back."""
TAKING_IN: Final = "take_in"
"""Verb of the change that takes files in."""
TAKING_BACK: Final = "take_back_intake"
"""Verb of the change that takes an intake back."""
_OF_YEARS: Final = "x.place in (" + ", ".join(f"'{o}'" for o in sorted(YEARLY)) + ")"
_LATEST: Final = f"""
    case when {_OF_YEARS} then r.last_day end desc,
    case when {_OF_YEARS} then r.first_day end desc,
    r.received_at desc, r.rowid desc
"""
LAST: Final = f"{_OF_YEARS} and r.state = 'accepted' desc, {_LATEST}"
"""Whose word stands first: of what has a day the newest that came, whatever its days;
of what has only a year the one of the latest days, whenever it came."""


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """One row a return put or confirmed, and where it stood in the file."""

    ret: str
    place: str
    row_id: str
    cell: str


def note(change: Change, ret: str, found: Iterable[tuple[str, str, str]]) -> None:
    """Remember which rows a return put or confirmed: table, id, and where it stood."""
    write_narrow(
        change.db,
        "insert or replace into received_rows (ret, place, row_id, cell)",
        "(?, ?, ?, ?)",
        [(ret, *each) for each in found],
    )


def of_return(db: sqlite3.Connection, ret: str) -> Iterator[ReceivedRow]:
    """Yield the rows a return put or confirmed."""
    found = db.execute(
        "select ret, place, row_id, cell from received_rows where ret = ? "
        "order by place, cell, row_id",
        (ret,),
    )
    for row in found:
        yield ReceivedRow(*row)


def origin(db: sqlite3.Connection, place: str, row_id: str) -> ReceivedRow | None:
    """Return what last put or confirmed a row and was not taken back, or None."""
    found = db.execute(
        f"""
        select x.ret, x.place, x.row_id, x.cell
        from received_rows x join returns r on r.id = x.ret
        where x.place = ? and x.row_id = ? and r.state in {_STANDS}
        order by {LAST} limit 1
        """,
        (place, row_id),
    ).fetchone()
    return None if found is None else ReceivedRow(*found)


def standing(
    db: sqlite3.Connection, kind: str, sender: str, first_day: str, last_day: str
) -> dict[tuple[str, str], ReceivedRow]:
    """Return the rows that stand here on the word of a sender for a stretch of days.

    They are those of which the sender's word for these days is the last, by table and
    id; what an accepted version no longer names, it takes away.
    """
    found = db.execute(
        f"""
        with mine as (
            select id from returns
            where kind = ? and sender = ? and first_day = ? and last_day = ?
              and state in {_STANDS}
        ), named as (
            select distinct place, row_id from received_rows
            where ret in (select id from mine)
        ), ranked as (
            select x.ret, x.place, x.row_id, x.cell, row_number() over (
                partition by x.place, x.row_id
                order by {_OF_YEARS} and
                    (r.state = 'accepted' or r.id in (select id from mine)) desc,
                    {_LATEST}
            ) as place_in_line
            from named n
            join received_rows x on x.place = n.place and x.row_id = n.row_id
            join returns r on r.id = x.ret and r.state in {_STANDS}
        )
        select ret, place, row_id, cell from ranked
        where place_in_line = 1 and ret in (select id from mine)
        """,
        (kind, sender, first_day, last_day),
    )
    return {(row["place"], row["row_id"]): ReceivedRow(*row) for row in found}


def of_days(
    db: sqlite3.Connection, kind: str, sender: str, first_day: str, last_day: str
) -> frozenset[str]:
    """Return the ids of all a sender sent of one kind for a stretch of days."""
    found = db.execute(
        "select id from returns "
        "where kind = ? and sender = ? and first_day = ? and last_day = ?",
        (kind, sender, first_day, last_day),
    )
    return frozenset(str(row[0]) for row in found)


def tellers_of(
    db: sqlite3.Connection, place: str, row_id: str
) -> dict[str, tuple[str, str]]:
    """Return sender and kind of each accepted return that told a row, by its id."""
    found = db.execute(
        "select r.id, r.sender, r.kind from received_rows x "
        "join returns r on r.id = x.ret "
        "where x.place = ? and x.row_id = ? and r.state = 'accepted'",
        (place, row_id),
    )
    return {str(row[0]): (str(row[1]), str(row[2])) for row in found}


def tellers_named(
    db: sqlite3.Connection, returns: Collection[str]
) -> dict[str, tuple[str, str]]:
    """Return sender and kind of some returns, by their ids."""
    found = db.execute(
        "select id, sender, kind from returns "
        "where id in (select value from json_each(?))",
        (rows.to_json(sorted(returns)),),
    )
    return {str(row[0]): (str(row[1]), str(row[2])) for row in found}


def told_too(
    db: sqlite3.Connection, key: tuple[str, str], apart: Collection[str]
) -> str | None:
    """Return the return whose word of a row is the last without some, or None.

    It is accepted, or would be without them: the version before one of theirs.

    Args:
        db: An open office file.
        key: Table and id of the row.
        apart: Ids of the returns that are left out.
    """
    found = db.execute(
        f"""
        with gone as (
            select * from returns where id in (select value from json_each(?3))
        ), before as (
            select r.id, row_number() over (
                partition by r.kind, r.sender, r.first_day, r.last_day
                order by r.version desc, r.slip desc, r.received_at desc
            ) as place_in_line
            from returns r join gone g on g.kind = r.kind and g.sender = r.sender
              and g.first_day = r.first_day and g.last_day = r.last_day
            where r.state = 'superseded' and g.state = 'accepted'
              and r.id not in (select id from gone)
        )
        select x.ret from received_rows x join returns r on r.id = x.ret
        where x.place = ?1 and x.row_id = ?2 and r.id not in (select id from gone)
          and (r.state = 'accepted' or r.id in (
              select id from before where place_in_line = 1))
        order by {_LATEST} limit 1
        """,
        (*key, rows.to_json(sorted(apart))),
    ).fetchone()
    return None if found is None else str(found[0])


def edited_since(
    db: sqlite3.Connection, asked: Iterable[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """Return which rows, of those asked for, no longer are what their intake left.

    A row that no intake put is none of them; one that was removed here is, and one
    that stayed when its intake was taken back.
    """
    return frozenset(key for key in asked if _edited(db, *key))


def intake_change(db: sqlite3.Connection, intake: str) -> int | None:
    """Return the number of the change in which an intake was taken in, or None."""
    row = db.execute(
        "select change from journal where place = 'intakes' and row_id = ? "
        "and before is null order by id desc limit 1",
        (intake,),
    ).fetchone()
    return None if row is None else int(row[0])


def stands(now: Row | None, place: str, left: str | None) -> bool:
    """Tell whether a row is what a change left, whatever columns came since."""
    if now is None or left is None:
        return now is None and left is None
    kept = rows.kept(place, left)
    return all(now[name] == value for name, value in kept.items() if name in now)


def left_by(db: sqlite3.Connection, place: str, row_id: str, change: int) -> str | None:
    """Return a row as it was when a change was done."""
    left = db.execute(
        f"select after from {WHOLE} "
        "where place = ? and row_id = ? and change <= ? order by id desc limit 1",
        (place, row_id, change),
    ).fetchone()
    return None if left is None else left[0]


def hashes(db: sqlite3.Connection) -> dict[str, str]:
    """Return the hash of each received file that is kept, and what it was called."""
    found = db.execute(
        "select file_sha256, file_name from returns "
        "union select sha256, file_name from receipts where outcome <> 'given'"
    )
    return {str(row[0]): str(row[1]) for row in found}


def hashes_of_file(path: Path) -> dict[str, str]:
    """Return the same of an office file that is not open.

    Raises:
        StoreUnavailableError: It cannot be read.
    """
    with upkeep.at_rest(path) as db:
        there = db.execute(
            "select 1 from sqlite_schema where name = 'returns'"
        ).fetchone()
        return hashes(db) if there else {}


def _edited(db: sqlite3.Connection, place: str, row_id: str) -> bool:
    change, taken_back = _came_in(db, place, row_id)
    if change is None:
        return False
    last = db.execute(
        "select c.id, c.verb from journal j join changes c on c.id = j.change "
        "where j.place = ? and j.row_id = ? order by j.id desc limit 1",
        (place, row_id),
    ).fetchone()
    if last is None or last["id"] <= change:
        return False
    now = db.execute(f"select * from {place} where id = ?", (row_id,)).fetchone()
    if taken_back:  # what was put back then is as it was; what was kept is not
        return now is not None and last["verb"] != TAKING_BACK
    row = None if now is None else dict(now)
    if stands(row, place, left_by(db, place, row_id, change)):
        return False
    return last["verb"] not in _FILES or left_by_hand(db, place, row_id, row)


_FILES: Final = (TAKING_IN, TAKING_BACK)
"""Verbs of changes that write what files say, and what stood before them."""


def left_by_hand(
    db: sqlite3.Connection, place: str, row_id: str, now: Row | None
) -> bool:
    """Tell whether somebody here once left a row as it is now: a file found it so."""
    found = db.execute(
        f"""
        select j.after from {WHOLE} j join changes c on c.id = j.change
        where j.place = ? and j.row_id = ? and c.verb not in (?, ?)
        """,
        (place, row_id, *_FILES),
    )
    return any(stands(now, place, one[0]) for one in found)


def _came_in(
    db: sqlite3.Connection, place: str, row_id: str
) -> tuple[int | None, bool]:
    """Return in which change a sender last told of a row, and whether it was undone."""
    found = db.execute(
        f"""
        select r.state = 'taken_back', (
            select j.change from journal j
            where j.place = 'intakes' and j.row_id = r.intake and j.before is null
            order by j.id desc limit 1
        )
        from received_rows x join returns r on r.id = x.ret
        where x.place = ? and x.row_id = ?
        order by r.state = 'taken_back', {LAST} limit 1
        """,
        (place, row_id),
    ).fetchone()
    return (None, False) if found is None else (found[1], bool(found[0]))
