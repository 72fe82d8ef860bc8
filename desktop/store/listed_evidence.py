"""How many files prove the records of a list: what it sorts and filters by.

An account of a shared event is proven by the event too. Counting goes from the files
to the records, never record by record: most records of a long list have none.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from desktop.store import evidence, rows
from desktop.store.rows import Cell
from desktop.store.shelves import BY_RECORD
from desktop.store.views import Proven

_OWN = (
    "select r.rowid as number from evidence e "
    "join {table} r on r.id = e.row_id where e.place = ?"
)
_OF_EVENT = (
    "select r.rowid from evidence e join {table} r on r.joined_to = e.row_id "
    "where e.place = ? and r.joined_to is not null"
)


def counts(db: sqlite3.Connection, records: Sequence[object]) -> dict[str, int]:
    """Return how many files prove each of some records of one class, by id."""
    if not records:
        return {}
    place = BY_RECORD[type(records[0])].table
    proofs = {str(getattr(one, "id", "")): _proven_by(one) for one in records}
    asked = {each for those in proofs.values() for each in those}
    found = evidence.counts(db, place, asked)
    return {
        row_id: sum(found.get(each, 0) for each in those)
        for row_id, those in proofs.items()
    }


def ordered(
    db: sqlite3.Connection, record: type, newest: Iterable[int], *, descending: bool
) -> Iterator[int]:
    """Yield row numbers by how many files prove them, equals as they came.

    None is a number like any other: the least.
    """
    sql, values = _files(record)
    cursor = db.cursor()
    cursor.row_factory = None  # of many thousand rows each object counts
    files = Counter(chain.from_iterable(cursor.execute(sql, values)))
    bare, proven = list[int](), list[int]()
    for number in newest:
        (proven if number in files else bare).append(number)
    proven.sort(key=files.__getitem__, reverse=descending)
    return chain(proven, bare) if descending else chain(bare, proven)


def condition(record: type, test: Proven) -> tuple[str, tuple[Cell, ...]]:
    """Return the test as SQL, and its values."""
    sql, values = _files(record)
    least, most = test.least, test.most
    told, given = list[str](), list[Cell]()
    if least > 0:  # those without are nowhere in the list of files
        told.append(f"rowid in ({_at_least(sql, least)})")
        given.extend(values)
    if most is not None:
        told.append(f"rowid not in ({_at_least(sql, most + 1)})")
        given.extend(values)
    if test.awaited:
        told.append("state = 'done'" if _has(record, "state") else "0")
    return " and ".join(told) or "1", tuple(given)


def _at_least(files: str, least: int) -> str:
    """Return the numbers of rows with so many files; one file needs no counting."""
    if least <= 1:
        return files
    return f"select number from ({files}) group by number having count(*) >= {least:d}"


def _files(record: type) -> tuple[str, tuple[Cell, ...]]:
    """Return the numbers of rows, once for each file that proves them."""
    table = BY_RECORD[record].table
    parts = (_OWN, _OF_EVENT) if _has(record, "joined_to") else (_OWN,)
    told = [part.format(table=table) for part in parts]
    return " union all ".join(told), (table,) * len(told)


def _proven_by(record: object) -> tuple[str, ...]:
    own, event = getattr(record, "id", ""), getattr(record, "joined_to", None)
    return tuple(str(one) for one in (own, event) if one)


def _has(record: type, column: str) -> bool:
    return column in rows.shape(record).columns
