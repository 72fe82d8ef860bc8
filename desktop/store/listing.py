"""Windows on long lists: counts, ordered blocks and totals, without reading it all.

A list of any length opens in the time of one block: the natural order, newest first,
is the order of an index, and only another order asks for the numbers of all rows.
Texts are sorted and filtered by the keys that stand beside the records
(`store.lookups`); everything else that is listed stands in the index of the table.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, Literal

from desktop.rules import vietnamese
from desktop.store import lookups, rows, search
from desktop.store.rows import Cell
from desktop.store.shelves import BY_RECORD

Bound = Cell | Decimal
"""An end of a stretch of values; None where it is open."""


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
    first: Bound
    last: Bound


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
    # The numbers come from the index alone; only the block's own records are read.
    tail = f"{_newest(view)} limit ? offset ?"
    numbers = _execute(db, view, "select rowid", tail, size, first)
    return at(db, view.record, [row[0] for row in numbers])


def newest(db: sqlite3.Connection, view: View) -> "array[int]":
    """Return the row numbers of a whole view in its natural order."""
    return array("q", _numbers(db, view, _newest(view)))


def ordered(db: sqlite3.Connection, view: View) -> "array[int]":
    """Return the row numbers of a whole view, sorted as its order says.

    Among equals the newest comes first, and blanks come last, both ways.
    """
    match view.order:
        case None:
            raise ValueError(view)
        case Order(kind="text") as order:
            return _by_text(db, view, order)
        case Order(kind="ranked") as order:
            return _by_rank(db, view, order)
        case order:
            return _by_value(db, view, order)


def at(db: sqlite3.Connection, record: type, numbers: Sequence[int]) -> tuple[Any, ...]:
    """Return the records at row numbers, in the order given; gone ones left out."""
    marks = ", ".join("?" * len(numbers))
    sql = f"select rowid as _row, * from {BY_RECORD[record].table} "
    found = db.execute(f"{sql} where rowid in ({marks})", tuple(numbers))
    read = rows.reader(record)
    by_number = {row["_row"]: read(row) for row in found}
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
    """Return the sum of each column over a view; None where nothing was entered.

    An event several agencies held counts once, where it is counted.
    """
    names = tuple(columns)
    if not names:
        return {}
    once = "and joined_to is null" if _may_be_shared(view) else ""
    sums = ", ".join(f"sum({_column(view, name)})" for name in names)
    found = _execute(db, view, f"select {sums}", once).fetchone()
    return dict(zip(names, found, strict=True))


def shared(db: sqlite3.Connection, view: View) -> int:
    """Return how many entries of a view its sums leave out as accounts of an event."""
    if not _may_be_shared(view):
        return 0
    found = _execute(db, view, "select count(*)", "and joined_to is not null")
    return int(found.fetchone()[0])


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


def _by_text(db: sqlite3.Connection, view: View, order: Order) -> "array[int]":
    """Sort by the keys of a column of text: they stand in their order already."""
    told, values, others = _keyed(view, order.column)
    way = "desc" if order.descending else "asc"
    keys = _plain(db).execute(
        f"select {_NUMBER} from text_keys where {told} order by sort_key {way}, newest",
        values,
    )
    found: Iterator[int] = chain.from_iterable(keys)
    if others or view.text:
        wanted = set(_numbers(db, view))
        found = filter(wanted.__contains__, found)
    numbers = array("q", found)
    if len(numbers) < count(db, view):
        keyed = set(numbers)
        rest = _numbers(db, view, _newest(view))
        numbers.extend(number for number in rest if number not in keyed)
    return numbers


def _by_rank(db: sqlite3.Connection, view: View, order: Order) -> "array[int]":
    """Sort by the ranks of codes; of a list the first counts; what has none is last."""
    rank_of = _ranking(order.ranks, is_list=_is_list(view, order.column))
    column = _column(view, order.column)
    cells = _execute(_plain(db), view, f"select rowid, {column}", _newest(view))
    ranked: list[tuple[int, int]] = []
    last: list[int] = []
    for number, cell in cells:
        rank = rank_of(cell)
        if rank is None:
            last.append(number)
        else:
            ranked.append((rank, number))
    ranked.sort(key=itemgetter(0), reverse=order.descending)
    return array("q", (*(number for _, number in ranked), *last))


def _ranking(ranks: tuple[str, ...], *, is_list: bool) -> Callable[[Cell], int | None]:
    """Return the function that ranks a cell; there are few cells, and many rows."""
    by_code = {code: rank for rank, code in enumerate(ranks)}

    @cache
    def rank_of(cell: Cell) -> int | None:
        code = next(iter(rows.parse(str(cell))), None) if is_list else cell
        return by_code.get(str(code))

    return rank_of


def _by_value(db: sqlite3.Connection, view: View, order: Order) -> "array[int]":
    way = "desc" if order.descending else "asc"
    value = _value(view, order.column)
    tail = f"order by {value} {way} nulls last, {_by_day(view)}"
    return array("q", _numbers(db, view, tail))


def _numbers(db: sqlite3.Connection, view: View, tail: str = "") -> Iterator[int]:
    """Yield the row numbers of a view."""
    return chain.from_iterable(_execute(_plain(db), view, "select rowid", tail))


def _execute(
    db: sqlite3.Connection | sqlite3.Cursor,
    view: View,
    select: str,
    tail: str = "",
    *more: Cell,
) -> sqlite3.Cursor:
    """Run a statement over the view's rows."""
    condition, values = _condition(view)
    table = BY_RECORD[view.record].table
    sql = f"{select} from {table} where {condition} {tail}"
    return db.execute(sql, (*values, *more))


