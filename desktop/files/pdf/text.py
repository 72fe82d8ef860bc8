"""Turn headings and paragraphs into strips, one for each line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.strips import Draw, Entry, Strip

BODY_SIZE: Final = 14.0
LINE: Final = 1.15
"""Line spacing, in lines set single."""
INDENT: Final = 36.0
"""First line of a paragraph: 1.27 cm; Decree 30/2020, Annex I."""
BETWEEN: Final = 6.0
"""Room between paragraphs, in points; Decree 30/2020, Annex I."""
MARK_SHARE: Final = 0.62
"""Size of a raised number, as a part of the size of its text."""
MARK_RISE: Final = 0.36
"""How far it is raised, as a part of the size of its text."""
_BLANK: Final = "\u00a0"
"""Keeps the room of a raised number on the line of the word before it."""


class Align(StrEnum):
    """Where the lines of a text stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set; lengths in points."""

    font: str = fonts.REGULAR
    size: float = BODY_SIZE
    align: Align = Align.JUSTIFY
    indent: float = 0.0
    before: float = BETWEEN
    spacing: float = LINE

    @property
    def leading(self) -> float:
        """Height of one line in points."""
        return self.size * fonts.SINGLE * self.spacing

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to its baseline in points."""
        slack = self.size * fonts.SINGLE * (self.spacing - 1) / 2
        return slack + self.size * fonts.ASCENT


BODY: Final = Style(indent=INDENT)
BODY_ITALIC: Final = replace(BODY, font=fonts.ITALIC)
HEADINGS: Final = {
    1: Style(font=fonts.BOLD, indent=INDENT, align=Align.LEFT, before=9),
    2: Style(font=fonts.BOLD, indent=INDENT, align=Align.LEFT),
    3: Style(indent=INDENT, align=Align.LEFT),
}
TITLE: Final = Style(font=fonts.BOLD, align=Align.CENTRE)
CAPTION: Final = Style(font=fonts.BOLD, size=13, align=Align.CENTRE, before=9)
REFERENCE: Final = Style(font=fonts.ITALIC, size=13, align=Align.CENTRE, before=3)
UNIT: Final = Style(font=fonts.ITALIC, size=12, align=Align.RIGHT, before=2)
NOTE: Final = Style(size=11, align=Align.LEFT, before=3, spacing=1.05)


def paragraph(text: str, style: Style, room: float, mark: str = "") -> list[Strip]:
    """Return a paragraph's lines; its first two and its last two stay together.

    `mark` is raised behind the last word.
    """
    lines = _lines(fonts.clean(text) + _kept(mark, style), style, room)
    last = len(lines) - 1
    return [
        Strip(
            height=style.leading,
            before=style.before if place == 0 else 0.0,
            bound=place in (0, last - 1) and place != last,
            body_lines=1,
            draw=_line(
                line,
                _set_off(style, first=place == 0, last=place == last),
                room,
                mark if place == last else "",
            ),
        )
        for place, line in enumerate(lines)
    ]


def heading(
    text: str, level: int, room: float, *, outline: int, mark: str = ""
) -> list[Strip]:
    """Return a heading's lines, bound to what follows and entered in the outline."""
    style = HEADINGS[min(max(level, 1), len(HEADINGS))]
    words = text.upper() if level == 1 else text
    return enter(title(words, style, room, mark), text, outline)


def title(text: str, style: Style, room: float, mark: str = "") -> list[Strip]:
    """Return lines that are bound to what follows and are no body text."""
    return [
        replace(strip, bound=True, body_lines=0)
        for strip in paragraph(text, style, room, mark)
    ]


def enter(strips: Sequence[Strip], text: str, level: int) -> list[Strip]:
    """Return the strips with an entry in the outline at the first."""
    entry = Entry(level=level, text=fonts.one_line(text))
    return [replace(strips[0], entry=entry), *strips[1:]]


def _kept(mark: str, style: Style) -> str:
    """Return blanks as wide as a mark, that cling to the word before it."""
    wide = fonts.width(mark, fonts.REGULAR, style.size * MARK_SHARE)
    return _BLANK * ceil(wide / fonts.width(_BLANK, style.font, style.size))


def _lines(text: str, style: Style, room: float) -> list[str]:
    if style.align is Align.CENTRE:
        return fonts.balance(text, style.font, style.size, room)
    return fonts.wrap(text, style.font, style.size, room, indent=style.indent)


def _set_off(style: Style, *, first: bool, last: bool) -> Style:
    return replace(
        style,
        indent=style.indent if first else 0.0,
        align=Align.LEFT if last and style.align is Align.JUSTIFY else style.align,
    )


def _line(text: str, style: Style, room: float, mark: str) -> Draw:
    def draw(canvas: Canvas, left: float, top: float) -> None:
        draw_line(canvas, text, style, (left, top - style.baseline), room, mark)

    return draw


def draw_line(
    canvas: Canvas,
    text: str,
    style: Style,
    at: tuple[float, float],
    room: float,
    mark: str = "",
) -> None:
    """Draw one cleaned line over `room` points from `at`: left edge, baseline.

    A mark is raised behind the words, in the blanks that were kept for it.
    """
    free = room - style.indent - fonts.width(text, style.font, style.size)
    shares = {Align.CENTRE: free / 2, Align.RIGHT: free}
    start = at[0] + style.indent + shares.get(style.align, 0.0)
    pen = canvas.beginText(start, at[1])
    pen.setFont(style.font, style.size)
    blanks = text.count(" ")
    if style.align is Align.JUSTIFY and blanks:
        pen.setWordSpace(free / blanks)
    pen.textLine(text)
    if style.align is Align.JUSTIFY and blanks:
        pen.setWordSpace(0)
    if mark:
        words = fonts.width(text.rstrip(_BLANK), style.font, style.size)
        pen.setTextOrigin(start + words, at[1] + style.size * MARK_RISE)
        pen.setFont(fonts.REGULAR, style.size * MARK_SHARE)
        pen.textLine(mark)
    canvas.drawText(pen)


def centred(text: str, style: Style, room: float, mark: str = "") -> list[str]:
    """Return cleaned lines of about equal length, with room for a mark in the last."""
    return fonts.balance(
        fonts.clean(text) + _kept(mark, style), style.font, style.size, room
    )


def widest(lines: Sequence[str], style: Style) -> float:
    """Return the width of the longest line in points."""
    return max(fonts.width(line, style.font, style.size) for line in lines)
