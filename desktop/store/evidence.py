"""Ask the office file about evidence: whose it is, and where it is missing."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.records.evidence import Evidence
from desktop.rules.counting import Span
from desktop.store import records, rows, upkeep
from desktop.store.journal import GENESIS

ERASED = ""
"""Media type of evidence whose content was removed for good: a trace without a file."""

_MARK_LENGTH = 16
_DONE = "a.state = 'done' and a.last_day between ? and ?"
_LACKS = (
    "not exists (select 1 from evidence e where e.place = 'activities' "
    "and e.row_id in (a.id, a.joined_to))"
)
"""An account of a shared event is proven by the event itself."""

_PROVING = (
    ("activities", "last_day", " and t.state = 'done'"),
    ("products", "first_published", ""),
    ("postings", "last_day", ""),
    ("broadcasts", "last_day", ""),
)
"""Tables whose entries name tasks, with the day that decides their period."""

_PROVEN = "(select row_id from evidence where place = 'activities')"
_COUNTED = (
    f"(a.id not in {_PROVEN} and (a.joined_to is null or a.joined_to not in {_PROVEN}))"
)
"""The same, which is quicker over a whole year."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One content the office file speaks of."""

    sha256: str
    media: str
    size: int


@dataclass(frozen=True, slots=True)
class Unproven:
    """An activity that took place and has nothing to show for it."""

    row_id: str
    day: str
    """Its last day, as ISO 8601 writes it."""
    title: str


@dataclass(frozen=True, slots=True)
class Proof:
    """How many activities took place, and how many of them have no evidence."""

    done: int = 0
    lacking: int = 0


def mark(db: sqlite3.Connection) -> str:
    """Return what tells one office's contents from another's in the same folder.

    It is taken from the first change: the office file may be renamed, copied, backed
    up and restored, and still finds its own.
    """
    row = db.execute("select hash from changes order by id limit 1").fetchone()
    return (GENESIS if row is None else str(row[0]))[:_MARK_LENGTH]


def of(db: sqlite3.Connection, place: str, row_id: str) -> tuple[Evidence, ...]:
    """Return the evidence of one record, in the order it was attached."""
    return records.find(db, Evidence, where={"place": place, "row_id": row_id})


def by_task(db: sqlite3.Connection, span: Span) -> dict[str, tuple[int, int]]:
    """Return how many files each task's entries of a span have, and how many entries.

    A file that was removed for good is none.
    """
    parts = " union all ".join(
        f"select j.value as task, e.id as file, e.row_id as entry from evidence e "
        f"join {table} t on e.row_id = t.id, json_each(t.tasks) j "
        f"where e.place = '{table}' and e.media <> '' "
        f"and t.{day} between ? and ?{done}"
        for table, day, done in _PROVING
    )
    days = (span.first.isoformat(), span.last.isoformat()) * len(_PROVING)
    found = db.execute(
        f"select task, count(*), count(distinct entry) from ({parts}) group by task",
        days,
    )
    return {row[0]: (int(row[1]), int(row[2])) for row in found}


def with_content(db: sqlite3.Connection, sha256: str) -> tuple[Evidence, ...]:
    """Return all evidence that shares a content."""
    return records.find(db, Evidence, where={"sha256": sha256})


def counts(
    db: sqlite3.Connection, place: str, ids: Iterable[str] | None = None
) -> dict[str, int]:
    """Return how many files records have: some of them, or all that have any."""
    sql = "select row_id, count(*) from evidence where place = ?"
    given: tuple[str, ...] = (place,)
    if ids is not None:
        sql += " and row_id in (select value from json_each(?))"
        given = (place, rows.to_json(list(ids)))
    found = db.execute(f"{sql} group by row_id", given)
    return {str(row[0]): int(row[1]) for row in found}


def contents(db: sqlite3.Connection) -> tuple[Kept, ...]:
    """Return every content the office file speaks of, once; none of those erased."""
    found = db.execute(
        "select sha256, media, max(size) from evidence where media <> ? "
        "group by sha256, media order by sha256",
        (ERASED,),
    )
    return tuple(Kept(*row) for row in found)


def contents_of_file(path: Path) -> tuple[str, tuple[Kept, ...]]:
    """Return the mark of an office file that is not open, and its contents.

    Raises:
        StoreUnavailableError: It cannot be read.
    """
    with upkeep.at_rest(path) as db:
        there = db.execute(
            "select 1 from sqlite_schema where name = 'evidence'"
        ).fetchone()
        return mark(db), contents(db) if there else ()


def proof(db: sqlite3.Connection, first_day: str, last_day: str) -> Proof:
    """Return what the activities done in a stretch of days have to show."""
    found = db.execute(
        f"select count(*), coalesce(sum({_COUNTED}), 0) from activities a "
        f"where {_DONE}",
        (first_day, last_day),
    )
    return Proof(*found.fetchone())


def proof_by_task(
    db: sqlite3.Connection, first_day: str, last_day: str
) -> dict[str, Proof]:
    """Return the same for each task that has activities done."""
    found = db.execute(
        f"select t.value, count(*), sum({_COUNTED}) from activities a, "
        f"json_each(a.tasks) t where {_DONE} group by t.value",
        (first_day, last_day),
    )
    return {str(row[0]): Proof(int(row[1]), int(row[2])) for row in found}


def unproven(
    db: sqlite3.Connection,
    first_day: str,
    last_day: str,
    *,
    task: str = "",
    limit: int = 500,
) -> tuple[Unproven, ...]:
    """Return the newest activities done that have nothing to show, of a task if any."""
    of_task = "exists (select 1 from json_each(a.tasks) t where t.value = ?)"
    found = db.execute(
        "select id, last_day, title from activities a "
        f"where {_DONE} and {_LACKS} and {of_task if task else '? = ?'} "
        "order by last_day desc, rowid desc limit ?",
        (first_day, last_day, *((task,) if task else ("", "")), limit),
    )
    return tuple(Unproven(*row) for row in found)
