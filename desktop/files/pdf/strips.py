"""Fill pages with strips: each strip is drawn whole, none is cut by a page's end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas, float, float], None]
"""Draws on a canvas, given the strip's left edge and its top, in points."""

BODY_LINES_KEPT: Final = 2
"""Lines of body that never leave the signature; Decree 30/2020, Annex I."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the document's outline."""

    level: int
    """0 is the outermost."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place inside a strip, in points from its left edge and its top."""

    name: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A full-width piece of a page: a line of text, a row, a chart."""

    height: float
    draw: Draw
    before: float = 0.0
    """Room above it, left out at the top of a page."""
    bound: bool = False
    """No page may end after it."""
    body_lines: int = 0
    """Lines of body text it holds; a chart counts as enough."""
    repeated: tuple["Strip", ...] = ()
    """Drawn again before it when it opens a page: the heading of its table."""
    entry: Entry | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A strip and where it stands, in points below the top of the text."""

    strip: Strip
    top: float


def fill(strips: Iterable[Strip], room: float) -> list[list[Placed]]:
    """Spread strips over pages of `room` points, honouring what is bound."""
    pages = _Pages(room)
    for run in _runs(strips):
        if not pages.fits(run):
            pages.turn(run[0])
        for strip in run:
            pages.put(strip)
    return pages.filled


class _Pages:
    def __init__(self, room: float) -> None:
        self.filled: list[list[Placed]] = [[]]
        self._room = room
        self._used = 0.0

    def fits(self, run: Sequence[Strip]) -> bool:
        opening = run[0].before if not self.filled[-1] else 0.0
        height = sum(strip.before + strip.height for strip in run)
        return self._used + height - opening <= self._room

    def turn(self, strip: Strip) -> None:
        """Open a page, unless this one is still empty."""
        if not self.filled[-1]:
            return
        self.filled.append([])
        self._used = 0.0
        for heading in strip.repeated:
            self._add(heading)

    def put(self, strip: Strip) -> None:
        """Place a strip; a run longer than a page is broken where it must be."""
        if not self.fits([strip]):
            self.turn(strip)
        self._add(strip)

    def _add(self, strip: Strip) -> None:
        top = self._used + (strip.before if self.filled[-1] else 0.0)
        self.filled[-1].append(Placed(strip=strip, top=top))
        self._used = top + strip.height


def _runs(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    run: list[Strip] = []
    for strip in strips:
        run.append(strip)
        if not strip.bound:
            yield run
            run = []
    if run:
        yield run


def bind_last(strips: Sequence[Strip]) -> list[Strip]:
    """Bind to what follows as many last strips as hold two lines of body."""
    bound = list(strips)
    lines = 0
    for place in range(len(bound) - 1, -1, -1):
        bound[place] = replace(bound[place], bound=True)
        lines += bound[place].body_lines
        if lines >= BODY_LINES_KEPT:
            break
    return bound


def bind_all(strips: Sequence[Strip]) -> list[Strip]:
    """Bind every strip to the one that follows."""
    return [replace(strip, bound=True) for strip in strips]
