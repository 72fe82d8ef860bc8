"""Draw what is seen of a signature, on nothing and as large as its field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.sizes import sizes
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import Room
from desktop.files.signatures.pdf.pictures import Picture

LARGEST: Final = 10.0
"""Points; Decree 30/2020, Annex I, cell 14, asks for this size."""
SMALLEST: Final = 4.0
"""Points; below it nobody reads anything, so the last lines are left out."""
READABLE: Final = 8.0
"""Points; before text gets smaller, a time is broken behind its day."""
STEP: Final = 0.5
MARGIN: Final = 2.0
"""Points kept free at each side of text."""

_TIME: Final = re.compile(r"(?<=\d)T(?=\d\d:)")
"""Where ISO 8601 joins a day and an hour."""
_UNSEEN: Final = 3
"""Way of drawing text that leaves no ink; ISO 32000-1, table 106."""
_SEEN: Final = 0
_VEIL: Final = Color(1, 1, 1, alpha=0.8)
"""Behind the mark, so that no picture hides it."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines as broken, each with its face, and the size of all."""

    lines: list[tuple[str, str]]
    size: float

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.size * fonts.SINGLE


def draw(room: Room, seen: Appearance) -> bytes:
    """Return a PDF of one page as large as a field, transparent but for what is seen.

    A picture has its real size where it has one: a seal, which ends at the room's
    edge; another is in the middle and as large as fits. Text is black and as large
    as fits, 10 points at most.
    """
    output = BytesIO()
    fonts.register()
    canvas = Canvas(
        output,
        pagesize=(room.width, room.height),
        pdfVersion=(1, 7),
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # a name, not a size
        invariant=True,
    )
    if seen.corner:
        _draw_corner(canvas, room, seen)
    elif seen.picture is None:
        _draw_lines(canvas, room, seen)
    else:
        _draw_picture(canvas, room, seen.picture, seen)
    canvas.showPage()
    canvas.save()
    return output.getvalue()


def _draw_corner(canvas: Canvas, room: Room, seen: Appearance) -> None:
    """Write from the upper left: in the corner of a page everything has its place."""
    inside = room.width - 2 * MARGIN, room.height - 2 * MARGIN
    text = _text(_marked(seen), inside)
    _write(canvas, text, room.height - MARGIN, MARGIN, centred=False)


def _draw_lines(canvas: Canvas, room: Room, seen: Appearance) -> None:
    # what was left for a large seal reaches beside the lines above and below
    tall = min(room.height - 2 * MARGIN, sizes().usual_seal * mm)
    text = _text(_marked(seen), (room.text - 2 * MARGIN, tall))
    top = (room.height + text.height) / 2
    _write(canvas, text, top, room.text / 2)


def _marked(seen: Appearance) -> list[tuple[str, str]]:
    """Return what is read and in which face, the mark first and boldest."""
    mark = [(seen.mark, fonts.BOLD)] if seen.mark else []
    return mark + _plain(seen.lines)


def _cleaned(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fonts.clean(line) for line in lines)


def _plain(lines: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(line, fonts.REGULAR) for line in lines]


def _draw_picture(
    canvas: Canvas, room: Room, picture: Picture, seen: Appearance
) -> None:
    left, low, width, height = _place(room, picture)
    # small and at the foot, so that nobody who reads aloud mixes them with the mark
    words = _Text(_break(_plain(_cleaned(seen.lines)), SMALLEST, width), SMALLEST)
    _write(canvas, words, low + words.height, left + width / 2, mode=_UNSEEN)
    image = ImageReader(BytesIO(picture.png))
    canvas.drawImage(image, left, low, width, height, mask="auto")
    if seen.mark:
        _draw_mark(canvas, room, seen.mark)


def _place(room: Room, picture: Picture) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of a picture in the room."""
    across, down = picture.pixels
    if picture.width_mm:
        width = picture.width_mm * mm
        height = width * down / across
        # fields are cut to whole points: the largest seal would lose its rim
        left = max(room.edge - width, 0.0)
        return left, (room.height - height) / 2, width, height
    scale = min(room.width / across, room.height / down)
    width, height = across * scale, down * scale
    return (room.width - width) / 2, (room.height - height) / 2, width, height


def _draw_mark(canvas: Canvas, room: Room, mark: str) -> None:
    """Set the mark over a picture, where another field's text does not run into it."""
    inside = room.text - 2 * MARGIN, room.height - 2 * MARGIN
    text = _text([(mark, fonts.BOLD)], inside)
    top = (room.height + text.height) / 2
    canvas.setFillColor(_VEIL)
    canvas.rect(0, top - text.height, room.text, text.height, stroke=0, fill=1)
    canvas.setFillColor(black)
    _write(canvas, text, top, room.text / 2)


def _write(
    canvas: Canvas,
    text: _Text,
    top: float,
    x: float,
    *,
    centred: bool = True,
    mode: Literal[0, 3] = _SEEN,
) -> None:
    """Set lines below one another, centred on x or starting there."""
    canvas.saveState()  # the way of drawing text outlives the text itself
    for index, (line, face) in enumerate(text.lines):
        baseline = top - (index * fonts.SINGLE + fonts.ASCENT) * text.size
        left = x - fonts.width(line, face, text.size) / 2 if centred else x
        drawn = canvas.beginText(left, baseline)
        drawn.setFont(face, text.size)
        drawn.setTextRenderMode(mode)
        drawn.textOut(line)
        canvas.drawText(drawn)
    canvas.restoreState()


def _text(texts: list[tuple[str, str]], inside: tuple[float, float]) -> _Text:
    """Break texts into lines, as large as the width and height given allow."""
    width, height = inside
    cleaned = [(fonts.clean(text), face) for text, face in texts]
    folded = [(_TIME.sub("T\n", text), face) for text, face in cleaned]
    for tried, least, whole in (
        (cleaned, READABLE, True),
        (folded, SMALLEST, True),
        (folded, SMALLEST, False),
    ):
        for size in _sizes(least):
            broken = _break(tried, size, width)
            fits = len(broken) * size * fonts.SINGLE <= height
            if fits and not (whole and _cuts(tried, size, width)):
                return _Text(broken, size)
    kept = max(int(height / (SMALLEST * fonts.SINGLE)), 0)
    return _Text(_break(folded, SMALLEST, width)[:kept], SMALLEST)


def _break(
    texts: list[tuple[str, str]], size: float, width: float
) -> list[tuple[str, str]]:
    return [
        (part, face)
        for text, face in texts
        for part in fonts.wrap(text, face, size, width)
    ]


def _cuts(texts: list[tuple[str, str]], size: float, width: float) -> bool:
    return any(fonts.longest_word(text, face, size) > width for text, face in texts)


def _sizes(least: float) -> Iterator[float]:
    for step in range(int((LARGEST - least) / STEP) + 1):
        yield LARGEST - step * STEP
