"""Measure and break text in the printed type, the same for page and chart."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import RESOURCES

REGULAR: Final = "LiberationSerif"
BOLD: Final = "LiberationSerif-Bold"
ITALIC: Final = "LiberationSerif-Italic"
BOLD_ITALIC: Final = "LiberationSerif-BoldItalic"

_FILES: Final = {
    REGULAR: "LiberationSerif-Regular.ttf",
    BOLD: "LiberationSerif-Bold.ttf",
    ITALIC: "LiberationSerif-Italic.ttf",
    BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
}
_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS: Final = re.compile("[ \t]+")
_UNPRINTABLE: Final = "?"
"""Stands for a letter the type lacks: a missing glyph breaks PDF/A-3, 6.2.11.8."""
_CONTROL: Final = "C"

ASCENT: Final = 0.891
"""Height above the baseline, in ems, of every face."""
SINGLE: Final = 1.149
"""Height of a line set single, in ems."""
CAPITAL: Final = 0.662
"""Height of a capital without marks, in ems."""


@cache
def register() -> None:
    """Make the four faces known to reportlab; does nothing the second time."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(RESOURCES / "fonts" / file)))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )


@cache
def _widths(font: str) -> dict[int, float]:
    register()
    face: Any = pdfmetrics.getFont(font)
    widths: dict[int, float] = face.face.charWidths
    return widths


@lru_cache(maxsize=65536)
def _ems(text: str, font: str) -> float:
    widths = _widths(font)
    return sum(widths.get(ord(letter), 0.0) for letter in text) / 1000


@cache
def _known() -> frozenset[int]:
    """Return the letters that every face can print."""
    register()
    letters: list[set[int]] = []
    for name in _FILES:
        font: Any = pdfmetrics.getFont(name)
        letters.append(set(font.face.charToGlyph))
    return frozenset(set.intersection(*letters))


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """Return text in NFC, on single blanks, with only letters the type has."""
    known = _known()
    lines = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    whole = _BLANKS.sub(" ", lines)
    return "".join(_kept(letter, known) for letter in whole).strip(" ")


def _kept(letter: str, known: Collection[int]) -> str:
    if letter == "\n":
        return letter
    if unicodedata.category(letter).startswith(_CONTROL):
        return ""
    return letter if ord(letter) in known else _UNPRINTABLE


def one_line(text: str) -> str:
    """Return cleaned text without newlines, for what is drawn unbroken."""
    return clean(text).replace("\n", " ")


def width(text: str, font: str, size: float) -> float:
    """Return the width of cleaned text in points."""
    return _ems(text, font) * size


def longest_word(text: str, font: str, size: float) -> float:
    """Return the width in points of the widest word of cleaned text."""
    return max(_ems(word, font) for word in text.replace("\n", " ").split(" ")) * size


def wrap(
    text: str, font: str, size: float, room: float, *, indent: float = 0.0
) -> list[str]:
    """Break cleaned text into lines no wider than `room` points.

    The first line is shorter by `indent`. A word wider than a line is cut
    between letters; a newline always breaks.
    """
    if "\n" not in text and _ems(text, font) * size + indent <= room:
        return [text.strip(" ")]
    lines: list[str] = []
    for part in text.split("\n"):
        first = indent if not lines else 0.0
        lines += _wrap_part(part.strip(" "), font, room / size, first / size)
    return lines


def _wrap_part(text: str, font: str, room: float, indent: float) -> list[str]:
    if indent + _ems(text, font) <= room:
        return [text]
    lines: list[str] = []
    line, used = "", indent
    blank = _ems(" ", font)
    for word in _short_words(text, font, room - indent):
        size = _ems(word, font)
        if line and used + blank + size > room:
            lines.append(line)
            line, used = word, size
        else:
            used += size + (blank if line else 0.0)
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _short_words(text: str, font: str, room: float) -> list[str]:
    words: list[str] = []
    for word in text.split(" "):
        words += [word] if _ems(word, font) <= room else _cut(word, font, room)
    return words


def _cut(word: str, font: str, room: float) -> list[str]:
    pieces = [""]
    for letter in word:
        fits = _ems(pieces[-1] + letter, font) <= room
        if fits or not pieces[-1] or unicodedata.combining(letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def balance(text: str, font: str, size: float, room: float) -> list[str]:
    """Break cleaned text into as few lines as `wrap`, about equally long."""
    lines = wrap(text, font, size, room)
    low, high = longest_word(text, font, size), room
    while high - low > 1.0:
        middle = (low + high) / 2
        narrower = wrap(text, font, size, middle)
        if len(narrower) > len(lines):
            low = middle
        else:
            lines, high = narrower, middle
    return lines
