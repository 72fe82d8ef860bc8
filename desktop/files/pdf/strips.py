"""Fill pages with strips: each strip is drawn whole, none is cut by a page's end.

What is noted of a strip stands at the foot of the page it stands on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas, float, float], None]
"""Draws on a canvas, given the strip's left edge and its top, in points."""

BODY_LINES_KEPT: Final = 2
"""Lines of body that never leave the signature; Decree 30/2020, Annex I."""

_RULE_LENGTH: Final = 50 * mm
_RULE_WIDTH: Final = 0.5
_RULE_ROOM: Final = 8.0
"""Height kept for the rule above the notes of a page, in points."""
_MOST_CARRIED: Final = 0.5
"""Part of a page that notes carried over from the one before may take."""


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
    notes: tuple["Strip", ...] = ()
    """Lines that stand at the foot of its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A strip and where it stands, in points below the top of the text."""

    strip: Strip
    top: float


def _draw_rule(canvas: Canvas, left: float, top: float) -> None:
    canvas.setLineWidth(_RULE_WIDTH)
    height = top - _RULE_ROOM / 2
    canvas.line(left, height, left + _RULE_LENGTH, height)


FOOT_RULE: Final = Strip(height=_RULE_ROOM, draw=_draw_rule)
"""The short rule between the text of a page and its notes."""


def fill(
    strips: Iterable[Strip], room: float, opening: Sequence[Strip] = ()
) -> list[list[Placed]]:
    """Spread strips over pages of `room` points, honouring what is bound.

    `opening` stands at the very foot of the first page. Notes longer than their
    page are carried on to the foot of the next, as nothing else can be done.
    """
    pages = _Pages(room, opening)
    for run in _runs(strips):
        if not pages.fits(run):
            pages.turn(run[0])
        for strip in run:
            pages.put(strip)
    return pages.finished()


class _Pages:
    def __init__(self, room: float, opening: Sequence[Strip]) -> None:
        self._filled: list[list[Placed]] = [[]]
        self._room = room
        self._used = 0.0
        self._opening = tuple(opening)
        self._notes: list[Strip] = []
        self._carried: list[Strip] = []
        self._fresh = True

    def fits(self, run: Sequence[Strip]) -> bool:
        opening = run[0].before if not self._filled[-1] else 0.0
        notes = [note for strip in run for note in strip.notes]
        height = _height(run) - opening + self._foot(notes)
        return self._used + height <= self._room

    def turn(self, strip: Strip) -> bool:
        """Open a page, unless this one holds nothing but repeated headings."""
        if self._fresh and not self._notes:
            return False
        self._open()
        for heading in strip.repeated:
            self._add(heading)
        self._fresh = True
        return True

    def put(self, strip: Strip) -> None:
        """Place a strip; a run longer than a page is broken where it must be."""
        while not self.fits([strip]) and self.turn(strip):
            pass  # one page at most, but for those that carried notes fill
        self._add(strip)
        for note in strip.notes:
            self._note(note)

    def finished(self) -> list[list[Placed]]:
        """Return the pages, the last of them with its foot."""
        while self._carried:
            self._open()
        self._close()
        return self._filled

    def _add(self, strip: Strip) -> None:
        top = self._used + (strip.before if self._filled[-1] else 0.0)
        self._filled[-1].append(Placed(strip=strip, top=top))
        self._used = top + strip.height
        self._fresh = False

    def _note(self, note: Strip) -> None:
        """Keep a note for the foot; what follows a carried one is carried too."""
        room = self._room - self._used
        if self._carried or self._foot([note]) > room:
            self._carried.append(note)
        else:
            self._notes.append(note)

    def _foot(self, more: Sequence[Strip] = ()) -> float:
        notes = [*self._notes, *more]
        return _height([FOOT_RULE, *notes] if notes else []) + _height(self._opening)

    def _open(self) -> None:
        self._close()
        self._filled.append([])
        self._used = 0.0
        waiting, self._carried = self._carried, []
        for note in waiting:
            lasting = _height([*self._notes, note]) > self._room * _MOST_CARRIED
            if self._carried or (lasting and self._notes):
                self._carried.append(note)
            else:
                self._notes.append(note)

    def _close(self) -> None:
        """Stand the foot at the page's end."""
        foot = [FOOT_RULE, *self._notes] if self._notes else []
        top = self._room - self._foot()
        for strip in (*foot, *self._opening):
            top += strip.before
            self._filled[-1].append(Placed(strip=strip, top=top))
            top += strip.height
        self._notes, self._opening = [], ()


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.before + strip.height for strip in strips)


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
