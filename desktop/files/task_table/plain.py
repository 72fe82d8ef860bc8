"""Read a table from plain text: cells apart by tabs, or one cell to a line."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.errors import InputError, Problem
from desktop.rules.grid import Cell, Grid, GridRow, TableSource

TEXT_LIMIT: Final = 5_000_000
"""Characters."""
ROW_LIMIT: Final = 5_000
COLUMN_LIMIT: Final = 256

_TAB: Final = "\t"
_CELL: Final = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')
"""A cell in Excel's quotes, which may hold tabs and line breaks, or a bare one.

A quote that never ends, or is followed by text, is a sign like any other.
"""
_STACKED: Final = 0.8
"""Share of lines that must be one cell behind a tab for a table set so."""


def read_plain(text: str) -> TableSource:
    """Return the table of a text, as spreadsheets and word processors paste one.

    Copies of web pages and of old documents have each cell on a line of its own behind
    a tab, and a blank line between rows; they are known by that.

    Raises:
        InputError: It is too long to be a table of tasks (`table_too_large`).
    """
    if len(text) > TEXT_LIMIT:
        raise InputError((Problem("table", "table_too_large"),))
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if _TAB not in plain:
        return TableSource(grids=())
    found = _stacked(plain) if _is_stacked(plain) else _rows(plain)
    rows = tuple(
        GridRow(number=number, cells=tuple(Cell(text=one) for one in cells))
        for number, cells in found
    )
    return TableSource(grids=(Grid(rows=rows),))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield rows of cells apart by tabs, numbered from one."""
    cells: list[str] = []
    place, number = 0, 1
    while place <= len(text):
        found = _CELL.match(text, place)
        if found is None:
            break
        quoted, bare = found[1], found[2]
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        ended = text[found.end() : found.end() + 1] != _TAB
        _check(number, len(cells))
        if ended:
            yield number, cells
            cells, number = [], number + 1
        place = found.end() + 1


def _check(row: int, columns: int) -> None:
    if row > ROW_LIMIT or columns > COLUMN_LIMIT:
        raise InputError((Problem("table", "table_too_large"),))


def _is_stacked(text: str) -> bool:
    """Tell whether nearly every line is a tab and one cell."""
    lines = [line for line in text.split("\n") if line.strip()]
    alone = [line for line in lines if line[0] == _TAB and _TAB not in line[1:]]
    return len(alone) >= _STACKED * len(lines) > 0


def _stacked(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield rows of one cell to a line; the number is that of the row's first line."""
    cells: list[str] = []
    first = 1
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.startswith(_TAB):
            first = first if cells else number
            cells.append(line[1:].strip())
            _check(1, len(cells))
        elif cells:
            yield first, cells
            cells = []
