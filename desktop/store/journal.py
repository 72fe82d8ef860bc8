"""Remember every deed: for undo, for history, and as a chain nobody can mend unseen.

Of rows written by the thousands the journal keeps once what some hundred of them share,
and of each row its id and the rest; `WHOLE` tells them as any others. The hash of such
a change is taken over the hash of all it touched, which runs along while they are
written; that of any other over what it touched itself.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop.records.change import ChangeEntry, ChangeKind
from desktop.store import rows

GENESIS = "0" * 64
"""What the first change's hash is chained to."""
SHARED = "journal_shared"
"""Table of what rows that were written together have in common."""
WHOLE = f"""(
    select id, change, place, row_id, before, case when shared is null then after else (
        select json_group_object(key, value) from (
            select key, value
            from json_each((select cells from {SHARED} s where s.id = journal.shared))
            union all select key, value from json_each(journal.after)
            union all select 'id', journal.row_id
            order by 1
        )
    ) end as after
    from journal
)"""
"""The journal with every row as canonical JSON; its other columns are as they are.

No view: the schema of a file that came from elsewhere may call no functions on JSON.
"""
_TOUCHED = (
    f"select place, row_id, before, after from {WHOLE} where change = ? "
    "order by id {way}"
)
_TOLD = (
    "select place, row_id, before, after, shared from journal where change = ? "
    "order by id"
)
_TOGETHER = 256
"""Touches turned into JSON at once."""

Told = tuple[str, str, str | None, str | None]
"""A touch as its hash is taken of it: table, id, the row before and after."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One row as it stood before and after a change; None where it did not exist."""

    place: str
    row_id: str
    before: str | None
    after: str | None


def head(db: sqlite3.Connection) -> str:
    """Return the hash of the newest change."""
    row = db.execute("select hash from changes order by id desc limit 1").fetchone()
    return GENESIS if row is None else str(row["hash"])


def link(previous: str, entry: Sequence[object], told: Iterable[Told]) -> str:
    """Return the hash of a change, chained to the one before it."""
    digest = hashlib.sha256(previous.encode())
    digest.update(rows.canonical(list(entry)))
    run_over(digest, told)
    return digest.hexdigest()


def link_to(previous: str, entry: Sequence[object], touched: str) -> str:
    """Return the hash of a change that wrote rows by the thousands.

    Args:
        previous: Hash of the change before it.
        entry: What of the change goes into its hash.
        touched: The hash of all it touched, in order.
    """
    told = (previous.encode(), rows.canonical(list(entry)), rows.canonical(touched))
    return hashlib.sha256(b"".join(told)).hexdigest()


def run_over(digest: "hashlib._Hash", told: Iterable[Told]) -> None:
    """Take a hash further over some touches."""
    source = iter(told)
    while many := list(islice(source, _TOGETHER)):
        digest.update(rows.canonical_each(many))


def linked(db: sqlite3.Connection, previous: str, change: sqlite3.Row) -> str:
    """Return the hash a change must have, from what the journal holds of it."""
    entry, told = hashed_fields(change), each_told(db, change["id"])
    shares = f"select 1 from {SHARED} where change = ?"
    if db.execute(shares, (change["id"],)).fetchone() is None:
        return link(previous, entry, told)
    digest = hashlib.sha256()
    run_over(digest, told)
    return link_to(previous, entry, digest.hexdigest())


def told_shared(cells: str) -> Told:
    """Return what rows share, as the hash is taken of it before them."""
    return SHARED, "", None, cells


def each_told(db: sqlite3.Connection, change: int) -> Iterator[Told]:
    """Yield what a change touched as its hash is taken of it, in order."""
    found = db.cursor()
    found.row_factory = None
    last = None
    for place, row_id, before, after, shared in found.execute(_TOLD, (change,)):
        if shared is not None and shared != last:
            yield told_shared(shared_cells(db, shared))
        last = shared
        yield place, row_id, before, after


def shared_cells(db: sqlite3.Connection, number: int) -> str:
    """Return what some rows share, as JSON; blank where the journal lacks it."""
    found = db.execute(f"select cells from {SHARED} where id = ?", (number,)).fetchone()
    return "" if found is None else str(found[0])


def touches(db: sqlite3.Connection, change: int) -> tuple[Touch, ...]:
    """Return what a change touched, in order."""
    return tuple(each_touch(db, change))


def each_touch(
    db: sqlite3.Connection, change: int, *, last_first: bool = False
) -> Iterator[Touch]:
    """Yield what a change touched, in order, one by one."""
    way = "desc" if last_first else "asc"
    found = db.execute(_TOUCHED.format(way=way), (change,))
    for row in found:
        yield Touch(*row)


def entries(db: sqlite3.Connection, *, limit: int = 200) -> tuple[ChangeEntry, ...]:
    """Return the newest changes, newest first."""
    found = db.execute("select * from changes order by id desc limit ?", (limit,))
    return tuple(rows.from_row(ChangeEntry, dict(row)) for row in found)


def undoable(db: sqlite3.Connection) -> ChangeEntry | None:
    """Return the change the next undo would revert."""
    return _entry(
        db,
        """
        select * from changes one
        where kind in ('done', 'redone')
          and not exists (select 1 from changes two where two.reverts = one.id)
        order by id desc limit 1
        """,
    )


def redoable(db: sqlite3.Connection) -> ChangeEntry | None:
    """Return the undo the next redo would revert: none after a new deed."""
    return _entry(
        db,
        """
        select * from changes one
        where kind = 'undone'
          and not exists (select 1 from changes two where two.reverts = one.id)
          and not exists (
              select 1 from changes two where two.kind = 'done' and two.id > one.id
          )
        order by id desc limit 1
        """,
    )


def origin(db: sqlite3.Connection, entry: ChangeEntry) -> ChangeEntry:
    """Return the deed that a chain of undo and redo goes back to."""
    while entry.kind in (ChangeKind.UNDONE, ChangeKind.REDONE):
        row = db.execute(
            "select * from changes where id = ?", (entry.reverts,)
        ).fetchone()
        entry = rows.from_row(ChangeEntry, dict(row))
    return entry


def broken_link(db: sqlite3.Connection) -> int | None:
    """Return the id of the first change whose hash does not fit, or None."""
    previous = GENESIS
    for row in db.execute("select * from changes order by id"):
        if linked(db, previous, row) != row["hash"]:
            return int(row["id"])
        previous = row["hash"]
    return None


def hashed_fields(row: sqlite3.Row) -> tuple[object, ...]:
    """Return what of a change goes into its hash, in order."""
    names = ("id", "kind", "verb", "subject", "at", "by", "reverts", "tables")
    return tuple(row[name] for name in names)


def history(db: sqlite3.Connection, place: str, row_id: str) -> Iterator[sqlite3.Row]:
    """Yield the changes of one row, oldest first, with the row as JSON."""
    yield from db.execute(
        f"""
        select c.id, c.verb, c.at, c."by", j.before, j.after
        from {WHOLE} j join changes c on c.id = j.change
        where j.place = ? and j.row_id = ? order by j.id
        """,
        (place, row_id),
    )


def _entry(db: sqlite3.Connection, sql: str) -> ChangeEntry | None:
    row = db.execute(sql).fetchone()
    return None if row is None else rows.from_row(ChangeEntry, dict(row))
