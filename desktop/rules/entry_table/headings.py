"""Find the headings of a sheet: several rows of them, and titles above, are usual."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.rules.entry_table.lexicon import BELOW, Lexicon
from desktop.rules.grid import Grid, GridRow
from desktop.rules.vietnamese import one_line

FIRST_ROWS = 80
"""Rows among which headings are looked for."""
LEAST = 2
"""Columns that must be known before a row is taken for headings unasked."""
_LONGEST = 120
_TALLEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Where the entries begin, and what the columns are called."""

    place: int
    """Place of the last row of headings; -1 when there is none."""
    texts: tuple[str, ...]
    """Heading of each column, on one line."""
    known: int = 0
    """Columns whose heading is known."""


def find_headings(grid: Grid, lexicon: Lexicon) -> Headings | None:
    """Return the headings of a sheet; None where no row looks like them."""
    best: Headings | None = None
    for place in range(min(len(grid.rows), FIRST_ROWS)):
        found = headings_at(grid, place, lexicon)
        if found.known >= LEAST and (best is None or found.known > best.known):
            best = found
    return best


def headings_at(grid: Grid, place: int, lexicon: Lexicon) -> Headings:
    """Return the headings whose last row is at a place, with those above it."""
    best = Headings(place=place, texts=())
    for tall in range(1, min(_TALLEST, place + 1) + 1):
        texts = tuple(_texts(grid.rows[place - tall + 1 : place + 1], grid.width))
        known = len({slot for text in texts if (slot := _slot(text, lexicon))})
        if tall == 1 or known > best.known:
            best = Headings(place=place, texts=texts, known=known)
    return best


def _slot(text: str, lexicon: Lexicon) -> str:
    if not text or len(text) > _LONGEST:
        return ""
    found = lexicon.recall(text)
    return (found.field if found else lexicon.exact(text)) or ""


def _texts(rows: Sequence[GridRow], width: int) -> Iterator[str]:
    """Yield for each column its headings from the top down, on one line."""
    for column in range(width):
        told: dict[str, None] = {}
        for row in rows:
            text = one_line(row.cell(column).text)
            if text and not _spans(row, column, width):
                told[text] = None
        *uppers, last = told or ("",)
        shared = [text for text in uppers if _shared(rows, column, text)]
        yield f"{shared[-1]}{BELOW}{last}" if shared else last


def _shared(rows: Sequence[GridRow], column: int, text: str) -> bool:
    """Tell whether a heading stands over several columns, and so over this one."""
    for row in rows:
        cell = row.cell(column)
        if cell.block and one_line(cell.text) == text:
            beside = (row.cell(column - 1), row.cell(column + 1))
            return any(other.block == cell.block for other in beside)
    return False


def _spans(row: GridRow, column: int, width: int) -> bool:
    """Tell whether a cell is a title over most columns, not a heading of some."""
    block = row.cell(column).block
    return block > 0 and sum(cell.block == block for cell in row.cells) * 2 > width
