"""Draw the page of a receipt that is printed, or filed beside the report."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.block import Block
from desktop.files.pdf.printed import HEIGHT, WIDTH, draw_printed
from desktop.files.pdf.text import Align, Style

_MARGIN: Final = 25 * mm
_ROOM: Final = WIDTH - 2 * _MARGIN
_LABELS: Final = 58 * mm
"""Width of what is told, beside the value."""
_BETWEEN: Final = 7.0
_MOST: Final = 6
"""Lines of one value: the page stays one page whatever an office is called."""

_TITLE: Final = Style(font=fonts.BOLD, size=17, align=Align.LEFT, spacing=1.15)
_MARK: Final = Style(font=fonts.BOLD, size=13, align=Align.LEFT, spacing=1.15)
_LABEL: Final = Style(font=fonts.BOLD, size=12, align=Align.LEFT, spacing=1.15)
_VALUE: Final = Style(size=12, align=Align.LEFT, spacing=1.15)


def draw_receipt(
    title: str, mark: str, facts: Sequence[tuple[str, str]], at: dt.datetime
) -> bytes:
    """Return one A4 page; equal input gives equal bytes.

    Args:
        title: Whose receipt it is.
        mark: What stands under it, such as that it is for practice; may be blank.
        facts: What is told: labels and values, in their order.
        at: When it was made, with its offset; told by the file, not by the page.
    """

    def draw(canvas: Canvas) -> None:
        block = Block()
        top = _text(block, title, _TITLE, (0.0, 0.0), _ROOM) + _BETWEEN
        if mark:
            top = _text(block, mark, _MARK, (0.0, top), _ROOM) + _BETWEEN
        for label, value in facts:
            first = _text(block, label, _LABEL, (0.0, top), _LABELS - _BETWEEN)
            last = _text(block, value, _VALUE, (_LABELS, top), _ROOM - _LABELS)
            top = max(first, last) + _BETWEEN
        block.draw(canvas, _MARGIN, HEIGHT - _MARGIN)

    return draw_printed(draw, title, at)


def _text(
    block: Block, text: str, style: Style, at: tuple[float, float], room: float
) -> float:
    lines = fonts.wrap(fonts.clean(text), style.font, style.size, room)
    if len(lines) > _MOST:
        lines = [*lines[: _MOST - 1], f"{lines[_MOST - 1].rpartition(' ')[0]} …"]
    return block.write(lines, style, at, room)
