"""Read a table from plain text: cells apart by tabs, or one cell to a line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from desktop.errors import InputError, Problem
from desktop.files.foreign.limits import COLUMN_LIMIT, ROW_LIMIT, TEXT_LIMIT
from desktop.files.foreign.values import carried
from desktop.rules.grid import Cell, Grid, GridRow, TableSource

_TAB: Final = "\t"
_SIGNS: Final = (";", _TAB, ",")
"""What sets the cells of a list apart, the commonest here first."""
_SIGN_LINE: Final = re.compile(r"sep=(.)\n", re.IGNORECASE)
_SAMPLE_ROWS: Final = 20
_LONGEST: Final = 40_000
"""Characters a quote is followed: more than a cell of a spreadsheet holds."""
_STACKED: Final = 0.8
"""Share of lines that must be one cell behind a tab for a table set so."""


def read_plain(text: str) -> TableSource:
    """Return the table of a text, as spreadsheets and word processors paste one.

    Copies of web pages and of old documents have each cell on a line of its own behind
    a tab, and a blank line between rows; they are known by that.

    Raises:
        InputError: It is longer than any table that is read (`table_too_large`).
    """
    plain = _tidied(text)
    if _TAB not in plain:
        return TableSource(grids=())
    return _source(_stacked(plain) if _is_stacked(plain) else _rows(plain, _TAB))


def read_list(text: str) -> TableSource:
    """Return the table of a text whose cells are apart by semicolons, tabs or commas.

    A first line such as `sep=;` says which; else it is the sign by which most rows
    fall into equally many cells.

    Raises:
        InputError: It is longer than any table that is read (`table_too_large`).
    """
    plain = _tidied(text)
    said = _SIGN_LINE.match(plain)
    if said:
        return _source(_rows(plain[said.end() :], said[1], first=2))
    return _source(_rows(plain, max(_SIGNS, key=lambda sign: _fits(plain, sign))))


def _tidied(text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise InputError((Problem("table", "table_too_large"),))
    plain = carried(text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.removeprefix("\ufeff")


def _source(found: Iterable[tuple[int, list[str]]]) -> TableSource:
    rows: list[GridRow] = []
    for number, cells in found:
        if len(rows) >= ROW_LIMIT or len(cells) > COLUMN_LIMIT:
            raise InputError((Problem("table", "table_too_large"),))
        made = tuple(Cell(text=one) for one in cells)
        rows.append(GridRow(number=number, cells=made))
    return TableSource(grids=(Grid(rows=tuple(rows)),))


def _fits(text: str, sign: str) -> int:
    """Return how many of the first rows have as many cells as most, and several."""
    first = (len(cells) for _, cells in islice(_rows(text, sign), _SAMPLE_ROWS))
    counts = Counter(count for count in first if count > 1)
    return max(counts.values(), default=0)


@cache
def _cell(sign: str) -> re.Pattern[str]:
    """Match a cell in Excel's quotes, which may hold signs and breaks, or a bare one.

    A quote that never ends, or is followed by text, is a sign like any other.
    """
    end = re.escape(sign)
    quoted = rf'"((?:[^"]|""){{0,{_LONGEST}}})"(?=[{end}\n]|\Z)'
    return re.compile(rf"{quoted}|([^{end}\n]*)")


def _rows(text: str, sign: str, first: int = 1) -> Iterator[tuple[int, list[str]]]:
    """Yield rows of cells apart by a sign, with their numbers."""
    cells: list[str] = []
    place, number = 0, first
    while place <= len(text):
        found = _cell(sign).match(text, place)
        if found is None:
            break
        quoted, bare = found[1], found[2]
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        ended = text[found.end() : found.end() + 1] != sign
        if ended:
            yield number, cells
            cells, number = [], number + 1
        place = found.end() + 1


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
        elif cells:
            yield first, cells
            cells = []
