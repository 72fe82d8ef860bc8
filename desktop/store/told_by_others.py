"""Find who told what a unit did on some days: the accepted returns that hold it."""

import datetime as dt
import sqlite3
from collections.abc import Collection, Iterator
from typing import Final

from desktop.records.returns import Return, UnlistedTotal
from desktop.records.target import Estimate
from desktop.rules.counting import Span
from desktop.store import records, rows
from desktop.store.day_columns import DAY_COLUMNS
from desktop.store.journal import Touch
from desktop.store.rows import Row
from desktop.store.shelves import BY_RECORD

Key = tuple[str, str]
"""Table and id of a row."""

EARLIER: Final = "~"
"""Before the id of an entry of earlier days, which a package tells beside its own."""
_LEFT: Final = BY_RECORD[Estimate].table
"""What no package brings along."""
_DAYS: Final = {place: day for place, day in DAY_COLUMNS.items() if place != _LEFT}
_TOTALS: Final = BY_RECORD[UnlistedTotal].table


def tellers(
    db: sqlite3.Connection, units: Collection[str], days: Span
) -> frozenset[tuple[str, str]]:
    """Return which accepted returns hold anything of some units' days, with the unit.

    A number told of all a unit did counts beyond what is kept, whoever told that: such
    a number is no part of it, for nothing counts twice with it.
    """
    found: set[tuple[str, str]] = set()
    wanted = rows.to_json(sorted(units))
    for table, day in _DAYS.items():
        asked = db.execute(tellers_statement(table), (*_ends(day, days), wanted))
        found.update((str(row[0]), str(row[1])) for row in asked)
    return frozenset(found)


def tellers_statement(table: str) -> str:
    """Return the statement that finds who told the rows of a table on some days.

    It goes through the rows of these days, by their index, and not (hence `cross join`)
    through every row that ever came in.
    """
    return f"""
        select distinct x.ret, t.agency from {table} t
        cross join received_rows x on x.place = '{table}' and x.row_id = t.id
        join returns r on r.id = x.ret and r.state = 'accepted'
        where t.{_DAYS[table]} between ? and ?
          and t.agency in (select value from json_each(?)){_part(table)}
    """


def rows_told(
    db: sqlite3.Connection, ret: str, unit: str, days: Span
) -> tuple[Key, ...]:
    """Return what a return holds of a unit's days, and of what began before them."""
    return tuple(_rows_told(db, ret, unit, days))


def _rows_told(
    db: sqlite3.Connection, ret: str, unit: str, days: Span
) -> Iterator[Key]:
    for table, day in _DAYS.items():
        found = db.execute(
            f"""
            select t.id from received_rows x join {table} t on t.id = x.row_id
            where x.ret = ? and x.place = '{table}' and t.agency = ?
              and (t.{day} between ? and ? or substr(x.cell, 1, 1) = '{EARLIER}')
              {_part(table)}
            order by t.rowid
            """,
            (ret, unit, *_ends(day, days)),
        )
        for row in found:
            yield table, str(row[0])


def tells_other(
    db: sqlite3.Connection, place: str, row: Row, apart: Collection[str]
) -> bool:
    """Tell whether an accepted return, but some, holds a unit's days of a row.

    Args:
        db: An open office file.
        place: Table of the row.
        row: A row that gave way to what another file told.
        apart: Ids of returns that are not asked.
    """
    day, unit = row.get(_DAYS.get(place, "")), row.get("agency")
    if day is None or unit is None:
        return False
    year = isinstance(day, int)
    first = dt.date(int(day), 1, 1) if year else dt.date.fromisoformat(str(day))
    last = dt.date(first.year, 12, 31) if year else first
    found = db.execute(
        """
        select id from returns where state = 'accepted'
          and first_day <= ? and last_day >= ?
          and id not in (select value from json_each(?))
        """,
        (last.isoformat(), first.isoformat(), rows.to_json(sorted(apart))),
    ).fetchall()
    returns = [records.get(db, Return, str(one[0])) for one in found]
    return any(
        rows_told(db, one.id, str(unit), Span(one.first_day, one.last_day))
        for one in returns
        if one is not None
    )


def given_way(db: sqlite3.Connection, undone: Collection[int]) -> tuple[Touch, ...]:
    """Return the rows that changes undone since took away, and nobody put back.

    Only rows that an accepted return told are among them.
    """
    found = db.execute(
        """
        select j.place, j.row_id, j.before, j.after from journal j
        where j.change in (select value from json_each(?)) and j.after is null
          and j.before is not null and not exists (
            select 1 from journal k
            where k.place = j.place and k.row_id = j.row_id and k.id > j.id)
          and exists (
            select 1 from received_rows x join returns r on r.id = x.ret
            where x.place = j.place and x.row_id = j.row_id and r.state = 'accepted')
        order by j.id
        """,
        (rows.to_json(sorted(undone)),),
    )
    return tuple(Touch(*row) for row in found)


def _part(table: str) -> str:
    return " and not t.whole" if table == _TOTALS else ""


def _ends(day: str, days: Span) -> tuple[str | int, str | int]:
    if day == "year":
        return days.first.year, days.last.year
    return days.first.isoformat(), days.last.isoformat()
