"""Merge the heading cells of a table: equal neighbours make one cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.records.report import Column


@dataclass(frozen=True, slots=True)
class Merged:
    """A heading cell; `after` and `below` are the first it does not cover."""

    first: int
    after: int
    top: int
    below: int
    text: str


def merged(columns: Sequence[Column]) -> list[Merged]:
    """Return the cells of a heading: merged across, then down.

    Neighbours merge across only under the same cells, so that two groups may
    both hold a column of one name.
    """
    depth = max((len(column.heading) for column in columns), default=0)
    paths = [_deepened(column.heading, depth) for column in columns]
    cells: list[Merged] = []
    for level in range(depth):
        first = 0
        while first < len(paths):
            after = _after(paths, first, level)
            if not _same_span(paths, first, after, level):
                below = _below(paths, first, after, level)
                cells.append(Merged(first, after, level, below, paths[first][level]))
            first = after
    return cells


def _deepened(heading: tuple[str, ...], depth: int) -> tuple[str, ...]:
    last = heading[-1:] or ("",)
    return heading + last * (depth - len(heading))


def _after(paths: Sequence[tuple[str, ...]], first: int, level: int) -> int:
    after = first + 1
    path = paths[first][: level + 1]
    while after < len(paths) and paths[after][: level + 1] == path and path[-1]:
        after += 1
    return after


def _same_span(
    paths: Sequence[tuple[str, ...]], first: int, after: int, level: int
) -> bool:
    """Tell whether a level repeats, over the whole span, the level above it."""
    return (
        0 < level < len(paths[first])
        and paths[first][level] == paths[first][level - 1]
        and _after(paths, first, level) == after == _after(paths, first, level - 1)
    )


def _below(paths: Sequence[tuple[str, ...]], first: int, after: int, level: int) -> int:
    below = level + 1
    while _same_span(paths, first, after, below):
        below += 1
    return below
