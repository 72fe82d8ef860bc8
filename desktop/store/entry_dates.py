"""Find entries on days that are doubtful, without reading the others."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop.rules.counting import DAY, RECORD_OF, Span
from desktop.store.shelves import BY_RECORD

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misdated:
    """An entry, or the first of several of its register, on a day that is doubtful."""

    code: str
    table: str
    row_id: str
    kind: str
    title: str
    agency: str
    first_day: str
    last_day: str
    weight: int = 0
    """People, items or broadcasts it tells."""
    entries: int = 1


_DATED: Final = {
    "activities": ("kind", "title", "coalesce(attendance, 0)", "state = 'done'"),
    "products": ("''", "title", "coalesce(copies, 0)", "1"),
    "postings": ("''", "title", "items", "1"),
    "broadcasts": ("''", "title", "times", "1"),
    "tallies": ("''", "document_number", "detected", "1"),
    "data_sources": ("''", "name", "0", "1"),
    "departures": ("''", "''", "people", "1"),
}
"""Kind, title and weight of the entries of each table that count by their day."""

_DAY_OF: Final = {
    BY_RECORD[record].table: DAY[source] for source, record in RECORD_OF.items()
}
_SPANNED: Final = ("activities", "postings", "broadcasts", "tallies")


def after_closing(
    db: sqlite3.Connection, closing: dt.date, last: dt.date
) -> Iterator[Misdated]:
    """Yield what is dated after the closing day of a period and not after its last.

    One for each register: the number of its entries, and the first of them.
    """
    days = ((closing + dt.timedelta(days=1)).isoformat(), last.isoformat())
    if days[0] <= days[1]:
        yield from _grouped(db, "after_closing", "{day} between ? and ?", days)


def outside_plans(db: sqlite3.Connection, plans: Iterable[Days]) -> Iterator[Misdated]:
    """Yield what is dated outside the years of every plan, one for each register."""
    within = [(first.isoformat(), last.isoformat()) for first, last in plans]
    if not within:
        return
    test = " and ".join("{day} not between ? and ?" for _ in within)
    values = tuple(day for days in within for day in days)
    yield from _grouped(db, "outside_plan", test, values)


def _grouped(
    db: sqlite3.Connection, code: str, test: str, values: tuple[str, ...]
) -> Iterator[Misdated]:
    for table, (kind, title, weight, state) in _DATED.items():
        day = _DAY_OF[table]
        first = "first_day" if table in _SPANNED else day
        sql = (
            f"select id, {kind} as kind, {title} as title, agency, {first} as first, "
            f"min({day}) as last, sum({weight}) as weight, count(*) as entries "
            f"from {table} where {state} and {test.format(day=day)} group by 2"
        )
        for row in db.execute(sql, values):
            yield _misdated(code, table, tuple(row))


def begun_before(db: sqlite3.Connection, span: Span) -> Iterator[Misdated]:
    """Yield what began before the first day of a span and ended in it."""
    first, last = _days(span)
    for table in _SPANNED:
        kind, title, weight, state = _DATED[table]
        sql = (
            f"select id, {kind}, {title}, agency, first_day, last_day, {weight}, 1 "
            f"from {table} where {state} and last_day between ? and ? "
            "and first_day < ?"
        )
        for row in db.execute(sql, (first, last, first)):
            yield _misdated("begun_before", table, tuple(row))


def still_planned(
    db: sqlite3.Connection, span: Span, today: dt.date
) -> Iterator[Misdated]:
    """Yield activities still planned though their last day is over."""
    first, last = _days(span)
    sql = (
        "select id, kind, title, agency, first_day, last_day, "
        "coalesce(attendance, 0), 1 from activities "
        "where state = 'planned' and last_day between ? and ? and last_day < ?"
    )
    for row in db.execute(sql, (first, last, today.isoformat())):
        yield _misdated("still_planned", "activities", tuple(row))


def agency_gone(db: sqlite3.Connection, span: Span) -> Iterator[Misdated]:
    """Yield what an agency is said to have done when there was no such agency."""
    for table, (kind, title, weight, state) in _DATED.items():
        day = _DAY_OF[table]
        first = "first_day" if table in _SPANNED else day
        gone = f"a.valid_to < {table}.{first} or a.valid_from > {table}.{day}"
        sql = (
            f"select id, {kind}, {title}, agency, {first}, {day}, {weight}, 1 "
            f"from {table} where {state} and {day} between ? and ? and exists "
            f"(select 1 from agencies a where a.id = {table}.agency and ({gone}))"
        )
        for row in db.execute(sql, _days(span)):
            yield _misdated("agency_gone", table, tuple(row))


def _misdated(code: str, table: str, row: tuple[object, ...]) -> Misdated:
    row_id, kind, title, agency, first, last, weight, entries = map(str, row)
    return Misdated(
        code=code,
        table=table,
        row_id=row_id,
        kind=kind,
        title=title,
        agency=agency,
        first_day=first,
        last_day=last,
        weight=int(weight),
        entries=int(entries),
    )


def counted(
    db: sqlite3.Connection, span: Span
) -> dict[tuple[str, str], tuple[int, int]]:
    """Return entries of a span, and what they add up to, by table and kind."""
    found = {}
    for table, (kind, _, amount, state) in _DATED.items():
        day = _DAY_OF[table]
        sql = (
            f"select {kind} as kind, count(*), sum({amount}) from {table} "
            f"where {state} and {day} between ? and ? group by 1"
        )
        for row in db.execute(sql, _days(span)):
            found[table, str(row[0])] = int(row[1]), int(row[2] or 0)
    return found


def _days(span: Span) -> tuple[str, str]:
    return span.first.isoformat(), span.last.isoformat()
