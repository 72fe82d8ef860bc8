"""Windows on long lists: counts, ordered blocks and totals, without reading it all.

A list of any length opens in the time of one block: the natural order, newest first,
is the order of an index, and only another order asks for the numbers of all rows.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from desktop.rules import vietnamese
from desktop.store import rows, search
from desktop.store.rows import Cell
from desktop.store.shelves import BY_RECORD

_REMEMBERED = 200_000
"""Keys of texts kept in memory: sorting a list twice weighs each text once."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column, or one value of a list column, is among the values."""

    column: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """The text of the column holds the given text, whatever the marks and case."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class DayContains:
    """The day, written `dd/mm/yyyy`, holds the given text."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Within:
    """The column lies between two values, both included; None leaves an end open."""

    column: str
    first: Cell
    last: Cell


Test = OneOf | Contains | DayContains | Within


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted, and how its values compare."""

    column: str
    kind: Literal["plain", "text", "ranked"] = "plain"
    ranks: tuple[str, ...] = ()
    """Codes in the order of what they stand for, for the kind `ranked`."""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which records a list shows, and in what order."""

    record: type
    day: str
    """Column of the natural order: newest first."""
    tests: tuple[Test, ...] = ()
    text: str = ""
    """What the full-text index must find; blank for everything."""
    order: Order | None = None


def count(db: sqlite3.Connection, view: View) -> int:
    """Return how many records a view holds."""
    found = _execute(db, view, "select count(*)")
    return int(found.fetchone()[0])


def block(db: sqlite3.Connection, view: View, first: int, size: int) -> tuple[Any, ...]:
    """Return some records of a view in its natural order, from position `first`."""
    day = _column(view, view.day)
    tail = f"order by {day} desc, rowid desc limit ? offset ?"
    read = rows.reader(view.record)
    return tuple(read(row) for row in _execute(db, view, "select *", tail, size, first))


def ordered(db: sqlite3.Connection, view: View) -> "array[int]":
    """Return the row numbers of a whole view, sorted as its order says."""
    if view.order is None:
        raise ValueError(view)
    _teach(db)
    sql, values = _order(view)
    found = _execute(db, view, "select rowid", sql, *values)
    return array("q", (row[0] for row in found))


def at(db: sqlite3.Connection, record: type, numbers: Sequence[int]) -> tuple[Any, ...]:
    """Return the records at row numbers, in the order given; gone ones left out."""
    marks = ", ".join("?" * len(numbers))
    sql = f"select rowid as number, * from {BY_RECORD[record].table} "
    found = db.execute(f"{sql} where rowid in ({marks})", tuple(numbers))
    read = rows.reader(record)
    by_number = {row["number"]: read(row) for row in found}
    return tuple(by_number[one] for one in numbers if one in by_number)


def place(db: sqlite3.Connection, view: View, row_id: str) -> int | None:
    """Return the position of a record in a view's natural order, or None."""
    day = _column(view, view.day)
    row = _execute(db, view, f"select {day}, rowid", "and id = ?", row_id).fetchone()
    if row is None:
        return None
    tail = f"and ({day}, rowid) > (?, ?)"
    return int(_execute(db, view, "select count(*)", tail, *row).fetchone()[0])


def number_of(db: sqlite3.Connection, record: type, row_id: str) -> int | None:
    """Return the row number of a record, as `ordered` lists it, or None."""
    table = BY_RECORD[record].table
    row = db.execute(f"select rowid from {table} where id = ?", (row_id,)).fetchone()
    return None if row is None else int(row[0])


def totals(
    db: sqlite3.Connection, view: View, columns: Iterable[str]
) -> dict[str, int | None]:
    """Return the sum of each column over a view; None where nothing was entered."""
    names = tuple(columns)
    if not names:
        return {}
    sums = ", ".join(f"sum({_column(view, name)})" for name in names)
    found = _execute(db, view, f"select {sums}").fetchone()
    return dict(zip(names, found, strict=True))


