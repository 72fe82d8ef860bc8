"""Make texts fit for cells: what XML carries, how wide they are, how they wrap."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 32_767
"""Characters Excel keeps in one cell; a longer one makes it repair the file."""

WIDEST = 0.95
"""Width of the widest common letter as a multiple of the type size."""

GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""First characters a spreadsheet may take for a formula (OWASP ASVS 5.0, 1.2.10)."""

_UNCARRIED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def carriable(text: str) -> str:
    """Return the text in NFC, without characters XML 1.0 cannot carry."""
    return _UNCARRIED.sub("", unicodedata.normalize("NFC", text))


def carried(text: str) -> str:
    """Return the text as a cell carries it: carriable, and no longer than a cell.

    What looks like the format's own escape (`_x0041_`, ECMA-376 part 1, ST_Xstring)
    is escaped, or it would come back as another character.
    """
    text = carriable(text)
    if "_x" in text:
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    return text[:LONGEST]


def needs_guard(text: str) -> bool:
    """Tell whether a spreadsheet might take the text for a formula when edited."""
    return text.startswith(GUARDED)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in points, set in Times at `size` points."""
    return _width(text, bold) * size


def lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into the lines it takes in `room` points of width."""
    if "\n" not in text and len(text) * size * WIDEST < room:
        return [text]
    return [
        line
        for paragraph in text.split("\n")
        for line in _wrapped(paragraph, room / size, bold)
    ]


def _wrapped(text: str, room: float, bold: bool) -> list[str]:  # noqa: FBT001  private
    space = _width(" ", bold)
    found: list[str] = []
    words: list[str] = []
    used = 0.0
    for word in text.split(" "):
        wide = _width(word, bold)
        if words and used + space + wide > room:
            found.append(" ".join(words))
            words, used = [word], wide
        else:
            used += wide + (space if words else 0)
            words.append(word)
    return [*found, " ".join(words)]


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in points of the widest word."""
    return max((_width(word, bold) for word in text.split()), default=0.0) * size


@lru_cache(maxsize=16_384)
def _width(text: str, bold: bool) -> float:  # noqa: FBT001  private
    """Return the width at one point; marks sit above or below and add none."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    apart = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return float(stringWidth(bare, "Times-Bold" if bold else "Times-Roman", 1))