def _plain(db: sqlite3.Connection) -> sqlite3.Cursor:
    """Return a cursor of bare tuples: of a hundred thousand rows each object counts."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor


def _condition(view: View) -> tuple[str, list[Cell]]:
    tests, values = ["1"], list[Cell]()
    narrowed = search.narrowing(view.text, BY_RECORD[view.record].table)
    found = (_test(view, test) for test in view.tests)
    for sql, given in (*found, *((narrowed,) if narrowed else ())):
        tests.append(sql)
        values.extend(given)
    return " and ".join(tests), values


def _test(view: View, test: Test) -> tuple[str, tuple[Cell, ...]]:
    column = _column(view, test.column)
    match test:
        case OneOf(values=values):
            return _one_of(column, values, is_list=_is_list(view, test.column))
        case Contains(text=text):
            return _contains(view, test.column, vietnamese.fold(text))
        case DayContains(text=text):
            return f"instr(strftime('%d/%m/%Y', {column}), ?) > 0", (text,)
        case Within(first=first, last=last):
            return _within(_value(view, test.column), first, last)


def _contains(view: View, column: str, folded: str) -> tuple[str, tuple[Cell, ...]]:
    if not folded:
        return "1", ()
    told, values, _ = _keyed(view, column)
    kept = f"select {_NUMBER} from text_keys where {told} and instr(folded, ?) > 0"
    return f"rowid in ({kept})", (*values, folded)


_NUMBER = f"-newest & {lookups.ROW_MASK}"


def _keyed(view: View, column: str) -> tuple[str, tuple[Cell, ...], tuple[Test, ...]]:
    """Return what the keys of a column tell of a view.

    That is a condition on them, its values, and the tests of the view they cannot
    answer: those on anything but the kind and the day of a record.
    """
    shelf = BY_RECORD[view.record]
    if column not in shelf.texts:
        raise KeyError(column)
    told, values = ["place = ?", "field = ?"], list[Cell]((shelf.table, column))
    if not shelf.kind:
        told.append("kind = ''")
    others = []
    for test in view.tests:
        match test:
            case OneOf(column=shelf.kind, values=(kind,)):
                told.append("kind = ?")
                values.append(kind)
            case Within(column=shelf.day, first=first, last=last):
                for sql, end in _days(first, last):
                    told.append(sql)
                    values.append(end)
            case _:
                others.append(test)
    return " and ".join(told), tuple(values), tuple(others)


def _days(first: Bound, last: Bound) -> Iterator[tuple[str, int]]:
    """Yield the ends of a stretch of days: a later day has a lower number."""
    if isinstance(first, str | int):
        yield "newest <= ?", -(lookups.day_number(first) << lookups.ROW_BITS)
    if isinstance(last, str | int):
        yield "newest > ?", -(lookups.day_number(last) + 1 << lookups.ROW_BITS)


def _one_of(
    column: str, values: tuple[Cell, ...], *, is_list: bool
) -> tuple[str, tuple[Cell, ...]]:
    marks = ", ".join("?" * len(values))
    if is_list:
        inner = f"select 1 from json_each({column}) j where j.value in ({marks})"
        return f"exists ({inner})", values
    return f"{column} in ({marks})", values


def _within(value: str, first: Bound, last: Bound) -> tuple[str, tuple[Cell, ...]]:
    ends = ((">=", first), ("<=", last))
    given = [(sign, end) for sign, end in ends if end is not None]
    sql = " and ".join(f"{value} {sign} ?" for sign, _ in given)
    return sql or "1", tuple(_comparable(end) for _, end in given)


def _comparable(bound: Bound) -> Cell:
    return float(bound) if isinstance(bound, Decimal) else bound


def _may_be_shared(view: View) -> bool:
    return "joined_to" in rows.shape(view.record).columns


def _column(view: View, name: str) -> str:
    # Names of columns come from tables of data; only the record's own reach SQL.
    if name not in rows.shape(view.record).columns:
        raise KeyError(name)
    return f'"{name}"'


def _value(view: View, name: str) -> str:
    """Return a column as it is compared: decimals are kept as texts."""
    column = _column(view, name)
    if name in rows.shape(view.record).decimals:
        return f"cast({column} as real)"
    return column


def _newest(view: View) -> str:
    return f"order by {_by_day(view)}"


def _by_day(view: View) -> str:
    return f"{_column(view, view.day)} desc, rowid desc"


def _is_list(view: View, name: str) -> bool:
    return name in rows.shape(view.record).json
