"""What the screen asks of a preview again and again, found in one walk."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.rules.entry_table.doubts_of_all import doubts_of_all
from desktop.rules.entry_table.fates import Fate, Preview, RowFate

ROW = -1
"""Stands for the row as a whole, where a fault is of no cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Healed:
    """What was done to the letters of a column."""

    kind: str
    found: str
    text: str
    cells: int


@dataclass(frozen=True, slots=True)
class Digest:
    """Places in a preview worth going to; rows are counted from 0."""

    places: dict[Fate, list[int]]
    """Rows of each fate."""
    doubtful: list[int] = field(default_factory=list)
    """Rows that are kept and yet worth a look: doubts, likely twins, hidden ones."""
    faults: list[tuple[int, int]] = field(default_factory=list)
    """Row and column of every cell that is refused; `ROW` for the row as a whole."""
    healed: dict[int, Healed] = field(default_factory=dict)
    """By column."""
    words: dict[tuple[str, str], int] = field(default_factory=dict)
    """In how many cells of a field a text was found that is refused."""


def digest(preview: Preview) -> Digest:
    """Walk a preview once."""
    made = Digest({fate: [] for fate in Fate})
    common = doubts_of_all(preview)
    for at, row in enumerate(preview.rows):
        made.places[row.fate].append(at)
        for column in _faults(row):
            made.faults.append((at, column))
        if row.accepted and _is_doubtful(row, common):
            made.doubtful.append(at)
        _walk_cells(made, row)
    return made


def _walk_cells(made: Digest, row: RowFate) -> None:
    for cell in row.cells:
        if cell.healed:
            before = made.healed.get(cell.column)
            made.healed[cell.column] = Healed(
                kind=before.kind if before else cell.healed,
                found=before.found if before else cell.found,
                text=before.text if before else cell.text,
                cells=before.cells + 1 if before else 1,
            )
        if cell.problems:
            key = (cell.field, cell.text)
            made.words[key] = made.words.get(key, 0) + 1


def _faults(row: RowFate) -> Iterator[int]:
    if row.fate is not Fate.REFUSED:
        return
    if any(problem.blocking for problem in row.problems):
        yield ROW
    for cell in row.cells:
        if any(problem.blocking for problem in cell.problems):
            yield cell.column


def _is_doubtful(row: RowFate, common: frozenset[tuple[str, str]]) -> bool:
    return bool(
        row.twins
        or row.hidden
        or any((one.field, one.code) not in common for one in row.problems)
        or any(cell.problems for cell in row.cells)
    )
