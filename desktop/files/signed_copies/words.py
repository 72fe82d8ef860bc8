"""Read the words of every page of a PDF with their places, stamps included."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop.files.pdf.turn import PDFIUM

PAGES: Final = 600
"""Pages at most; a report of more is not one of ours."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word and where it stands, in points from the lower left corner."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    def within(self, box: tuple[float, float, float, float]) -> bool:
        """Tell whether the middle of the word lies in a box."""
        x, y = (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2
        return box[0] <= x <= box[2] and box[1] <= y <= box[3]


Page = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    box: tuple[float, float, float, float]

    @property
    def seen(self) -> bool:
        return self.text.isprintable() and not self.text.isspace()

    def lies_apart_from(self, other: "_Letter") -> bool:
        """Tell whether it stands on another line."""
        return self.box[1] > other.box[3] or self.box[3] < other.box[1]


def words_of(pdf: bytes) -> tuple[Page, ...]:
    """Return the words of each page as they are seen, in the order they were drawn.

    Raises:
        ValueError: It cannot be read, has a password, or far too many pages.
    """
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
            document.init_forms()  # what is seen of a signature is a form's
            pages = len(document)
        except pypdfium2.PdfiumError as error:
            raise ValueError("pdf") from error
    try:
        if pages > PAGES:
            raise ValueError("pages")
        found = []
        for number in range(pages):
            with PDFIUM:  # page by page: whoever draws waits no longer than one
                found.append(_words(document, number))
        return tuple(found)
    except pypdfium2.PdfiumError as error:
        raise ValueError("pdf") from error
    finally:
        with PDFIUM:
            document.close()


def _words(document: Any, number: int) -> Page:  # noqa: ANN401  a library without types
    from pypdfium2 import raw

    page = document[number]
    try:  # in memory only: stamps become part of the page
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    finally:
        page.close()
    page = document[number]
    text = page.get_textpage()
    try:
        return _split(text)
    finally:
        text.close()
        page.close()


def _split(text: Any) -> Page:  # noqa: ANN401  as above
    """Cut the letters of a page at white space and at jumps to another line."""
    found: list[Word] = []
    letters: list[_Letter] = []
    for letter in _letters(text):
        jumps = letters and letter.lies_apart_from(letters[-1])
        if letters and (jumps or not letter.seen):
            found.append(_word(letters))
            letters = []
        if letter.seen:
            letters.append(letter)
    if letters:
        found.append(_word(letters))
    return tuple(found)


def _letters(text: Any) -> Iterator[_Letter]:  # noqa: ANN401  as above
    from pypdfium2 import raw

    sides = [ctypes.c_double() for _ in range(4)]
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        raw.FPDFText_GetCharBox(text, at, *sides)
        left, right, bottom, top = (one.value for one in sides)
        yield _Letter(letter, (left, bottom, right, top))


def _word(letters: list[_Letter]) -> Word:
    left, bottom, right, top = zip(*(one.box for one in letters), strict=True)
    text = "".join(one.text for one in letters)
    return Word(text, min(left), min(bottom), max(right), max(top))


def in_lines(page: Page) -> tuple[Page, ...]:
    """Return the words of a page line by line from the top, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(page, key=lambda one: -(one.y0 + one.y1)):
        middle = (word.y0 + word.y1) / 2
        if lines and lines[-1][0].y0 <= middle <= lines[-1][0].y1:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(tuple(sorted(line, key=lambda one: one.x0)) for line in lines)
