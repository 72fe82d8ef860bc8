"""Shift width between a table's columns until the table is low."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import Final

from desktop.files import fonts
from desktop.files.pdf.heading import merged
from desktop.files.pdf.widths import PAD
from desktop.records.report import Column

_STEPS: Final = (24.0, 12.0, 6.0, 3.0)
"""Points moved from one column to another, tried in turn."""
_MOVES: Final = 24
"""Moves of a step at most."""
_LOOSE: Final = 1.04
"""Lines are not filled to the end: how much longer that makes a broken text."""
_HINT: Final = 0.1
"""Worth of a line's part, so that moves lead on where no line is saved yet."""
_REPEATED: Final = 4.0
"""Lines a line of the heading counts for: it comes again on every page, and words
one below the other are hard to read."""
_GAIN: Final = 1e-6
_A_LINE: Final = 0.9
"""What saves less saves no line."""

_Parts = Sequence[float]
"""Widths of the paragraphs of a text, in ems."""
_Heights = tuple[float, ...]
"""Lines of one column's texts, row by row."""


def lowered(
    columns: Sequence[Column],
    widths: Sequence[float],
    floors: Sequence[float],
    texts: Sequence[Sequence[str]],
    size: float,
) -> list[float]:
    """Return widths of the same sum that make heading and rows lower, in points.

    `floors` are the widths no column may give away; `texts` the rows to be judged
    by. Columns whose texts cannot be broken only give.
    """
    soft = [place for place in range(len(widths)) if _breaks(texts, place)]
    found = list(widths)
    if not soft:
        return found
    scale = _Scale(columns, texts, soft, size)
    for step in _STEPS:
        for _ in range(_MOVES):
            moved = _best(found, floors, step, scale)
            if moved is None:
                break
            found = moved
    return _evened(found, floors, _siblings(columns, soft), scale)


def _breaks(texts: Sequence[Sequence[str]], place: int) -> bool:
    return any(" " in row[place].strip() for row in texts)


def _siblings(
    columns: Sequence[Column], soft: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield first column and column after of figures under one heading."""
    places = [place for place in range(len(columns)) if place not in soft]
    for _, run in groupby(places, lambda place: columns[place].heading[:-1]):
        found = [*run]
        if columns[found[0]].heading[:-1] and found[-1] - found[0] == len(found) - 1:
            yield found[0], found[-1] + 1


def _evened(
    widths: list[float],
    floors: Sequence[float],
    siblings: Iterable[tuple[int, int]],
    scale: "_Scale",
) -> list[float]:
    """Make columns under one heading alike where that costs no line."""
    for first, after in siblings:
        even = sum(widths[first:after]) / (after - first)
        alike = [*widths[:first], *[even] * (after - first), *widths[after:]]
        tight = any(even < floor for floor in floors[first:after])
        if not tight and scale.height(alike) - scale.height(widths) < _A_LINE:
            widths = alike
    return widths


class _Scale:
    """Tells how high a table of some widths would be; each column is measured once."""

    def __init__(
        self,
        columns: Sequence[Column],
        texts: Sequence[Sequence[str]],
        soft: Sequence[int],
        size: float,
    ) -> None:
        """Measure the texts in ems; `soft` columns are those that can be broken."""
        self.soft = soft
        self._size = size
        self._rows = {
            place: [_parts(row[place], fonts.REGULAR) for row in texts]
            for place in soft
        }
        spans = sorted(merged(columns), key=lambda span: span.below - span.top)
        self._spans = [(span, _parts(span.text, fonts.BOLD)) for span in spans]
        self._levels = max((span.below for span in spans), default=0)
        self._known: dict[tuple[int, float], _Heights] = {}
        self._heads: dict[tuple[int, float], float] = {}

    def height(self, widths: Sequence[float]) -> float:
        """Return the height of all rows and of the repeated heading, in lines."""
        rows = [self._column(place, widths[place]) for place in self.soft]
        tall = sum(map(max, *rows)) if len(rows) > 1 else sum(rows[0])
        return tall + self._heading(widths)

    def _column(self, place: int, width: float) -> _Heights:
        key = place, round(width, 3)
        if key not in self._known:
            room = (width - 2 * PAD) / self._size
            self._known[key] = tuple(_lines(one, room) for one in self._rows[place])
        return self._known[key]

    def _heading(self, widths: Sequence[float]) -> float:
        """Return the height of the heading: low spans first, tall ones stretch it."""
        heights = [1.0] * self._levels
        every = 0.0
        for place, (span, parts) in enumerate(self._spans):
            lines = self._head(place, parts, sum(widths[span.first : span.after]))
            every += lines
            lacking = lines - sum(heights[span.top : span.below])
            heights[span.below - 1] += max(0.0, lacking)
        return _REPEATED * sum(heights) + _HINT * every

    def _head(self, place: int, parts: _Parts, width: float) -> float:
        key = place, round(width, 3)
        if key not in self._heads:
            self._heads[key] = _lines(parts, (width - 2 * PAD) / self._size)
        return self._heads[key]


def _parts(text: str, font: str) -> _Parts:
    return [fonts.width(part, font, 1) for part in text.split("\n")]


def _lines(parts: _Parts, room: float) -> float:
    exact = [part * _LOOSE / room if part > room else 1.0 for part in parts]
    return sum(map(ceil, exact)) + _HINT * sum(exact)


def _best(
    widths: Sequence[float], floors: Sequence[float], step: float, scale: _Scale
) -> list[float] | None:
    """Return the widths after the move that saves most, None where none does."""
    best, least = None, scale.height(widths) - _GAIN
    for moved in _moves(widths, floors, scale.soft, step):
        height = scale.height(moved)
        if height < least:
            best, least = moved, height
    return best


def _moves(
    widths: Sequence[float],
    floors: Sequence[float],
    takers: Sequence[int],
    step: float,
) -> Iterator[list[float]]:
    for giver, (width, floor) in enumerate(zip(widths, floors, strict=True)):
        if width - step < floor:
            continue
        for taker in takers:
            if taker != giver:
                moved = list(widths)
                moved[giver] -= step
                moved[taker] += step
                yield moved
