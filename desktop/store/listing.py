"""Windows on long lists: counts, ordered blocks and totals, without reading it all.

A list of any length opens in the time of one block: the natural order, newest first,
is the order of an index, and only another order asks for the numbers of all rows.
Texts are sorted and filtered by the keys that stand beside the records
(`store.lookups`); everything else that is listed stands in the index of the table.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

from desktop.rules import vietnamese
from desktop.store import listed_evidence, lookups, rows, search
from desktop.store.rows import Cell
from desktop.store.shelves import BY_RECORD
from desktop.store.views import (
    Bound,
    Contains,
    DayContains,
    OneOf,
    Order,
    Proven,
    Test,
    View,
    Within,
)

_LOOKED_BACK = 1_000
"""Records looked at for what was entered last."""


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
    match _contained(view):
        case Contains(column=column, text=text):
            # The texts of a column stand in that order, by kind and day.
            told, values = _keyed(view, column)
            found = _plain(db).execute(
                f"select {_NUMBER} from text_folds where {told} "
                "and instr(folded, ?) > 0 order by newest",
                (*values, vietnamese.fold(text)),
            )
            return array("q", chain.from_iterable(found))
        case _:
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
        case Order(kind="proven", descending=falling):
            numbers = newest(db, view)
            by_files = listed_evidence.ordered
            return array("q", by_files(db, view.record, numbers, descending=falling))
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
    db: sqlite3.Connection,
    view: View,
    columns: Iterable[str],
    numbers: Iterable[int] | None = None,
) -> dict[str, int | None]:
    """Return the sum of each column over a view; None where nothing was entered.

    An event several agencies held counts once, where it is counted. Where the row
    numbers of the view are known, nothing is looked for again.
    """
    names = tuple(columns)
    if not names:
        return {}
    once = "and joined_to is null" if _may_be_shared(view) else ""
    sums = ", ".join(f"sum({_column(view, name)})" for name in names)
    wider, chosen = _widened(db, view, numbers)
    found = _execute(db, wider, f"select {sums}", f"{once} {chosen}").fetchone()
    return dict(zip(names, found, strict=True))


def shared(
    db: sqlite3.Connection, view: View, numbers: Iterable[int] | None = None
) -> int:
    """Return how many entries of a view its sums leave out as accounts of an event."""
    if not _may_be_shared(view):
        return 0
    wider, chosen = _widened(db, view, numbers)
    tail = f"and joined_to is not null {chosen}"
    return int(_execute(db, wider, "select count(*)", tail).fetchone()[0])


def _widened(
    db: sqlite3.Connection, view: View, numbers: Iterable[int] | None
) -> tuple[View, str]:
    """Return a view without what its known rows were found by, and what keeps to them.

    Asking a set of numbers for each row takes half the time of a table of them.
    """
    tests = tuple(test for test in view.tests if _is_of_keys(view, test))
    if numbers is None or (tests == view.tests and not view.text):
        return view, ""
    db.create_function("is_chosen", 1, frozenset(numbers).__contains__)
    return replace(view, tests=tests, text=""), "and is_chosen(rowid)"


def last_used(
    db: sqlite3.Connection, record: type, column: str, kind: str = ""
) -> Cell:
    """Return the value of a column in the newest record that has one, or None.

    A column nobody wrote in for long is taken for one without: to look through every
    record for it would take longer than opening the list.
    """
    if column not in rows.shape(record).columns:
        raise KeyError(column)
    table, test = BY_RECORD[record].table, "where kind = ?" if kind else ""
    newest = f'select "{column}" as it from {table} {test} order by rowid desc limit ?'
    row = db.execute(
        f"select it from ({newest}) where it not in ('', '[]') limit 1",
        (*((kind,) if kind else ()), _LOOKED_BACK),
    ).fetchone()
    return None if row is None else row[0]


def _by_text(db: sqlite3.Connection, view: View, order: Order) -> "array[int]":
    """Sort by the keys of a column of text: they stand in their order already."""
    told, values = _keyed(view, order.column)
    way = "desc" if order.descending else "asc"
    keys = _plain(db).execute(
        f"select {_NUMBER} from text_keys where {told} order by sort_key {way}, newest",
        values,
    )
    found: Iterator[int] = chain.from_iterable(keys)
    if view.text or not all(_is_of_keys(view, test) for test in view.tests):
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
    if isinstance(test, Proven):
        return listed_evidence.condition(view.record, test)
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


def _contained(view: View) -> Contains | None:
    """Return the only text a view asks for, beside its kind and its days."""
    match [test for test in view.tests if not _is_of_keys(view, test)]:
        case [Contains(text=text) as only] if not view.text and vietnamese.fold(text):
            return only
    return None


def _is_of_keys(view: View, test: Test) -> bool:
    """Tell whether keys of texts answer a test: they stand by kind and by day."""
    shelf = BY_RECORD[view.record]
    match test:
        case OneOf(column=column, values=(_,)):
            return bool(shelf.kind) and column == shelf.kind
        case Within(column=column):
            return bool(shelf.day) and column == shelf.day
    return False


def _contains(view: View, column: str, folded: str) -> tuple[str, tuple[Cell, ...]]:
    if not folded:
        return "1", ()
    told, values = _keyed(view, column)
    kept = f"select {_NUMBER} from text_folds where {told} and instr(folded, ?) > 0"
    return f"rowid in ({kept})", (*values, folded)


_NUMBER = f"-newest & {lookups.ROW_MASK}"


def _keyed(view: View, column: str) -> tuple[str, tuple[Cell, ...]]:
    """Return what keys of a column tell of a view: a condition, and its values."""
    shelf = BY_RECORD[view.record]
    if column not in shelf.texts:
        raise KeyError(column)
    told, values = ["place = ?", "field = ?"], list[Cell]((shelf.table, column))
    if not shelf.kind:
        told.append("kind = ''")
    for test in view.tests:
        for sql, value in _told_by_keys(test) if _is_of_keys(view, test) else ():
            told.append(sql)
            values.append(value)
    return " and ".join(told), tuple(values)


def _told_by_keys(test: Test) -> Iterator[tuple[str, Cell]]:
    match test:
        case OneOf(values=(kind,)):
            yield "kind = ?", kind
        case Within(first=first, last=last):
            yield from _days(first, last)


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
