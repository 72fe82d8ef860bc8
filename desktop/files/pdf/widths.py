"""Share a table's width between its columns so that no word is cut."""

from collections.abc import Sequence
from typing import Final

from desktop.files import fonts
from desktop.records.report import Column, ColumnType

PAD: Final = 3.0
"""Room between a cell's edge and its text, left and right, in points."""
_SLACK: Final = 0.01
"""Keeps a word from being cut where sums of widths are rounded."""
_CUTTABLE: Final = frozenset({ColumnType.TEXT})

Texts = Sequence[Sequence[str]]


def column_widths(
    columns: Sequence[Column],
    texts: Texts,
    room: float,
    size: float,
    tails: Sequence[float] = (),
) -> list[float] | None:
    """Return widths in points by weight, or None when words are too wide for `room`.

    `tails` are what follows the texts of each column, in points.
    """
    least = least_widths(columns, texts, size, tails)
    if sum(least) > room:
        return None
    return _shared([column.weight for column in columns], least, room)


def squeezed_widths(
    columns: Sequence[Column],
    texts: Texts,
    room: float,
    size: float,
    tails: Sequence[float] = (),
) -> list[float]:
    """Return widths that fit at any price: words are cut before numbers are."""
    least = least_widths(columns, texts, size, tails)
    soft = [column.type in _CUTTABLE for column in columns]
    hard = sum(width for width, cut in zip(least, soft, strict=True) if not cut)
    left = sum(least) - hard
    if left and hard < room:
        factor = (room - hard) / left
        pairs = zip(least, soft, strict=True)
        return [width * factor if cut else width for width, cut in pairs]
    return [width * room / sum(least) for width in least]


def least_widths(
    columns: Sequence[Column],
    texts: Texts,
    size: float,
    tails: Sequence[float] = (),
) -> list[float]:
    """Return for each column what its widest word takes, set bold, with its pads."""
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
    behind = tails or [0.0] * len(columns)
    return [
        max(_widest(heading, size), _widest(found, size) + tail) + 2 * PAD + _SLACK
        for heading, found, tail in zip(headings, cells, behind, strict=True)
    ]


def _words(text: str) -> list[str]:
    """Split as `fonts.wrap` does: a no-break space holds its words together."""
    return text.replace("\n", " ").split(" ")


def _widest(words: set[str], size: float) -> float:
    return max((fonts.width(word, fonts.BOLD, size) for word in words), default=0.0)


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
