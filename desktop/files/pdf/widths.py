"""Share a table's width between its columns so that no word is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.files import fonts
from desktop.records.report import Column, ColumnType

PAD: Final = 3.0
"""Room between a cell's edge and its text, left and right, in points."""
_SLACK: Final = 0.01
"""Keeps a word from being cut where sums of widths are rounded."""
_CUTTABLE: Final = frozenset({ColumnType.TEXT})

Texts = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """The widest word of each column in ems, set bold."""

    headings: Sequence[float]
    cells: Sequence[float]


def widest_words(columns: Sequence[Column], texts: Texts) -> Words:
    """Measure the words of a table once, for every size it may be set in."""
    headings = [
        {
            word
            for text in (*column.heading, column.number)
            for word in _words(fonts.clean(text))
        }
        for column in columns
    ]
    cells: list[set[str]] = [set() for _ in columns]
    for row in texts:
        for text, found in zip(row, cells, strict=True):
            found.update(_words(text))
    return Words(list(map(_widest, headings)), list(map(_widest, cells)))


def column_widths(
    columns: Sequence[Column],
    words: Words,
    room: float,
    size: float,
    tails: Sequence[float] = (),
) -> list[float] | None:
    """Return widths in points by weight, or None when words are too wide for `room`.

    `tails` are what follows the texts of each column, in points.
    """
    least = least_widths(words, size, tails)
    if sum(least) > room:
        return None
    return _shared([column.weight for column in columns], least, room)


def squeezed_widths(
    columns: Sequence[Column],
    words: Words,
    room: float,
    size: float,
    tails: Sequence[float] = (),
) -> list[float]:
    """Return widths that fit at any price: words are cut before numbers are."""
    least = least_widths(words, size, tails)
    soft = [column.type in _CUTTABLE for column in columns]
    hard = sum(width for width, cut in zip(least, soft, strict=True) if not cut)
    left = sum(least) - hard
    if left and hard < room:
        factor = (room - hard) / left
        pairs = zip(least, soft, strict=True)
        return [width * factor if cut else width for width, cut in pairs]
    return [width * room / sum(least) for width in least]


def least_widths(words: Words, size: float, tails: Sequence[float] = ()) -> list[float]:
    """Return for each column what its widest word takes, with its tail and pads."""
    behind = tails or [0.0] * len(words.cells)
    return [
        max(heading * size, cell * size + tail) + 2 * PAD + _SLACK
        for heading, cell, tail in zip(words.headings, words.cells, behind, strict=True)
    ]


def _words(text: str) -> list[str]:
    """Split as `fonts.wrap` does: a no-break space holds its words together."""
    return text.replace("\n", " ").split(" ")


def _widest(words: set[str]) -> float:
    return max((fonts.width(word, fonts.BOLD, 1) for word in words), default=0.0)


def _shared(weights: Sequence[int], least: Sequence[float], room: float) -> list[float]:
    """Give each column its share, and its least width where the share is smaller."""
    widths = list(least)
    open_columns = set(range(len(weights)))
    while open_columns:
        fixed = sum(
            widths[place] for place in range(len(widths)) if place not in open_columns
        )
        total = sum(weights[place] for place in open_columns) or 1
        unit = (room - fixed) / total
        short = {
            place for place in open_columns if unit * weights[place] < least[place]
        }
        if not short:
            for place in open_columns:
                widths[place] = unit * weights[place]
            break
        open_columns -= short
    return widths