def last_used(
    db: sqlite3.Connection, record: type, column: str, kind: str = ""
) -> Cell:
    """Return the value of a column in the newest record that has one, or None."""
    if column not in rows.shape(record).columns:
        raise KeyError(column)
    table, test = BY_RECORD[record].table, "kind = ? and " if kind else ""
    row = db.execute(
        f'select "{column}" from {table} where {test}'
        f"\"{column}\" not in ('', '[]') order by rowid desc limit 1",
        (kind,) if kind else (),
    ).fetchone()
    return None if row is None else row[0]


def _execute(
    db: sqlite3.Connection, view: View, select: str, tail: str = "", *more: Cell
) -> sqlite3.Cursor:
    """Run a statement over the view's rows."""
    condition, values = _condition(db, view)
    table = BY_RECORD[view.record].table
    sql = f"{select} from {table} where {condition} {tail}"
    return db.execute(sql, (*values, *more))


def _condition(db: sqlite3.Connection, view: View) -> tuple[str, list[Cell]]:
    tests, values = ["1"], list[Cell]()
    if any(isinstance(test, Contains) for test in view.tests):
        _teach(db)
    for test in view.tests:
        sql, given = _test(view, test)
        tests.append(sql)
        values.extend(given)
    found = search.ids(db, view.text, BY_RECORD[view.record].table)
    if found is not None:
        tests.append("id in (select value from json_each(?))")
        values.append(rows.to_json(sorted(found)))
    return " and ".join(tests), values


def _test(view: View, test: Test) -> tuple[str, tuple[Cell, ...]]:
    column = _column(view, test.column)
    match test:
        case OneOf(values=values):
            return _one_of(column, values, is_list=_is_list(view, test.column))
        case Contains(text=text):
            return f"instr(folded({column}), ?) > 0", (vietnamese.fold(text),)
        case DayContains(text=text):
            return f"instr(strftime('%d/%m/%Y', {column}), ?) > 0", (text,)
        case Within(first=first, last=last):
            return _within(column, first, last)


def _one_of(
    column: str, values: tuple[Cell, ...], *, is_list: bool
) -> tuple[str, tuple[Cell, ...]]:
    marks = ", ".join("?" * len(values))
    if is_list:
        inner = f"select 1 from json_each({column}) j where j.value in ({marks})"
        return f"exists ({inner})", values
    return f"{column} in ({marks})", values


def _within(column: str, first: Cell, last: Cell) -> tuple[str, tuple[Cell, ...]]:
    if first is not None and last is not None:
        return f"{column} between ? and ?", (first, last)
    if first is not None:
        return f"{column} >= ?", (first,)
    if last is not None:
        return f"{column} <= ?", (last,)
    return "1", ()


def _order(view: View) -> tuple[str, tuple[Cell, ...]]:
    order = view.order
    if order is None:
        return "", ()
    column = _column(view, order.column)
    one = f"json_extract({column}, '$[0]')" if _is_list(view, order.column) else column
    way = "desc" if order.descending else "asc"
    values: tuple[Cell, ...] = ()
    match order.kind:
        case "text":
            key = f"alphabetic({one})"
        case "ranked":
            ranks = {code: rank for rank, code in enumerate(order.ranks)}
            key = f"(select r.value from json_each(?) r where r.key = {one})"
            values = (rows.to_json(ranks),)
        case _:
            key = one
    newest = f"{_column(view, view.day)} desc, rowid desc"
    return f"order by {key} {way} nulls last, {newest}", values


def _column(view: View, name: str) -> str:
    # Names of columns come from tables of data; only the record's own reach SQL.
    if name not in rows.shape(view.record).columns:
        raise KeyError(name)
    return f'"{name}"'


def _is_list(view: View, name: str) -> bool:
    return name in rows.shape(view.record).json


def _teach(db: sqlite3.Connection) -> None:
    """Teach a connection the two things SQLite does not know of Vietnamese."""
    db.create_function("alphabetic", 1, _alphabetic, deterministic=True)
    db.create_function("folded", 1, _folded, deterministic=True)


@lru_cache(maxsize=_REMEMBERED)
def _alphabetic(text: str | None) -> str | None:
    return vietnamese.sort_key(text) if text else None


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str | None) -> str:
    return vietnamese.fold(text or "")
