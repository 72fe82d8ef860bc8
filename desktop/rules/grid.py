"""A table as it was found in a file or on the clipboard: plain cells with text."""

from dataclasses import dataclass

from desktop.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; the text of a merged area stands in all of its cells."""

    text: str = ""
    """Line breaks as they were found. Of a number, plain digits with a dot before
    decimals; of a day `dd/mm/yyyy`; of a moment `dd/mm/yyyy HH:MM`."""
    kind: str = ""
    """What the file itself says it is: `number`, `day`, `moment`, `flag`; blank for
    text, whose meaning is still to be read."""
    font: str = ""
    """Name of the font, which tells of the encodings before Unicode; blank where it
    is not told, and where the runs of the text have several."""
    runs: tuple[tuple[str, str], ...] = ()
    """Text and font of each run, where they have several; joined they are the text."""
    bold: bool = False
    block: int = 0
    """Number of the merged area it belongs to; 0 when it stands alone."""
    fault: str = ""
    """Why the text cannot be trusted: `formula` not computed, `error_value`."""


EMPTY = Cell()
"""Stands for every cell that holds nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row, with the number a person sees beside it."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    """Whether whoever looks at the file does not see it."""

    def cell(self, column: int) -> Cell:
        """Return the cell of a column counted from 0; rows may be of unequal length."""
        return self.cells[column] if 0 <= column < len(self.cells) else EMPTY

    @property
    def blank(self) -> bool:
        """Tell whether no cell holds anything."""
        return not any(cell.text.strip() or cell.fault for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet of a workbook, or all tables of one paste below one another."""

    name: str = ""
    """Name of the sheet; blank for what was pasted."""
    rows: tuple[GridRow, ...]

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSource:
    """What was read: every sheet one can see, and which ones were left out."""

    name: str = ""
    """Name of the file; blank for what was pasted."""
    grids: tuple[Grid, ...]
    hidden_sheets: tuple[str, ...] = ()
    """Names of sheets nobody sees, which were not read."""
    notes: tuple[Problem, ...] = ()
    """What was left out of the file and whoever reads it should know."""
    sha256: str = ""
    """Of the file as it was read; blank for what was pasted."""
