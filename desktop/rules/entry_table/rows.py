"""Tell rows of entries from totals, repeated headings and titles between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from desktop.rules.entry_table.headings import Headings
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.grid import EMPTY, Cell, Grid, GridRow
from desktop.rules.healing import heal_cell
from desktop.rules.vietnamese import fold, one_line

_FIGURES = re.compile(r"[:(\d].*", re.DOTALL)
_FEWEST = 3
"""Cells of a row of column numbers, and columns a title between rows is over."""
_YEAR = re.compile(r"\b20\d\d\b")


class RowKind(StrEnum):
    """What a row of the sheet is."""

    ENTRY = "entry"
    TOTAL = "row_total"
    HEADING = "row_heading"
    TITLE = "row_title"
    OUTSIDE = "row_outside"
    """It holds something, but in no column that has a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row below the headings that holds anything."""

    row: GridRow
    kind: RowKind


def sheet_rows(
    grid: Grid,
    headings: Headings,
    columns: Sequence[int],
    words: EntryWords,
    aside: Sequence[int] = (),
    ids: int = -1,
) -> Iterator[SheetRow]:
    """Yield every row below the headings that holds anything.

    Args:
        grid: The sheet.
        headings: Where its headings are.
        columns: Columns that have a field.
        words: How totals begin.
        aside: Columns of running numbers, which alone make no row.
        ids: Column by which the program knows its own rows again; -1 for none.
    """
    heads = _heads(grid, headings)
    skipped = frozenset(aside)
    for place, row in enumerate(grid.rows[headings.place + 1 :]):
        full = [
            n
            for n, cell in enumerate(row.cells)
            if (cell.text or cell.fault) and not (n in skipped or cell.text.isspace())
        ]
        if not full or (place == 0 and _numbers_columns(row)):
            continue
        own = ids in full
        kind = RowKind.ENTRY if own else _kind(row, full, columns, heads, words)
        yield SheetRow(row=row, kind=kind)


def sheet_year(grid: Grid, headings: Headings) -> int | None:
    """Return the only year told above the headings or by the sheet's name."""
    above = grid.rows[: max(headings.place, 0)]
    texts = [grid.name, *(cell.text for row in above for cell in row.cells)]
    years = {int(year) for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def _kind(
    row: GridRow,
    full: Sequence[int],
    columns: Sequence[int],
    heads: Sequence[tuple[str, ...]],
    words: EntryWords,
) -> RowKind:
    cells = row.cells
    first = cells[full[0]]
    if _is_total(_first_text(row), words):
        return RowKind.TOTAL
    if len(full) >= _FEWEST and first.block and _one_block(cells, full):
        return RowKind.TITLE
    if len(full) > 1 and first.text.strip() in (head[full[0]] for head in heads):
        texts = [(n, one_line(cells[n].text)) for n in full]
        if any(all(head[n] == text for n, text in texts) for head in heads):
            return RowKind.HEADING
    inside = frozenset(columns)
    return RowKind.ENTRY if any(n in inside for n in full) else RowKind.OUTSIDE


def _heads(grid: Grid, headings: Headings) -> tuple[tuple[str, ...], ...]:
    """Return the texts of the last row of headings, padded to the sheet's width."""
    if headings.place < 0:
        return ()
    row, width = grid.rows[headings.place], grid.width
    return (tuple(one_line(row.cell(n).text) for n in range(width)),)


def _one_block(cells: Sequence[Cell], full: Sequence[int]) -> bool:
    return len({cells[n].block for n in full}) == 1


def _first_text(row: GridRow) -> str:
    """Return the first text of a row, be it in a column of running numbers."""
    cell = next((cell for cell in row.cells if cell.text.strip()), EMPTY)
    return cell.text if cell.kind else heal_cell(cell).text


def _is_total(text: str, words: EntryWords) -> bool:
    """Tell whether a text is `Tổng cộng`, with or without figures behind it."""
    known = _totals(words.totals)
    return _FIGURES.sub("", text).strip(" .,-\n").lower() in known


@cache
def _totals(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words with and without their marks."""
    return frozenset(one.lower() for one in texts) | frozenset(map(fold, texts))


def _numbers_columns(row: GridRow) -> bool:
    """Tell whether a row holds 1, 2, 3 … or (1), (2), (3) …, one in each column."""
    plain = [one_line(cell.text).strip("()") for cell in row.cells if cell.text.strip()]
    if len(plain) < _FEWEST or not all(text.isdecimal() for text in plain):
        return False
    return all(int(two) == int(one) + 1 for one, two in pairwise(plain))
