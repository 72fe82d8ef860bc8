"""Share a table's width between its columns so that no word is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from desktop.files import fonts
from desktop.records.report import Column, ColumnType

PAD: Final = 3.0
"""Room between a cell's edge and its text, left and right, in points."""
_SLACK: Final = 0.01
"""Keeps a word from being cut where sums of widths are rounded."""
_HEADING_LINES: Final = 4.5
"""Lines a heading is broken into at most, or nearly, where there is room."""
_CUTTABLE: Final = frozenset({ColumnType.TEXT})

Texts = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """The widest word of each column in ems, set bold."""

    headings: Sequence[float]
    cells: Sequence[float]
    prose: Sequence[float | None]
    """Length of the texts of each column: the root of their mean square, so that
    long ones count; None where a column holds no text that may be broken."""
    lines: Sequence[float]
    """Width at which the lowest heading of each column takes few lines."""


def widest_words(
    columns: Sequence[Column], texts: Texts, prose: Texts | None = None
) -> Words:
    """Measure the words of a table once, for every size it may be set in.

    `prose` are the rows whose cells stand in one column each; all where None.
    """
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
    return Words(
        list(map(_widest, headings)),
        list(map(_widest, cells)),
        _lengths(columns, texts if prose is None else prose),
        [_length(column.heading[-1:]) / _HEADING_LINES for column in columns],
    )


def _length(heading: Sequence[str]) -> float:
    return sum(fonts.width(fonts.clean(text), fonts.BOLD, 1) for text in heading)


def _lengths(columns: Sequence[Column], texts: Texts) -> list[float | None]:
    lengths: list[float | None] = [None] * len(columns)
    for place, column in enumerate(columns):
        if column.type in _CUTTABLE:
            widths = (fonts.width(row[place], fonts.REGULAR, 1) for row in texts)
            squares = sum(width**2 for width in widths)
            lengths[place] = sqrt(squares / max(1, len(texts)))
    return lengths


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
    if sum(least_widths(words, size, tails)) > room:
        return None
    least = floors(words, room, size, tails)
    shares = _shared([column.weight for column in columns], least, room)
    return _by_prose(shares, least, words.prose)


def floors(
    words: Words, room: float, size: float, tails: Sequence[float] = ()
) -> list[float]:
    """Return widths that cut no word and, where there is room, keep headings low."""
    least = least_widths(words, size, tails)
    roomy = [
        max(width, lines * size + 2 * PAD)
        for width, lines in zip(least, words.lines, strict=True)
    ]
    return roomy if sum(roomy) <= room else least


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


def _by_prose(
    widths: Sequence[float], least: Sequence[float], prose: Sequence[float | None]
) -> list[float]:
    """Give columns of text, among themselves, half by weight and half by length."""
    found = list(widths)
    soft = {place: length for place, length in enumerate(prose) if length is not None}
    total = sum(soft.values())
    if not total:
        return found
    room = sum(widths[place] for place in soft)
    wanted = [widths[at] + room * length / total for at, length in soft.items()]
    shares = _shared(wanted, [least[place] for place in soft], room)
    for place, width in zip(soft, shares, strict=True):
        found[place] = width
    return found


def _shared(
    weights: Sequence[float], least: Sequence[float], room: float
) -> list[float]:
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
