"""Tell which locked period refused a row; the triggers of the schema refuse it."""

import sqlite3
from collections.abc import Iterable, Iterator

from desktop.errors import ConflictError
from desktop.records.period import PeriodStanding
from desktop.store import rows
from desktop.store.day_columns import DAY_COLUMNS
from desktop.store.faults import LOCKED
from desktop.store.rows import Row

_LOCKED = "select * from period_standings where state <> 'entering'"
_BY_DAY = "? between first_day and last_day"
_BY_YEAR = (
    "last_day > ?1 || '-09-30' and (first_day < ?1 || '-06-01' or "
    "first_day < ?1 || '-12-01' and last_day > (?1 + 1) || '-06-01')"
)
_ORDER = "order by julianday(last_day) - julianday(first_day), id"
"""The shortest first: it is what locks a day most nearly."""

_MORE = {"own_channels": ("closed_on", "section_since")}


def is_lock(error: sqlite3.Error) -> bool:
    """Tell whether SQLite refused a statement because a period is locked."""
    return isinstance(error, sqlite3.IntegrityError) and str(error) == LOCKED


def refusal(
    db: sqlite3.Connection, place: str, written: Iterable[Row | None]
) -> ConflictError:
    """Return the error that names the locked period one of the rows counts in.

    Args:
        db: The connection on which the statement was refused.
        place: The table.
        written: The row as it was and as it would have become.
    """
    for row in written:
        for standing, day in _locking(db, place, row or {}):
            subject = str((row or {}).get("title") or (row or {}).get("name") or "")
            return ConflictError(LOCKED, *_facts(db, standing), day, subject)
    return ConflictError(LOCKED)


def locking_day(db: sqlite3.Connection, day: str) -> tuple[PeriodStanding, ...]:
    """Return the locked periods a day (ISO) lies in, the shortest first."""
    return _found(db, _BY_DAY, day)


def _locking(
    db: sqlite3.Connection, place: str, row: Row
) -> Iterator[tuple[PeriodStanding, str]]:
    """Yield the locked periods a row counts in, with its day or year."""
    column = DAY_COLUMNS.get(place, "")
    test = _BY_YEAR if column == "year" else _BY_DAY
    for name in (column, *_MORE.get(place, ())):
        value = row.get(name)
        for standing in _found(db, test, value):
            yield standing, str(value)


def _found(
    db: sqlite3.Connection, test: str, value: object
) -> tuple[PeriodStanding, ...]:
    if value is None:
        return ()
    found = db.execute(f"{_LOCKED} and {test} {_ORDER}", (value,))
    return tuple(rows.from_row(PeriodStanding, dict(row)) for row in found)


def _facts(db: sqlite3.Connection, standing: PeriodStanding) -> tuple[str, ...]:
    """Return code, days and state of a period, when and by whom, and its report."""
    return (
        standing.period_code,
        standing.first_day.isoformat(),
        standing.last_day.isoformat(),
        str(standing.state),
        standing.changed_at.isoformat(),
        _officer(db, standing.id),
        _number(db, standing.report),
    )


def _officer(db: sqlite3.Connection, standing: str) -> str:
    found = db.execute(
        'select c."by" from journal j join changes c on c.id = j.change '
        "where j.place = 'period_standings' and j.row_id = ? order by j.id desc",
        (standing,),
    ).fetchone()
    return "" if found is None else str(found[0])


def _number(db: sqlite3.Connection, report: str) -> str:
    found = db.execute(
        "select number from issued_reports where id = ?", (report,)
    ).fetchone()
    return "" if found is None else str(found[0])
