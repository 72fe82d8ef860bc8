"""Read a drawn PDF back with another library: lines of text, rules, fonts."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Line:
    """Letters of one size on one baseline, without wide gaps; points from below."""

    page: int
    text: str
    x0: float
    x1: float
    y: float
    font: str
    size: float

    @property
    def middle(self) -> float:
        """Halfway between the ends."""
        return (self.x0 + self.x1) / 2

    @property
    def width(self) -> float:
        """Length of the line."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Shape:
    """The bounds of a drawn path."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as it stands on the page."""

    text: str
    x0: float
    x1: float
    y: float
    font: str
    size: float


def read_lines(pdf: bytes) -> list[Line]:
    """Return every line of text, page by page, top down, left to right."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            line
            for number in range(len(document))
            for line in _lines(document[number], number)
        ]
    finally:
        document.close()


def read_shapes(pdf: bytes) -> list[Shape]:
    """Return the bounds of every path, with half its stroke on each side."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            Shape(number, *shape.get_bounds())
            for number in range(len(document))
            for shape in document[number].get_objects([pdfium.FPDF_PAGEOBJ_PATH])
        ]
    finally:
        document.close()


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of every page in whole millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = [document[number].get_size() for number in range(len(document))]
    finally:
        document.close()
    return [(round(width / MM), round(height / MM)) for width, height in sizes]


def find(lines: list[Line], text: str) -> Line:
    """Return the only line that holds a text."""
    found = [line for line in lines if text in line.text]
    assert len(found) == 1, (text, [line.text for line in found])
    return found[0]


def whole_text(lines: list[Line]) -> str:
    """Return all text on one line, single spaced."""
    return " ".join(" ".join(line.text for line in lines).split())


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    letters = sorted(_letters(page), key=lambda each: (-round(each.y, 1), each.x0))
    for _, row in groupby(letters, key=lambda each: round(each.y, 1)):
        for run in map(_bare, _runs(list(row))):
            if not run:
                continue
            text = "".join(letter.text for letter in run)
            first = run[0]
            yield Line(
                number, text, first.x0, run[-1].x1, first.y, first.font, first.size
            )


def _runs(row: list[Letter]) -> Iterator[list[Letter]]:
    run = [row[0]]
    for letter in row[1:]:
        last = run[-1]
        if letter.x0 - last.x1 > letter.size / 2 or letter.size != last.size:
            yield run
            run = []
        run.append(letter)
    yield run


def _bare(run: list[Letter]) -> list[Letter]:
    """Return a run without the blanks at its ends."""
    seen = [place for place, letter in enumerate(run) if letter.text != " "]
    return run[seen[0] : seen[-1] + 1] if seen else []


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    for place in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if pdfium.FPDFText_IsGenerated(text, place) == 1 or code in (10, 13):
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, place, x, y)
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text, place, box)
        size = pdfium.FPDFText_GetFontSize(text, place)
        yield Letter(
            chr(code), box.left, box.right, y.value, _font(text, place), round(size, 2)
        )


def _font(text: pypdfium2.PdfTextPage, place: int) -> str:
    name = ctypes.create_string_buffer(100)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, place, name, 100, flags)
    return name.value.decode().partition("+")[2] or name.value.decode()
