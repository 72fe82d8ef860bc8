"""Show in small where number, date, signature and seal go; Decree 30/2020, Annex I."""

from collections.abc import Mapping
from typing import Final

from reportlab.lib.colors import Color, black, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts

PAGE: Final = (48 * mm, 60 * mm)
"""Width and height of the upper or lower part of a page as it is shown."""

_LINES: Final = Color(0.72, 0.72, 0.72)
_BLUE: Final = Color(0.10, 0.25, 0.70)
_RED: Final = Color(0.80, 0.10, 0.10)
_LETTER: Final = 3.6 * mm
"""Width of the disc that bears a letter of the legend."""
_DASHES: Final = (2, 1.5)
_SEAL: Final = 6.5 * mm
"""Radius; in proportion a little larger than life, to be seen."""

At = tuple[float, float]
"""Points from the left and from the bottom of the page."""
Words = Mapping[str, str]


def first_page(canvas: Canvas, words: Words, at: At) -> None:
    """Draw the upper part of page 1 from its upper left corner: number and date."""
    left, top = at
    width, _height = PAGE
    canvas.saveState()
    _sheet(canvas, at)
    for share, tall in ((0.27, 0), (0.73, 0), (0.27, 1), (0.73, 1)):
        wide = width * (0.34 if tall == 0 else 0.24)
        _line(canvas, left + width * share - wide / 2, top - (8 + tall * 3) * mm, wide)
    _place(canvas, (left + 3 * mm, top - 21 * mm), 15 * mm, words["number"], "C")
    _place(canvas, (left + 24 * mm, top - 21 * mm), 20 * mm, words["date"], "D")
    _line(canvas, left + width * 0.36, top - 27 * mm, width * 0.28)
    _line(canvas, left + width * 0.26, top - 30 * mm, width * 0.48)
    _text_lines(canvas, left, top - 36 * mm, 6)
    canvas.restoreState()


def last_page(canvas: Canvas, words: Words, at: At) -> None:
    """Draw the part of a page that has the room to sign: signature and seal."""
    left, top = at
    canvas.saveState()
    _sheet(canvas, at)
    _text_lines(canvas, left, top - 6 * mm, 5)
    for number in range(4):  # the recipients
        _line(canvas, left + 4 * mm, top - (27 + number * 3) * mm, 12 * mm)
    middle = left + 33 * mm
    canvas.setFillColor(black)
    canvas.setFont(fonts.BOLD, 5)
    canvas.drawCentredString(middle, top - 27 * mm, fonts.one_line(words["authority"]))
    _signature(canvas, words["signature"], (middle, top - 38 * mm))
    canvas.setFillColor(black)
    canvas.setFont(fonts.BOLD, 6.5)
    canvas.drawCentredString(middle, top - 52 * mm, fonts.one_line(words["name"]))
    _seal(canvas, words["seal"], (middle - 9.8 * mm, top - 38 * mm))
    canvas.restoreState()


def _sheet(canvas: Canvas, at: At) -> None:
    width, height = PAGE
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.6)
    canvas.rect(at[0], at[1] - height, width, height, stroke=1, fill=0)


def _text_lines(canvas: Canvas, left: float, top: float, count: int) -> None:
    for number in range(count):
        short = 14 * mm if number == count - 1 else 0.0
        wide = PAGE[0] - 8 * mm - short
        _line(canvas, left + 4 * mm, top - number * 3.4 * mm, wide)


def _line(canvas: Canvas, left: float, height: float, wide: float) -> None:
    canvas.setStrokeColor(_LINES)
    canvas.setLineWidth(1.1)
    canvas.line(left, height, left + wide, height)


def _place(canvas: Canvas, at: At, wide: float, words: str, letter: str) -> None:
    """Draw an empty place in dashes, with its words and its letter."""
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.6)
    canvas.setDash(*_DASHES)
    canvas.rect(at[0], at[1], wide, 5.4 * mm, stroke=1, fill=0)
    canvas.setDash()
    canvas.setFillColor(black)
    canvas.setFont(fonts.REGULAR, 7)
    canvas.drawString(at[0] + 1.5 * mm, at[1] + 1.9 * mm, fonts.one_line(words))
    _disc(canvas, letter, (at[0] + wide, at[1] + 5.4 * mm), black)


def _signature(canvas: Canvas, words: str, middle: At) -> None:
    wide, tall = 20 * mm, 14 * mm
    canvas.setStrokeColor(_BLUE)
    canvas.setLineWidth(0.7)
    canvas.setDash(*_DASHES)
    left, low = middle[0] - wide / 2, middle[1] - tall / 2
    canvas.rect(left, low, wide, tall, stroke=1, fill=0)
    canvas.setDash()
    canvas.setFillColor(_BLUE)
    canvas.setFont(fonts.ITALIC, 8)
    canvas.drawCentredString(middle[0] + 3 * mm, middle[1] - 1 * mm, words)
    _disc(canvas, "A", (left + wide, low + tall), _BLUE)


def _seal(canvas: Canvas, words: str, middle: At) -> None:
    canvas.setStrokeColor(_RED)
    canvas.setLineWidth(0.9)
    canvas.circle(*middle, _SEAL, stroke=1, fill=0)
    canvas.circle(*middle, _SEAL - 1.4 * mm, stroke=1, fill=0)
    canvas.setFillColor(_RED)
    canvas.setFont(fonts.BOLD, 7)
    canvas.drawCentredString(middle[0], middle[1] - 0.9 * mm, words)
    _disc(canvas, "B", (middle[0] - _SEAL * 0.7, middle[1] + _SEAL * 0.7), _RED)


def _disc(canvas: Canvas, letter: str, middle: At, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.circle(*middle, _LETTER / 2, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(fonts.BOLD, 7)
    canvas.drawCentredString(middle[0], middle[1] - 2.4, letter)
