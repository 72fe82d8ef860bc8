"""Vietnamese text: one stored form, keys for searching and comparing, file names.

The order of letters and tones is in `rules.alphabet`.
"""

import re
import unicodedata
from functools import lru_cache

from desktop.rules import alphabet

_NOT_XML = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)
"""Characters XML 1.0 cannot carry: a workbook that holds one cannot be saved."""

_UNSEEN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u200b": None,
        "\ufeff": None,
        "\r": "\n",
    }
)
"""Spaces that look like any other, and marks that show nothing at all."""

_STROKES = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d", "ƀ": "b"})
"""Letters with a stroke, which Unicode does not take apart.

Eth and the African d stand for đ in texts that went through old fonts.
"""

_GAPS = re.compile(r"[\s\-\u2010-\u2015\u2212_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OLD_PLACE = re.compile(
    f"(o(?=[{_TONES}][ae])|u(?=[{_TONES}]y))([{_TONES}])([aey])(?![\u0300-\u036f])"
)
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])")
"""Names that Windows refuses to a file, whatever its ending."""

_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}

SLUG_LENGTH = 80
LINE_LENGTH = 500
"""Letters of a stranger's text that are shown: the title of a plan may be long."""


def normalise(text: str) -> str:
    """Return the one form in which a text is stored.

    NFC, without what XML 1.0 cannot carry, without unseen characters and outer
    space; combining marks that have no composed letter are kept, because several
    languages of the highlands are written with them.
    """
    if text.isprintable():  # so are most, and then only their letters can differ
        return unicodedata.normalize("NFC", text).strip()
    kept = _NOT_XML.sub("", text.replace("\r\n", "\n")).translate(_UNSEEN)
    return unicodedata.normalize("NFC", kept).strip()


def one_line(text: str) -> str:
    """Return the stored form with every run of space and line breaks as one space."""
    return " ".join(normalise(text).split())


def harmless_line(text: str) -> str:
    """Return a text of somebody else's as it may stand in a line of ours.

    A name in a certificate, or of a file, could hold line breaks and the control codes
    of terminals, and so write answers of its own; or turn what follows it around.
    """
    shown = unicodedata.normalize("NFC", text[:LINE_LENGTH]).strip()
    if not shown.isprintable():
        shown = "".join(map(_harmless, shown))
    return f"{shown}…" if len(text) > LINE_LENGTH else shown


def _harmless(letter: str) -> str:
    if letter.isprintable():
        return letter
    return " " if unicodedata.category(letter) == "Zs" else "\ufffd"


def half_width(text: str) -> str:
    """Turn the wide digits and signs of East Asian keyboards into plain ones."""
    return text.translate(_HALF_WIDTH)


def fold(text: str) -> str:
    """Return the form in which texts are searched: no marks, no case, single spaces."""
    if not text.isascii():
        text = _without_marks(text)
    return _GAPS.sub(" ", text.lower()).strip()


def _without_marks(text: str) -> str:
    """Drop every mark and case."""
    return text.translate(_BARE)


class _BareLetters(dict[int, str]):
    """What each letter is without marks and case, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        """Take a letter apart; twice, because folding case can bring marks back."""
        bare = chr(code)
        for _ in range(2):
            apart = unicodedata.normalize("NFKD", bare).casefold().translate(_STROKES)
            bare = "".join(
                c for c in apart if not unicodedata.category(c).startswith("M")
            )
        self[code] = bare
        return bare


_BARE = _BareLetters()


@lru_cache(maxsize=16_384)
def exact_key(text: str) -> str:
    """Return the form in which two spellings of one text are equal.

    Marks count; case, runs of space and the two ways of placing a tone
    (`hòa`, `hoà`; `thủy`, `thuỷ`) do not.
    """
    apart = unicodedata.normalize("NFD", one_line(text).lower().replace("ð", "đ"))
    return unicodedata.normalize("NFC", _OLD_PLACE.sub(r"\1\3\2", apart))


def has_marks(text: str) -> bool:
    """Tell whether any letter carries a mark, so that a search may heed them."""
    lowered = text.lower()
    return lowered != lowered.translate(_STROKES) or any(
        unicodedata.combining(c) for c in unicodedata.normalize("NFD", lowered)
    )


def sort_key(text: str) -> str:
    """Return a key whose plain comparison is the order of the Vietnamese alphabet.

    `a ă â b c d đ e ê …`, then ngang, huyền, hỏi, ngã, sắc, nặng, then lower case
    before capitals; `Bài 2` comes before `Bài 10`. Two texts have one key only
    when they are the same text. A database may compare the keys byte by byte.
    """
    return alphabet.key_of(normalise(text))


def slug(text: str) -> str:
    """Return an ASCII name for a file, cut between words at 80 characters.

    Blank when nothing of the text can be kept.
    """
    name = _NOT_IN_SLUG.sub("-", fold(text)).strip("-")
    if len(name) > SLUG_LENGTH:
        whole = name[: SLUG_LENGTH + 1].rpartition("-")[0]
        name = whole or name[:SLUG_LENGTH]
    return f"{name}_" if _RESERVED.fullmatch(name) else name
