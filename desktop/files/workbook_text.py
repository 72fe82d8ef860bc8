"""Make texts fit for cells: what XML carries, how wide they are, how they wrap."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 32_767
"""Characters Excel keeps in one cell; a longer one makes it repair the file."""

GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""First characters a spreadsheet may take for a formula (OWASP ASVS 5.0, 1.2.10)."""

_UNCARRIED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def carried(text: str) -> str:
    """Return the text in NFC, without characters XML 1.0 cannot carry.

    What looks like the format's own escape (`_x0041_`, ECMA-376 part 1, ST_Xstring)
    is escaped, or it would come back as another character.
    """
    text = _UNCARRIED.sub("", unicodedata.normalize("NFC", text))
    if "_x" in text:
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    return text[:LONGEST]


def needs_guard(text: str) -> bool:
    """Tell whether a spreadsheet might take the text for a formula when edited."""
    return text.startswith(GUARDED)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in points, set in Times at `size` points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    font = "Times-Bold" if bold else "Times-Roman"
    return float(stringWidth(_bare(text), font, size))


def lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into the lines it takes in `room` points of width."""
    space = width(" ", size, bold=bold)
    found: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split(" "):
            wide = width(word, size, bold=bold)
            if line and used + space + wide > room:
                found.append(line)
                line, used = word, wide
            else:
                line = f"{line} {word}" if line else word
                used += wide + (space if used else 0)
        found.append(line)
    return found


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in points of the widest word."""
    return max((width(word, size, bold=bold) for word in text.split()), default=0.0)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Drop the marks: they sit above or below and add no width worth counting."""
    apart = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in apart if not unicodedata.combining(c))
