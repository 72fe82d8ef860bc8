"""Draw a code that is scanned: ISO/IEC 18004, dark squares on white paper."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.block import Block
from desktop.files.pdf.drawn import PrintedCode
from desktop.files.pdf.strips import Strip
from desktop.files.pdf.text import BETWEEN, Align, Style
from desktop.files.pdf.words import words

SIDE: Final = 24 * mm
"""Side with its margin: a module is 0.6 mm, more than two dots at 100 dpi."""
MARGIN: Final = 4
"""Blank modules around it, which the standard asks for."""

_GAP: Final = 6.0
_LABEL: Final = Style(font=fonts.BOLD, size=10, align=Align.LEFT, spacing=1.1)
_HINT: Final = Style(font=fonts.ITALIC, size=9, align=Align.LEFT, spacing=1.1)
_HALF: Final = 3
"""Groups of the code on the first of its two lines."""


def modules(text: str) -> list[list[bool]]:
    """Return the rows of a code, true where it is dark, at level M.

    Digits, capitals and `/` take little room: 90 of them fit into 33 by 33.
    """
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return [[bool(one) for one in row] for row in code.modules]


def draw_square(
    canvas: Canvas, rows: Sequence[Sequence[bool]], at: tuple[float, float], side: float
) -> None:
    """Draw the rows from the upper left corner `at`, the margin inside `side`."""
    step = side / (len(rows) + 2 * MARGIN)
    left, top = at[0] + MARGIN * step, at[1] - MARGIN * step
    path = canvas.beginPath()
    for down, row in enumerate(rows, 1):
        across = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                path.rect(left + across * step, top - down * step, length * step, step)
            across += length
    canvas.saveState()
    canvas.setFillColor(black)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def code_block(code: PrintedCode, room: float) -> Strip:
    """Return the square code with the code to type beside it, over `room` points."""
    fixed = words("code")
    block = Block()
    at, narrow = SIDE + _GAP, room - SIDE - _GAP
    groups = code.typed.split("-")
    lines = [fixed["label"], "-".join(groups[:_HALF]), "-".join(groups[_HALF:])]
    top = block.write(lines, _LABEL, (at, _GAP), narrow)
    hint = fonts.wrap(fonts.clean(fixed["hint"]), _HINT.font, _HINT.size, narrow)
    bottom = block.write(hint, _HINT, (at, top), narrow)
    rows = modules(code.scanned)

    def draw(canvas: Canvas, left: float, top: float) -> None:
        draw_square(canvas, rows, (left, top), SIDE)
        block.draw(canvas, left, top)

    return Strip(height=max(SIDE, bottom), draw=draw, before=BETWEEN)
