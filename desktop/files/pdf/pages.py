"""Draw filled pages: strips, page numbers, outline, and where signatures go."""

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.body import Sheet, Stretch
from desktop.files.pdf.drawn import Box
from desktop.files.pdf.strips import Entry, Placed, Strip, fill
from desktop.progress import Progress, Step

_STAGE: Final = "drawing_pdf"
_NUMBER_SIZE: Final = 13.0
_NUMBER_DOWN: Final = 14 * mm
"""Baseline of the page number, from the paper's top edge."""
_CORNER: Final = (75 * mm, 13 * mm)
"""Three lines of 10 points; Decree 30/2020, cell 14."""
_CORNER_DOWN: Final = 5 * mm
_CORNER_SIZE: Final = 10.0
_FOOT_SIZE: Final = 11.0
_FOOT_UP: Final = 10 * mm
_FOOT_LINE: Final = 13.0
"""From one foot line to the next; two of them stay below the text."""
_ACROSS: Final = 0.6
"""How much of the page's diagonal the word across it takes."""
_PALE: Final = 0.9
"""Grey of that word, 1 being white: what is printed over it stays legible."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be drawn."""

    sheet: Sheet
    placed: Sequence[Placed]
    number: int
    """Counted from 1 in the body, and from 1 again in each annex."""


def paged(part: Sequence[Stretch], opening: Sequence[Strip] = ()) -> Iterator[Page]:
    """Yield the pages of the body or of one annex, numbered from 1.

    `opening` stands at the foot of the first.
    """
    number = 0
    for stretch in part:
        for placed in fill(stretch.strips, stretch.sheet.tall, opening):
            number += 1
            yield Page(stretch.sheet, placed, number)
        opening = ()


def corner(sheet: Sheet) -> Box:
    """Return cell 14 of a first page: nothing is drawn in the top margin there."""
    width, height = _CORNER
    right = sheet.width - sheet.right
    top = sheet.height - _CORNER_DOWN
    return Box(page=0, x0=right - width, y0=top - height, x1=right, y1=top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stands outside the text, all of it clean."""

    across: str = ""
    """Large and pale over the whole of every page, below all else."""
    foot: str = ""
    """On every page."""
    code: str = ""
    """Below it on every page; upright, because it is read letter by letter."""
    corner: str = ""
    """Top right of the first page."""


NO_MARGINS: Final = Margins()


def draw_pages(
    pages: Sequence[Page], margins: Margins, progress: Progress
) -> tuple[bytes, Mapping[str, Box]]:
    """Return a plain PDF, and the named places by name.

    Raises:
        Cancelled: `progress` asked to stop.
    """
    fonts.register()
    written = io.BytesIO()
    # the published types take the face's name for a number
    canvas = Canvas(
        written,
        invariant=1,
        pageCompression=0,  # the archival pass compresses, and faster
        pdfVersion=(1, 7),
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]
    )
    outline = _Outline(canvas)
    boxes: dict[str, Box] = {}
    for index, page in enumerate(pages):
        progress(Step(_STAGE, index, len(pages)))
        canvas.setPageSize((page.sheet.width, page.sheet.height))
        _draw_across(canvas, page.sheet, margins.across)
        _draw_margins(canvas, page, margins)
        if index == 0 and margins.corner:
            _draw_corner(canvas, page.sheet, margins.corner)
        for placed in page.placed:
            _draw_strip(canvas, page.sheet, placed)
            outline.enter(
                placed.strip.entry, page.sheet.height - page.sheet.top - placed.top
            )
            boxes |= _boxes(index, page.sheet, placed)
        canvas.showPage()
    canvas.save()
    progress(Step(_STAGE, len(pages), len(pages)))
    return written.getvalue(), boxes


def _draw_strip(canvas: Canvas, sheet: Sheet, placed: Placed) -> None:
    placed.strip.draw(canvas, sheet.left, sheet.height - sheet.top - placed.top)


def _draw_across(canvas: Canvas, sheet: Sheet, text: str) -> None:
    """Write a word from corner to corner of a page; nothing where it is blank."""
    if not text:
        return
    long = math.hypot(sheet.width, sheet.height) * _ACROSS
    size = long / fonts.width(text, fonts.BOLD, 1)
    canvas.saveState()
    canvas.setFillGray(_PALE)
    canvas.setFont(fonts.BOLD, size)
    canvas.translate(sheet.width / 2, sheet.height / 2)
    canvas.rotate(math.degrees(math.atan2(sheet.height, sheet.width)))
    canvas.drawCentredString(0, -size / 3, text)
    canvas.restoreState()


def _draw_margins(canvas: Canvas, page: Page, margins: Margins) -> None:
    """Draw the page number in the top margin from page 2 on, and the foot lines."""
    sheet = page.sheet
    middle = sheet.left + sheet.room / 2
    if page.number > 1:
        canvas.setFont(fonts.REGULAR, _NUMBER_SIZE)
        canvas.drawCentredString(middle, sheet.height - _NUMBER_DOWN, str(page.number))
    up = _FOOT_UP
    if margins.code:
        canvas.setFont(fonts.REGULAR, _FOOT_SIZE)
        canvas.drawCentredString(middle, up, margins.code)
        up += _FOOT_LINE
    if margins.foot:
        canvas.setFont(fonts.ITALIC, _FOOT_SIZE)
        canvas.drawCentredString(middle, up, margins.foot)


def _draw_corner(canvas: Canvas, sheet: Sheet, text: str) -> None:
    """Write one line where cell 14 tells of an electronic copy."""
    canvas.setFont(fonts.REGULAR, _CORNER_SIZE)
    height = sheet.height - _CORNER_DOWN - _CORNER_SIZE
    canvas.drawRightString(sheet.width - sheet.right, height, text)


def _boxes(index: int, sheet: Sheet, placed: Placed) -> dict[str, Box]:
    top = sheet.height - sheet.top - placed.top
    return {
        place.name: Box(
            page=index,
            x0=sheet.left + place.left,
            y0=top - place.top - place.height,
            x1=sheet.left + place.left + place.width,
            y1=top - place.top,
        )
        for place in placed.strip.places
    }


class _Outline:
    """Enter headings; a level is never more than one below the last."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._level = -1

    def enter(self, entry: Entry | None, top: float) -> None:
        """Add an entry that leads to a height on the page now drawn."""
        if entry is None:
            return
        self._count += 1
        self._level = min(entry.level, self._level + 1)
        key = f"h{self._count}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(entry.text, key, self._level, closed=False)
