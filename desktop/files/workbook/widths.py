"""Share out the width of a sheet between the columns of its table."""

import datetime as dt
from decimal import Decimal
from typing import Final

from desktop.files.workbook import text
from desktop.files.workbook.sheet import (
    INDENT,
    POINTS_PER_CHARACTER,
    column_for,
    printable_width,
)
from desktop.files.workbook.styles import TABLE_SIZE, indented
from desktop.records.report import RowKind, Table, Value

PADDING: Final = 1.2 * POINTS_PER_CHARACTER
"""Room a cell needs besides its text."""
SAMPLE: Final = 200
"""Rows looked at for the widest word of a text column."""
MOST_TAKEN: Final = 0.4
"""Share of the page one column may take because of a long word."""

STANDING_SCALE: Final = 0.7
LYING_SCALE: Final = 0.55
"""Least scale a sheet of records is printed at before its texts are made narrower."""
STANDING_TEXTS: Final = (260.0, 220.0, 190.0, 165.0)
LYING_TEXTS: Final = (*STANDING_TEXTS, 140.0, 120.0, 100.0)
"""Points texts may take in a column of records, tried in turn on either page."""
RECORD_ROOM: Final = 340.0
"""Points taken for the page where a long word asks for its share of it."""


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """Share out the width in points by weight; no column too narrow for its words.

    The sum is the room there is, unless the least widths alone are more; then the
    page is scaled down when printed.
    """
    least = [_least_width(table, n, room) for n in range(len(table.columns))]
    widths = [0.0] * len(least)
    free = set(range(len(least)))
    while free:
        left = room - sum(widths[n] for n in range(len(least)) if n not in free)
        weight = sum(table.columns[n].weight for n in free) or 1
        tight = {n for n in free if left * table.columns[n].weight / weight < least[n]}
        for n in tight or free:
            share = left * table.columns[n].weight / weight
            widths[n] = least[n] if tight else share
        free -= tight or free
    return tuple(widths)


def record_page(table: Table) -> tuple[tuple[float, ...], bool]:
    """Return widths in points for a sheet of records, and whether the page lies.

    The page stands where the records fit on it with their texts nearly whole; else it
    lies, and texts wrap until it can be printed in a type that can still be read.
    """
    measured = Measured(table)
    for landscape, scale, caps in (
        (False, STANDING_SCALE, STANDING_TEXTS),
        (True, LYING_SCALE, LYING_TEXTS),
    ):
        room = printable_width(landscape=landscape) / scale
        for cap in caps:
            widths = measured.capped(cap)
            if sum(widths) <= room:
                return widths, landscape
    return widths, True


class Measured:
    """What the columns of a table of records need and would like, in points."""

    def __init__(self, table: Table) -> None:
        """Measure every column once."""
        places = range(len(table.columns))
        self._least = [_least_width(table, n, RECORD_ROOM) for n in places]
        self._texts = [_text_width(table, n) for n in places]

    def capped(self, widest_text: float) -> tuple[float, ...]:
        """Return widths of which none is more than that for its texts alone.

        Long words and numbers still take what they need: they are never cut.
        """
        pairs = zip(self._least, self._texts, strict=True)
        return tuple(max(least, min(text, widest_text)) for least, text in pairs)


def _text_width(table: Table, place: int) -> float:
    texts = (row.values[place] for row in table.rows[:SAMPLE])
    widths = (text.width(v, TABLE_SIZE) for v in texts if isinstance(v, str))
    return column_for(max(widths, default=0.0))


def _least_width(table: Table, place: int, room: float) -> float:
    column = table.columns[place]
    words = max(
        (text.longest_word(word, TABLE_SIZE, bold=True) for word in column.heading),
        default=0.0,
    )
    values = [row.values[place] for row in table.rows if row.kind is not RowKind.GROUP]
    needed = max(words, _number_width(values), _word_width(values[:SAMPLE]))
    indent = INDENT if indented(column.type) else 0
    return min(needed + PADDING + indent, room * MOST_TAKEN)


def _number_width(values: list[Value]) -> float:
    """Return the width of the longest number or date: cut ones show as `####`."""
    numbers = [v for v in values if isinstance(v, (int, Decimal))]
    ends = (min(numbers), max(numbers)) if numbers else ()
    longest = max((len(f"{int(end):,}") for end in ends), default=0)
    if any(isinstance(v, Decimal) for v in numbers):
        longest += 3
    if any(isinstance(v, dt.date) for v in values):
        longest = max(longest, 10)
    return longest * text.width("0", TABLE_SIZE, bold=True)


def _word_width(values: list[Value]) -> float:
    words = (text.longest_word(v, TABLE_SIZE) for v in values if isinstance(v, str))
    return max(words, default=0.0)
