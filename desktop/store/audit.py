"""Hold the journal against itself, against the rows, and against what others keep.

A hash chain shows that no link was mended; it does not show a row changed behind the
journal's back, nor a tail cut off. Columns that a later version of the program added,
or took away, are no change of anybody's.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.errors import StoreError
from desktop.progress import Progress, Step, silent
from desktop.store import backups, history, journal, rows, upkeep
from desktop.store.rows import Row
from desktop.store.shelves import SHELVES
from desktop.store.whole_rows import WholeRows

MADE_BY_STEPS = frozenset({"plan_values"})
"""Tables into which a step of the schema itself put rows, which no change made."""

_MOST_WITNESSES = 5
_TOLD_EVERY = 2_000
_ASIDE = "-truoc-khoi-phuc-"


class Fault(StrEnum):
    """How a row and the journal disagree."""

    GAP = "gap"
    """A change found the row other than the one before had left it."""
    EDITED = "edited"
    """The row is not what the journal says of it last."""
    GONE = "gone"
    """The row is missing, and no change removed it."""
    BACK = "back"
    """The row is there, though a change removed it."""
    UNKNOWN = "unknown"
    """The row is there, and no change made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One row on which the journal and the file do not agree."""

    fault: Fault
    place: str
    row_id: str
    change: int = 0
    """Number of the change concerned; 0 where none is."""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingHead:
    """A head of the journal that others keep, and the journal does not hold."""

    head: str
    changes: int
    """How many changes there were when it was kept; 0 where that is not told."""
    where: str
    """Name of the backup, or number of the report, that keeps it."""


def disagreements(
    db: sqlite3.Connection, progress: Progress = silent
) -> Iterator[Disagreement]:
    """Yield every disagreement: gaps in the journal first, then rows by table."""
    yield from _gaps(db, progress)
    places = [shelf.table for shelf in SHELVES] + ["preferences"]
    for number, place in enumerate(places):
        progress(Step("comparing", number, len(places)))
        yield from _against_rows(db, place)
        yield from _unknown(db, place)


def missing_heads(db: sqlite3.Connection, path: Path) -> Iterator[MissingHead]:
    """Yield heads that issued reports and the newest backups keep, and we do not hold.

    A backup newer than one that was restored is explained by the file that was kept
    aside then.
    """
    for row in db.execute(
        "select number, period_code, journal_head from issued_reports"
    ):
        head = str(row["journal_head"])
        if not _holds(db, head):
            where = str(row["number"] or row["period_code"])
            yield MissingHead(head=head, changes=0, where=where)
    for backup in backups.newest_backups(path, _MOST_WITNESSES):
        kept = _head_of(backup)
        if kept is None or _holds(db, kept[0]) or _explained(path, kept[0]):
            continue
        yield MissingHead(head=kept[0], changes=kept[1], where=backup.name)


def _gaps(db: sqlite3.Connection, progress: Progress) -> Iterator[Disagreement]:
    found = db.execute(
        "select change, place, row_id, before, after, shared from journal "
        "order by place, row_id, id"
    )
    whole = WholeRows(db)
    last: tuple[str, str] | None = None
    left: tuple[str | None, int | None] = (None, None)
    for count, row in enumerate(found):
        if count % _TOLD_EVERY == 0:
            progress(Step("comparing", 0, 0))
        key = (str(row["place"]), str(row["row_id"]))
        first, last = key != last, key
        stood = None if first else whole.text(key[1], *left)
        differing = _differing(key[0], stood, row["before"])
        if differing is not None and not (first and key[0] in MADE_BY_STEPS):
            yield Disagreement(
                fault=Fault.GAP,
                place=key[0],
                row_id=key[1],
                change=int(row["change"]),
                columns=differing,
            )
        left = row["after"], row["shared"]


def _against_rows(db: sqlite3.Connection, place: str) -> Iterator[Disagreement]:
    """Yield rows that are not what the journal says of them last."""
    found = db.execute(
        "select j.row_id as j_row, j.change as j_change, j.after as j_after, "
        "j.shared as j_shared, t.* "
        "from (select row_id, change, after, shared, max(id) from journal "
        f"where place = ? group by row_id) j left join {place} t on t.id = j.row_id",
        (place,),
    )
    whole = WholeRows(db)
    for row in found:
        now = dict(row)
        row_id, change, after, shared = (
            now.pop(name) for name in ("j_row", "j_change", "j_after", "j_shared")
        )
        left = None if after is None else whole.kept(place, row_id, after, shared)
        fault, columns = _judge(left, now if now["id"] is not None else None)
        if fault is not None:
            yield Disagreement(
                fault=fault,
                place=place,
                row_id=str(row_id),
                change=int(change),
                columns=columns,
            )


def _judge(left: Row | None, now: Row | None) -> tuple[Fault | None, tuple[str, ...]]:
    if left is None:
        return (None if now is None else Fault.BACK), ()
    if now is None:
        return Fault.GONE, ()
    differing = _unlike(left, now)
    return (Fault.EDITED if differing else None), differing


def _unknown(db: sqlite3.Connection, place: str) -> Iterator[Disagreement]:
    if place in MADE_BY_STEPS:
        return
    found = db.execute(
        f"select id from {place} t where not exists "
        "(select 1 from journal where place = ? and row_id = t.id)",
        (place,),
    )
    for row in found:
        yield Disagreement(fault=Fault.UNKNOWN, place=place, row_id=str(row[0]))


def _differing(
    place: str, stood: str | None, before: str | None
) -> tuple[str, ...] | None:
    """Return the columns in which two rows differ; None where they are the same."""
    if stood == before:
        return None
    if stood is None or before is None:
        return ()
    return _unlike(rows.kept(place, stood), rows.kept(place, before)) or None


def _unlike(one: Row, other: Row) -> tuple[str, ...]:
    common = one.keys() & other.keys()
    return tuple(sorted(name for name in common if one[name] != other[name]))


def _holds(db: sqlite3.Connection, head: str) -> bool:
    if head == journal.GENESIS:
        return True
    found = db.execute("select 1 from changes where hash = ?", (head,)).fetchone()
    return found is not None


def _head_of(backup: Path) -> tuple[str, int] | None:
    """Return head and number of changes of a backup; None of one nobody can read."""
    with contextlib.suppress(sqlite3.Error, StoreError, UnicodeDecodeError):
        upkeep.recognise(backup)
        with contextlib.closing(upkeep.connect(backup, writable=False)) as db:
            return journal.head(db), history.last_number(db)
    return None


def _explained(path: Path, head: str) -> bool:
    """Tell whether a file that a restore kept aside holds a head."""
    for aside in path.parent.glob(f"{path.stem}{_ASIDE}*{upkeep.SUFFIX}"):
        with contextlib.suppress(sqlite3.Error, StoreError, UnicodeDecodeError):
            upkeep.recognise(aside)
            with contextlib.closing(upkeep.connect(aside, writable=False)) as db:
                if _holds(db, head):
                    return True
    return False
