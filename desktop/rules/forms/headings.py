"""Know the headings of a form again: its columns, its numbers, the keys of its rows."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from desktop.records.form import FormContent, FormSheet
from desktop.rules.forms.addresses import cell_at
from desktop.rules.grid import Grid, GridRow
from desktop.rules.vietnamese import fold

_HEADING_ROWS: Final = 60
"""Rows from the top among which headings are looked for."""
MOST: Final = 0.5
"""Share of the headings that must be there for a sheet to be the one meant."""
_KEY: Final = re.compile(r"=[^\s=]+|v[0-9]+-[0-9]+")
"""Key of a row that showed an entry when the form left, or of one made ready."""
_PLACE: Final = re.compile(r"\([0-9]{1,3}\)")
_SHIFTS: Final = (0, *(step * way for step in range(1, 21) for way in (1, -1)))
"""By how many rows a summary may have moved, the likeliest first."""
_SIDEWAYS: Final = (0, 1, -1, 2, -2, 3, -3)


def find_headings(sheet: FormSheet, grid: Grid) -> tuple[int, int]:
    """Return where the row with most of a list's headings is, or -1, and how many."""
    labels = {plain_heading(one.label) for one in sheet.columns}
    rows = grid.rows[: max(_HEADING_ROWS, sheet.first_row)]

    def found(at: int) -> int:
        here: set[str] = set()
        return len(
            labels & here.union(*(heading_names(one.text) for one in rows[at].cells))
        )

    for usual in (sheet.first_row - 3, sheet.first_row - 2):
        if 0 <= usual < len(rows) and found(usual) == len(labels):
            return usual, len(labels)
    most, best = max(((found(at), at) for at in range(len(rows))), default=(0, -1))
    return (best if most and most >= MOST * len(labels) else -1), most


@lru_cache(maxsize=5_000)
def heading_names(text: str) -> frozenset[str]:
    """Return what a heading may be called: with its unit in brackets and without."""
    plain = plain_heading(text)
    bare = plain.rpartition(" (")[0] if plain.endswith(")") else plain
    return frozenset({plain, bare}) - {""}


@lru_cache(maxsize=5_000)
def plain_heading(text: str) -> str:
    """Return the form in which headings are compared: a star marks what is needed."""
    return " ".join(fold(text).replace("(*)", " ").replace("*", " ").split())


def name_of(text: str) -> str:
    """Return the form in which names of sheets are compared."""
    return " ".join(fold(text).split())


# --- the summary -------------------------------------------------------------------


def shift_of(content: FormContent, grid: Grid, row_total: str) -> tuple[int, int]:
    """Return by how many rows and columns the numbers of the summary moved.

    Their row is known by what it is called, their columns by their headings: each
    number stands below the last part of its label.
    """
    texts = [[plain_heading(cell.text) for cell in row.cells] for row in grid.rows]
    anchors = [(*cell_at(one.cell), _last(one.label)) for one in content.totals]
    row = anchors[0][0]
    wanted = plain_heading(row_total)
    called = {at for at, line in enumerate(texts) if wanted and wanted in line}
    downs = [step for step in _SHIFTS if row + step in called][:1] or [0]
    best, most = (downs[0], 0), -1
    for aside in _SIDEWAYS:
        found = sum(
            _below(texts, at + downs[0], column + aside, label)
            for at, column, label in anchors
        )
        if found > most:
            best, most = (downs[0], aside), found
    return best


def _last(label: str) -> str:
    return plain_heading(label.rpartition(": ")[2])


def _below(texts: Sequence[Sequence[str]], row: int, column: int, label: str) -> bool:
    above = texts[: max(row, 0)]
    return column >= 0 and any(
        column < len(line) and line[column] == label for line in above
    )


def is_key(text: str) -> bool:
    """Tell whether a text is the key of a row as forms are given them."""
    return _KEY.fullmatch(text.strip()) is not None


def numbers_columns(row: GridRow) -> bool:
    """Tell whether a row holds nothing but (1), (2), (3) … below the headings."""
    texts = [one.text.strip() for one in row.cells if one.text.strip()]
    return bool(texts) and all(_PLACE.fullmatch(text) for text in texts)
