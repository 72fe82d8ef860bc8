"""Bring the cells of a task table into Unicode, and tell how many were not."""

from dataclasses import replace

from desktop.errors import Problem
from desktop.rules.grid import Cell, Grid, TableSource
from desktop.rules.healing import guess, heal_cell


def in_unicode(source: TableSource) -> TableSource:
    """Return the same tables with every text healed; a note tells if any was.

    Where no font tells, a whole sheet is read in the old letters its words speak for.
    """
    healer = _Healer()
    grids = tuple(healer.grid(grid) for grid in source.grids)
    if not healer.count:
        return replace(source, grids=grids)
    facts = (str(healer.count), *healer.first)
    note = Problem("table", "letters_healed", facts, blocking=False)
    return replace(source, grids=grids, notes=(*source.notes, note))


class _Healer:
    """Heal cell by cell, counting those that were in other letters."""

    def __init__(self) -> None:
        self.count = 0
        self.first: tuple[str, str] = ("", "")
        """A text before and after."""

    def grid(self, grid: Grid) -> Grid:
        """Return a sheet healed."""
        letters = guess(cell.text for row in grid.rows for cell in row.cells).letters
        rows = tuple(
            replace(row, cells=tuple(self._cell(cell, letters) for cell in row.cells))
            for row in grid.rows
        )
        return replace(grid, rows=rows)

    def _cell(self, cell: Cell, letters: str) -> Cell:
        healed = heal_cell(cell, letters)
        if healed.text == cell.text:
            return cell
        # Letters apart from their marks look the same to everybody.
        if healed.was != "decomposed":
            self.count += 1
            self.first = self.first if self.count > 1 else (cell.text, healed.text)
        return replace(cell, text=healed.text, runs=())
