"""Draw what is seen of a signature: a few lines on nothing, as large as the field."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.signatures.appearance import Appearance

LARGEST: Final = 11.0
SMALLEST: Final = 4.0
"""Points; below it nobody reads anything, so the last lines are left out."""
STEP: Final = 0.5
MARGIN: Final = 2.0
"""Points kept free at each side."""


def draw(width: float, height: float, seen: Appearance) -> bytes:
    """Return a PDF of one page of that size in points, transparent but for text.

    Lines are centred and as large as fits, 11 points at most; the page is blank
    when there are none.
    """
    output = BytesIO()
    fonts.register()
    canvas = Canvas(
        output,
        pagesize=(width, height),
        pdfVersion=(1, 7),
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # a name, not a size
        invariant=True,
    )
    size, broken = _fit(width - 2 * MARGIN, height - 2 * MARGIN, seen.lines)
    top = height / 2 + len(broken) * size * fonts.SINGLE / 2
    canvas.setFont(fonts.REGULAR, size)
    for index, line in enumerate(broken):
        baseline = top - (index * fonts.SINGLE + fonts.ASCENT) * size
        canvas.drawCentredString(width / 2, baseline, line)
    canvas.showPage()
    canvas.save()
    return output.getvalue()


def _fit(
    width: float, height: float, lines: tuple[str, ...]
) -> tuple[float, list[str]]:
    texts = [fonts.clean(line) for line in lines]
    broken: list[str] = []
    for whole_words in (True, False):
        for size in _sizes():
            broken = _break(texts, size, width)
            fits = len(broken) * size * fonts.SINGLE <= height
            if fits and not (whole_words and _cuts(texts, size, width)):
                return size, broken
    return SMALLEST, broken[: max(int(height / (SMALLEST * fonts.SINGLE)), 0)]


def _break(texts: list[str], size: float, width: float) -> list[str]:
    return [
        part for text in texts for part in fonts.wrap(text, fonts.REGULAR, size, width)
    ]


def _cuts(texts: list[str], size: float, width: float) -> bool:
    return any(fonts.longest_word(text, fonts.REGULAR, size) > width for text in texts)


def _sizes() -> Iterator[float]:
    for step in range(int((LARGEST - SMALLEST) / STEP) + 1):
        yield LARGEST - step * STEP
