"""Turn the blocks of a report into stretches of pages that lie the same way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from math import ceil
from typing import Final

from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files.charts.columns import most_columns
from desktop.files.charts.drawing import draw_chart
from desktop.files.pdf.drawing import paint
from desktop.files.pdf.footnotes import NO_NOTES, Notes, mark, noted
from desktop.files.pdf.strips import BODY_LINES_KEPT, Strip
from desktop.files.pdf.tables import table
from desktop.files.pdf.tails import keyed
from desktop.files.pdf.text import (
    BETWEEN,
    BODY,
    BODY_ITALIC,
    CAPTION,
    heading,
    paragraph,
    title,
)
from desktop.files.pdf.words import words
from desktop.records.report import (
    Bar,
    Block,
    Chart,
    ChartKind,
    Heading,
    Paragraph,
    Table,
)

_SHORT: Final = 210 * mm
_LONG: Final = 297 * mm
_MOST_BARS: Final = 12
_STOPS: Final = " .;:,/"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4 and its margins, in points; Decree 30/2020, Annex I: 20, 20, 30, 15 mm."""

    width: float
    height: float
    top: float = 20 * mm
    bottom: float = 20 * mm
    left: float = 30 * mm
    right: float = 15 * mm

    @property
    def room(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right

    @property
    def tall(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom


PORTRAIT: Final = Sheet(_SHORT, _LONG)
LANDSCAPE: Final = Sheet(_LONG, _SHORT)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Strips for pages that lie the same way."""

    sheet: Sheet
    strips: list[Strip]


Opening = Callable[[Sheet], Sequence[Strip]]


def _nothing(_sheet: Sheet) -> Sequence[Strip]:
    return ()


def stretches(
    blocks: Sequence[Block],
    *,
    landscape: bool = False,
    level: int = 0,
    notes: Notes = NO_NOTES,
    opening: Opening = _nothing,
) -> list[Stretch]:
    """Return the blocks as stretches; a heading lies as what it heads does.

    `level` is that of the outermost headings in the document's outline; `opening`
    returns what stands above the first block on a sheet.
    """
    blocks = list(keyed(blocks))
    found: list[Stretch] = []
    for sheet, block in _laid(blocks, landscape=landscape):
        if not found:
            found.append(Stretch(sheet, list(opening(sheet))))
        if found[-1].sheet != sheet:
            found.append(Stretch(sheet, []))
        strips = found[-1].strips
        if isinstance(block, Table):
            tallest = sheet.tall - _bound_height(strips)
            strips += table(block, sheet.room, tallest, notes)
        else:
            strips += _strips(block, sheet, level, notes)
    return found


def _bound_height(strips: Sequence[Strip]) -> float:
    """Return the height of the last strips, as far as they cling to what follows."""
    last = takewhile(lambda strip: strip.bound, reversed(strips))
    return sum(strip.before + strip.height for strip in last)


def _laid(blocks: Sequence[Block], *, landscape: bool) -> list[tuple[Sheet, Block]]:
    usual = LANDSCAPE if landscape else PORTRAIT
    laid: list[tuple[Sheet, Block]] = []
    following = usual
    for block in reversed(blocks):
        if isinstance(block, Table):
            following = LANDSCAPE if block.landscape else usual
        elif not isinstance(block, Heading):
            following = usual
        laid.append((following, block))
    return laid[::-1]


def _strips(
    block: Heading | Paragraph | Chart, sheet: Sheet, level: int, notes: Notes
) -> list[Strip]:
    if isinstance(block, Heading):
        own = notes.at(block.place) if block.place else ()
        outline = level + block.level - 1
        strips = heading(
            block.text, block.level, sheet.room, outline=outline, mark=mark(own)
        )
        return noted(strips, own, sheet.room)
    if isinstance(block, Paragraph):
        style = BODY_ITALIC if block.italic else BODY
        parts = block.text.splitlines() or [""]
        return [line for part in parts for line in paragraph(part, style, sheet.room)]
    return _chart(block, sheet)


def _chart(chart: Chart, sheet: Sheet) -> list[Strip]:
    drawings = [
        draw_chart(replace(chart, bars=bars), sheet.room, chart)
        for bars in _batches(chart, sheet.room)
    ]
    return [*title(chart.title, CAPTION, sheet.room), *map(_picture, drawings)]


def _batches(chart: Chart, room: float) -> Iterator[tuple[Bar, ...]]:
    """Yield the bars of a chart in parts of like size that fit a page."""
    count = len(chart.bars)
    targets = chart.kind is ChartKind.TARGETS
    most = _MOST_BARS if targets else most_columns(chart, room)
    parts = max(1, ceil(count / most))
    size = max(1, ceil(count / parts))
    for start in range(0, max(1, count), size):
        yield chart.bars[start : start + size]


def _picture(drawing: Drawing) -> Strip:
    def draw(canvas: Canvas, left: float, top: float) -> None:
        paint(drawing, canvas, left, top - drawing.height)

    return Strip(
        height=drawing.height, draw=draw, before=BETWEEN, body_lines=BODY_LINES_KEPT
    )


def ended(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the end mark on the last paragraph, once."""
    marked = list(blocks)
    for place in range(len(marked) - 1, -1, -1):
        block = marked[place]
        if isinstance(block, Paragraph):
            marked[place] = replace(block, text=_ended(block.text))
            break
    return marked


def _ended(text: str) -> str:
    mark = words("close")["end_mark"]
    text = text.rstrip()
    return text if text.endswith(mark) else text.rstrip(_STOPS) + mark
