"""Write rows by the thousands: column by column, what all of them share only once.

Of the fifty columns of an entry a unit fills in some ten. The others stand in the
statement itself, so that they are neither handed over nor turned into JSON row by row.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat
from typing import Final

from desktop.store import rows
from desktop.store.rows import Cell, Row

Columns = Mapping[str, Sequence[Cell]]
"""Rows by column, `id` among them; every column has a value for each row."""

CHUNK: Final = 2_000
"""Rows written at once."""

_TOGETHER: Final = 40
"""Narrow rows written by one statement: to begin one costs more than such a row."""

_WRITTEN_OUT: Final[dict[Cell, str]] = {
    None: "null",
    0: "0",
    1: "1",
    "": "''",
    "[]": "'[]'",
}
"""Values that a statement may hold as they are; any other is handed over."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows, of which it is known what is the same in all of them."""

    count: int
    alike: Mapping[str, Cell]
    told: Columns
    """Columns in which rows differ, and that of the ids."""

    @property
    def ids(self) -> Sequence[Cell]:
        """Return the ids of the rows, in order."""
        return self.told["id"]

    def row(self, at: int) -> Row:
        """Return one of the rows."""
        return {**self.alike, **{name: cells[at] for name, cells in self.told.items()}}


def chunks(columns: Columns, most: int = CHUNK) -> Iterator[Chunk]:
    """Yield rows some at a time."""
    total = len(columns["id"])
    for first in range(0, total, most):
        part = {name: cells[first : first + most] for name, cells in columns.items()}
        yield _chunk(part, min(most, total - first))


def by_column(many: Sequence[Row]) -> Columns:
    """Return rows, which all have the same columns, by column."""
    return {name: [row[name] for row in many] for name in many[0]}


def inserted(place: str, chunk: Chunk) -> tuple[str, Iterable[tuple[Cell, ...]]]:
    """Return the statement that writes rows into their table, and its values."""
    out = {name: _WRITTEN_OUT.get(value) for name, value in chunk.alike.items()}
    given = [repeat(chunk.alike[name], chunk.count) for name in out if not out[name]]
    sql = _statement(place, tuple(out.items()), tuple(chunk.told))
    return sql, zip(*given, *chunk.told.values(), strict=True)


def write_narrow(
    db: sqlite3.Connection, head: str, marks: str, many: Sequence[Sequence[Cell]]
) -> None:
    """Write rows of few columns, some with each statement, in order.

    Args:
        db: The connection that writes.
        head: The statement up to its values.
        marks: The values of one row, in brackets.
        many: What stands for the marks of each row.
    """
    whole = len(many) - len(many) % _TOGETHER
    db.executemany(
        f"{head} values {', '.join([marks] * _TOGETHER)}",
        (
            tuple(chain.from_iterable(many[first : first + _TOGETHER]))
            for first in range(0, whole, _TOGETHER)
        ),
    )
    db.executemany(f"{head} values {marks}", many[whole:])


def shared_json(chunk: Chunk) -> str:
    """Return what is the same in all rows as canonical JSON."""
    return rows.canonical(chunk.alike).decode()


def own_json(chunk: Chunk) -> list[str]:
    """Return what else each row holds, but for its id, as canonical JSON."""
    names = sorted(name for name in chunk.told if name != "id")
    if not names:
        return ["{}"] * chunk.count
    pattern = ",".join(f"{rows.to_json(name)}:%s" for name in names)
    cells = [rows.json_of_each(chunk.told[name]) for name in names]
    return list(map(f"{{{pattern}}}".__mod__, zip(*cells, strict=True)))


def _chunk(part: Columns, count: int) -> Chunk:
    alike: dict[str, Cell] = {}
    told: dict[str, Sequence[Cell]] = {}
    for name, cells in part.items():
        first = cells[0]
        if name != "id" and cells.count(first) == count:
            alike[name] = first
        else:
            told[name] = cells
    return Chunk(count, alike, told)


@cache
def _statement(
    place: str, alike: tuple[tuple[str, str | None], ...], told: tuple[str, ...]
) -> str:
    out = [(name, text) for name, text in alike if text]
    names = [*(name for name, text in alike if not text), *told]
    columns = ", ".join(f'"{name}"' for name in (*names, *(name for name, _ in out)))
    values = ", ".join((*("?" for _ in names), *(text for _, text in out)))
    return f"insert into {place} ({columns}) values ({values})"
