"""Draw the page that tells how to sign a report with another program."""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.block import Block
from desktop.files.pdf.places_shown import PAGE, first_page, last_page
from desktop.files.pdf.printed import HEIGHT, WIDTH, draw_printed
from desktop.files.pdf.text import Align, Style
from desktop.paths import RESOURCES

_MARGIN: Final = 16 * mm
_ROOM: Final = WIDTH - 2 * _MARGIN
_COLUMN: Final = _ROOM - PAGE[0] - 8 * mm
"""Width of the steps, beside the pictures."""
_HANGING: Final = 11.0
_FOOT_UP: Final = 9 * mm
_FRAME: Final = 6.0
"""Room between the frame around what is to be signed and its words."""
_BETWEEN: Final = 9.0
_CAUSE: Final = 0.32
"""Part of the width that names what went wrong; the rest tells what to do."""
_MOST: Final = 2
_GREY: Final = Color(0.45, 0.45, 0.45)

_TITLE: Final = Style(font=fonts.BOLD, size=17, align=Align.LEFT, spacing=1.1)
_SUBTITLE: Final = Style(font=fonts.BOLD, size=12.5, align=Align.LEFT, spacing=1.1)
_LEAD: Final = Style(font=fonts.ITALIC, size=10.5, align=Align.LEFT, spacing=1.1)
_HEADING: Final = Style(font=fonts.BOLD, size=11.5, align=Align.LEFT, spacing=1.1)
_STEP: Final = Style(size=10.8, align=Align.LEFT, spacing=1.08)
_SMALL: Final = Style(size=10, align=Align.LEFT, spacing=1.08)
_SMALL_BOLD: Final = Style(font=fonts.BOLD, size=10, align=Align.LEFT, spacing=1.08)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSign:
    """The report the page is printed for."""

    title: str
    file_name: str
    signer: str
    """Authority and name, as below the report."""
    code: str
    """Short code of its data."""


@cache
def guide_words() -> Mapping[str, Any]:
    """Return the words of `templates/signing_guide.toml`."""
    path = RESOURCES / "templates" / "signing_guide.toml"
    return MappingProxyType(tomllib.loads(path.read_text("utf-8")))


def draw_guide(report: ToSign | None, at: dt.datetime) -> bytes:
    """Return one A4 page; equal input gives equal bytes.

    Args:
        report: What is to be signed; None leaves room to write it down by hand.
        at: When it was made, with its offset; told by the file, not by the page.
    """

    def draw(canvas: Canvas) -> None:
        draw_page(canvas, report)

    return draw_printed(draw, guide_words()["title"], at)


def draw_page(canvas: Canvas, report: ToSign | None) -> float:
    """Draw the page; return what is left below its text, in points."""
    words = guide_words()
    block = Block()
    top = _head(block, words)
    framed = top
    top = _to_sign(block, words["sign"], report, top)
    bottom = top
    top += _BETWEEN * 1.5
    beside = top
    for part in words["parts"]:
        top = _part(block, part, top) + _BETWEEN
    top = max(top, _pictures(canvas, words["picture"], beside))
    end = _trouble(block, words["trouble"], top)
    _frame(canvas, framed, bottom)
    block.draw(canvas, _MARGIN, HEIGHT - _MARGIN)
    _foot(canvas, words["foot"])
    return HEIGHT - 2 * _MARGIN - end


# --- parts -------------------------------------------------------------------


def _head(block: Block, words: Mapping[str, Any]) -> float:
    top = _text(block, words["title"], _TITLE, (0.0, 0.0), _ROOM)
    top = _text(block, words["subtitle"], _SUBTITLE, (0.0, top), _ROOM)
    return _text(block, words["lead"], _LEAD, (0.0, top + 3), _ROOM) + _BETWEEN


def _to_sign(
    block: Block, words: Mapping[str, Any], report: ToSign | None, top: float
) -> float:
    """Write what is to be signed; return where its frame ends."""
    room = _ROOM - 2 * _FRAME
    at = top + _FRAME
    at = _text(block, words["heading"], _HEADING, (_FRAME, at), room)
    for fact in _facts(words, report):
        lines = fonts.wrap(fonts.clean(fact), _STEP.font, _STEP.size, room)
        at = block.write(_cut(lines), _STEP, (_FRAME, at), room)
    return at + _FRAME


def _cut(lines: list[str]) -> list[str]:
    """Keep two lines, so that the page stays one page whatever a report is called."""
    if len(lines) <= _MOST:
        return lines
    return [*lines[: _MOST - 1], f"{lines[_MOST - 1].rpartition(' ')[0]} …"]


def _facts(words: Mapping[str, Any], report: ToSign | None) -> Sequence[str]:
    if report is None:
        blank: list[str] = words["blank"]
        return blank
    return (
        words["report"].format(title=report.title),
        words["file"].format(file_name=report.file_name),
        words["signer"].format(signer=report.signer),
        words["code"].format(code=report.code),
    )


def _part(block: Block, part: Mapping[str, Any], top: float) -> float:
    top = _text(block, part["heading"], _HEADING, (0.0, top), _COLUMN) + 1
    for step in part["steps"]:
        block.write(["–"], _STEP, (0.0, top), _HANGING)
        at = (_HANGING, top)
        top = _text(block, step, _STEP, at, _COLUMN - _HANGING) + 2
    return top


def _pictures(canvas: Canvas, words: Mapping[str, Any], top: float) -> float:
    """Draw where what is put, beside the steps; return where that ends."""
    left = WIDTH - _MARGIN - PAGE[0]
    for name, draw in (("first", first_page), ("last", last_page)):
        caption = Block()
        below = caption.write([words[name]], _SMALL_BOLD, (0.0, 0.0), PAGE[0])
        caption.draw(canvas, left, HEIGHT - _MARGIN - top)
        draw(canvas, words, (left, HEIGHT - _MARGIN - top - below - 2))
        top += below + 2 + PAGE[1] + _BETWEEN
    legend = Block()
    end = 0.0
    for line in words["legend"]:
        end = _text(legend, line, _SMALL, (0.0, end), PAGE[0])
    legend.draw(canvas, left, HEIGHT - _MARGIN - top)
    return top + end + _BETWEEN


def _trouble(block: Block, words: Mapping[str, Any], top: float) -> float:
    top = _text(block, words["heading"], _HEADING, (0.0, top), _ROOM) + 1
    at = _ROOM * _CAUSE
    for cause, cure in words["rows"]:
        first = _text(block, cause, _SMALL_BOLD, (0.0, top), at - _HANGING)
        top = max(first, _text(block, cure, _SMALL, (at, top), _ROOM - at)) + 1
    return top


def _text(
    block: Block, text: str, style: Style, at: tuple[float, float], room: float
) -> float:
    lines = fonts.wrap(fonts.clean(text), style.font, style.size, room)
    return block.write(lines, style, at, room)


def _frame(canvas: Canvas, top: float, bottom: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(_GREY)
    canvas.setLineWidth(0.8)
    low = HEIGHT - _MARGIN - bottom
    canvas.rect(_MARGIN, low, _ROOM, bottom - top, stroke=1, fill=0)
    canvas.restoreState()


def _foot(canvas: Canvas, text: str) -> None:
    canvas.saveState()
    canvas.setFillColor(_GREY)
    canvas.setFont(fonts.ITALIC, 9)
    canvas.drawCentredString(WIDTH / 2, _FOOT_UP, fonts.one_line(text))
    canvas.restoreState()
