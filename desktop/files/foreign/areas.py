"""Let merged cells of a sheet say the same in all of their area."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop.files.foreign.limits import COLUMN_LIMIT
from desktop.rules.grid import EMPTY, Cell, GridRow

Area = tuple[int, int, int, int]
"""First row and column, last row and column, counted from one."""

_MOST_TOLD: Final = 5


def merged(
    rows: Sequence[GridRow], areas: Sequence[Area]
) -> tuple[tuple[GridRow, ...], tuple[tuple[int, int], ...]]:
    """Return the rows with each area filled by its first cell.

    Areas end where nothing is read: below the last row, and beyond the last column.

    Args:
        rows: Of one sheet, from its first one on without a gap.
        areas: In their order, which gives the numbers of the blocks.

    Returns:
        The rows, and the places of cells that held something else below the first:
        nobody sees them, and they are not read. Five at most.
    """
    cells = {at: list(rows[at].cells) for at in _rows_of(areas, len(rows))}
    hidden: list[tuple[int, int]] = []
    for block, (top, left, bottom, right) in enumerate(areas, start=1):
        if top > len(rows):
            continue
        first = replace(_cell(cells[top - 1], left - 1), block=block)
        for row in range(top - 1, min(bottom, len(rows))):
            covered = _cover(cells[row], left - 1, min(right, COLUMN_LIMIT), first)
            hidden += [(row + 1, column + 1) for column in covered]
    made = tuple(
        replace(row, cells=tuple(cells[at])) if at in cells else row
        for at, row in enumerate(rows)
    )
    return made, tuple(hidden[:_MOST_TOLD])


def _rows_of(areas: Sequence[Area], count: int) -> set[int]:
    return {
        row for top, _, bottom, _ in areas for row in range(top - 1, min(bottom, count))
    }


def _cell(cells: list[Cell], at: int) -> Cell:
    return cells[at] if at < len(cells) else EMPTY


def _cover(cells: list[Cell], first: int, end: int, cell: Cell) -> list[int]:
    """Put a cell from `first` up to `end`; return where other texts were."""
    cells += [EMPTY] * (end - len(cells))
    covered = [at for at in range(first, end) if cells[at].text not in ("", cell.text)]
    cells[first:end] = [cell] * (end - first)
    return covered
