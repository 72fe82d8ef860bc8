"""Keep still what a whole number told counts in a locked period.

It counts beyond all that is kept of its unit on its days (`rules.beyond`), in the
period of its last day. Where that one is locked and others of its days are not, an
entry on these would move a figure that was closed: what is locked with the period is
every day of such a number, for the unit that told it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop.errors import ConflictError
from desktop.records.agency import Agency, Succession
from desktop.records.period import PeriodStanding
from desktop.records.returns import UnlistedTotal
from desktop.records.target import Estimate
from desktop.rules.succession import carried_on
from desktop.store import rows
from desktop.store.day_columns import DAY_COLUMNS
from desktop.store.rows import Row
from desktop.store.shelves import BY_RECORD

T = TypeVar("T")

REASON = "total_locked"
_OPEN = BY_RECORD[Estimate].table
"""What may be written whatever is locked."""
_DAYS = {place: day for place, day in DAY_COLUMNS.items() if place != _OPEN}
_TOTALS = BY_RECORD[UnlistedTotal].table
_SPREAD = """
    select t.id as total, p.id as standing
    from period_standings p join unlisted_totals t
      on t.last_day between p.first_day and p.last_day
    where p.state <> 'entering' and t.whole and t.first_day < p.first_day
      and not exists (
        select 1 from period_standings q where q.state <> 'entering'
          and t.first_day >= q.first_day and t.last_day <= q.last_day
    )
    order by julianday(p.last_day) - julianday(p.first_day) desc, p.id
"""
"""Whole numbers counted in a locked period, some of whose days no such period has."""


@dataclass(frozen=True, slots=True)
class LockedTotal:
    """A whole number that may not move, and what locks it."""

    total: UnlistedTotal
    standing: PeriodStanding

    def holds(self, place: str, row: Row) -> bool:
        """Tell whether a row of one of its units is part of what the number tells."""
        told = self.total
        if row["id"] == told.id:
            return False
        if place == _TOTALS and row["figure"] != told.figure:
            return False
        day = row.get(_DAYS.get(place, ""))
        if isinstance(day, int):
            return told.first_day.year <= day <= told.last_day.year
        first, last = told.first_day.isoformat(), told.last_day.isoformat()
        return isinstance(day, str) and first <= day <= last


ByUnit = Mapping[str, Sequence[LockedTotal]]
"""Such numbers by each unit of whose doings they tell."""


def locked_totals(db: sqlite3.Connection) -> ByUnit:
    """Return the whole numbers that entries on open days would move."""
    spread = {row["total"]: row["standing"] for row in db.execute(_SPREAD)}
    if not spread:
        return {}
    steps = _all(db, Succession)
    totals = (one for one in _all(db, UnlistedTotal) if one.id in spread)
    locking = {one.id: one for one in _all(db, PeriodStanding)}
    found: defaultdict[str, list[LockedTotal]] = defaultdict(list)
    for total in totals:
        one = LockedTotal(total, locking[spread[total.id]])
        for unit in carried_on(total.agency, steps, total.last_day):
            found[unit].append(one)
    return found


def _all(db: sqlite3.Connection, cls: type[T]) -> tuple[T, ...]:
    """Return every record of a class; `records`, which writes too, stands above."""
    found = db.execute(f"select * from {BY_RECORD[cls].table}")
    return tuple(rows.from_row(cls, dict(row)) for row in found)


def counts(place: str) -> bool:
    """Tell whether rows of a table are among what such a number may tell."""
    return place in _DAYS


def refuse(
    db: sqlite3.Connection,
    locked: ByUnit,
    place: str,
    written: Iterable[Row | None],
) -> None:
    """Refuse rows that would move a number counted in a locked period.

    Raises:
        ConflictError: `total_locked`, with the unit, what it told, its days, those of
            the locked period, and the row.
    """
    for row in filter(None, written if locked else ()):
        for one in locked.get(str(row.get("agency")), ()):
            if one.holds(place, row):
                subject = str(row.get("title") or row.get("name") or "")
                raise ConflictError(REASON, *told(db, one), subject)


def told(db: sqlite3.Connection, one: LockedTotal) -> tuple[str, str, str, str]:
    """Return the unit, what it told, its days, and those of the locked period."""
    known = (each for each in _all(db, Agency) if each.id == one.total.agency)
    unit = next(known, None)
    days, period = (
        f"{each.first_day:%d/%m/%Y}–{each.last_day:%d/%m/%Y}"
        for each in (one.total, one.standing)
    )
    name = one.total.agency if unit is None else unit.name
    return name, one.total.note or one.total.figure, days, period
