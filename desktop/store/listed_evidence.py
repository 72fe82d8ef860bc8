"""How many files prove the records of a list: what it sorts and filters by.

An account of a shared event is proven by the event too. Counting goes from the files
to the records, never record by record: most records of a long list have none.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from desktop.store import evidence, rows
from desktop.store.rows import Cell
from desktop.store.shelves import BY_RECORD
from desktop.store.views import Proven

_OWN = (
    "select r.rowid as number, count(*) as files from evidence e "
    "join {table} r on r.id = e.row_id where e.place = ? group by e.row_id"
)
_OF_EVENT = (
    "select r.rowid, count(*) from evidence e join {table} r on r.joined_to = e.row_id "
    "where e.place = ? and r.joined_to is not null group by r.rowid"
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


def of_rows(db: sqlite3.Connection, record: type) -> Counter[int]:
    """Return how many files prove each record of a class, by row number."""
    sql, values = _counted(record)
    found: Counter[int] = Counter()
    for number, files in db.execute(sql, values):
        found[number] += files
    return found


def condition(record: type, test: Proven) -> tuple[str, tuple[Cell, ...]]:
    """Return the test as SQL, and its values."""
    sql, values = _counted(record)
    total = f"select number from ({sql}) group by number having sum(files)"
    least, most = test.least, test.most
    told: list[str] = []
    given: list[Cell] = []
    if least > 0:  # those without are in no sum
        told.append(f"rowid in ({total} >= ?)")
        given.extend((*values, least))
    if most is not None:
        told.append(f"rowid not in ({total} > ?)")
        given.extend((*values, most))
    if test.awaited:
        told.append("state = 'done'" if _has(record, "state") else "0")
    return " and ".join(told) or "1", tuple(given)


def _counted(record: type) -> tuple[str, tuple[Cell, ...]]:
    """Return the sums of files by row number, a row perhaps twice."""
    table = BY_RECORD[record].table
    parts: Iterable[str] = (_OWN, _OF_EVENT) if _has(record, "joined_to") else (_OWN,)
    told = [part.format(table=table) for part in parts]
    return " union all ".join(told), (table,) * len(told)


def _proven_by(record: object) -> tuple[str, ...]:
    own, event = getattr(record, "id", ""), getattr(record, "joined_to", None)
    return tuple(str(one) for one in (own, event) if one)


def _has(record: type, column: str) -> bool:
    return column in rows.shape(record).columns
