"""Bring texts written before Unicode, or taken apart, into the letters they mean.

Never silently: what was found, what was put right on a guess, and what could not be
saved are told, so that a person sees the text before and after.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop.rules.grid import Cell
from desktop.rules.old_letters import (
    TCVN3,
    UNSEEN_U,
    VNI,
    of_font,
    read_as,
)
from desktop.rules.syllables import is_syllable

DECOMPOSED: Final = "decomposed"
"""Letters and their marks apart (NFD, or the half-composed of Windows-1258)."""
MIXED: Final = "mixed"
"""More than one of these, or one beside Unicode."""

_WORD: Final = re.compile(
    "[A-Za-z\u00a1-\u00ff\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]+"
)
_OUTSIDE: Final = re.compile("[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
"""Letters of Unicode that neither old encoding can hold."""
_DAMAGED: Final = re.compile(r"[^\W\d_]+(?:\?+[^\W\d_]+)+|\S*\ufffd\S*")
"""Words in which letters were lost before: `Tr??ng`."""
_SMALL: Final = re.compile("[a-z]")
_ADDRESS: Final = re.compile(r"\S*[/=&]\S*")
_ONSETS_ALONE: Final = frozenset(
    {"ch", "gh", "kh", "ng", "ngh", "nh", "ph", "th", "tr"}
)
"""Small letters that are no word: their only vowel was thrown away."""
_SAMPLE: Final = 2_000
"""Texts of a column that are looked at."""
_FEWEST_WORDS: Final = 3
_SURE: Final = 0.9
"""Share of the words that must be syllables when read in other letters."""
_DOUBTFUL: Final = 0.4
"""Share of them that may be syllables as they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Healed:
    """A text as it should be, and what had to be done to it."""

    text: str
    was: str = ""
    """`tcvn3`, `vni`, `decomposed`, `mixed`; blank when nothing was done."""
    mended: tuple[tuple[str, str], ...] = ()
    """Words that lacked a letter: as they stand in the file's letters once read, and
    the only syllable that fits, which is in the text."""
    lost: tuple[str, ...] = ()
    """Words of the text with letters that could not be saved, or may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What the letters of many texts are by their statistics."""

    letters: str = ""
    """`tcvn3` or `vni`; blank: nothing speaks for either."""
    words: int = 0
    """Words with marks that were judged."""
    sure: float = 0.0
    """Share of them that are syllables when read so."""


def heal(text: str, font: str = "", *, letters: str = "") -> Healed:
    """Return a text in Unicode, composed.

    Args:
        text: As the file has it.
        font: What draws it: `.Vn…` and `VNI-…` tell its letters for certain.
        letters: What `guess` told of its column and the user did not refuse; heeded
            where the font tells nothing, in texts that read better so.
    """
    told, capitals = of_font(font)
    if not told and letters and _reads_better(text, letters):
        told = letters
    if capitals and text.isascii():
        shown = text.upper()
        return Healed(text=shown, was=TCVN3 if shown != text else "")
    if not told or text.isascii():
        return _composed(text)
    return _old(text, told, capitals=capitals)


def heal_cell(cell: Cell, letters: str = "") -> Healed:
    """Return the text of a cell, each run of another font by its own letters."""
    if not cell.runs:
        return heal(cell.text, cell.font, letters=letters)
    parts = [heal(text, font, letters=letters) for text, font in cell.runs]
    joined = _composed("".join(part.text for part in parts))
    kinds = {part.was for part in parts if part.was} | {joined.was} - {""}
    unicode = any(
        not part.was and not text.isascii()
        for part, (text, _) in zip(parts, cell.runs, strict=True)
    )
    return Healed(
        text=joined.text,
        was=_kind(kinds | ({""} if kinds and unicode else set())),
        mended=tuple(one for part in parts for one in part.mended),
        lost=tuple(one for part in parts for one in part.lost),
    )


def guess(texts: Iterable[str]) -> Guess:
    """Return the letters a column is in where no font tells: a proposal, no more.

    Words are judged by whether they can be syllables: nearly all must be when read in
    the old letters, and few as they stand. French and English are neither.
    """
    words = _old_words(texts)
    if len(words) < _FEWEST_WORDS or _share(words, "") > _DOUBTFUL:
        return Guess(words=len(words))
    best = max((TCVN3, VNI), key=lambda letters: _share(words, letters))
    sure = _share(words, best)
    return Guess(letters=best if sure >= _SURE else "", words=len(words), sure=sure)


def _kind(kinds: set[str]) -> str:
    return kinds.pop() if len(kinds) == 1 else MIXED if kinds else ""


def _composed(text: str) -> Healed:
    """Return a text of Unicode composed, with the words that were damaged before."""
    lost = tuple(_DAMAGED.findall(_ADDRESS.sub(" ", text))) if _damaged(text) else ()
    if unicodedata.is_normalized("NFC", text):
        return Healed(text=text, lost=lost)
    return Healed(text=unicodedata.normalize("NFC", text), was=DECOMPOSED, lost=lost)


def _damaged(text: str) -> bool:
    return "?" in text or "\ufffd" in text


def _old(text: str, letters: str, *, capitals: bool) -> Healed:
    """Return a text whose font or column is of old letters, word by word."""
    words = _Words(letters, text)
    read = _WORD.sub(words.put_right, text)
    capitals = capitals or (words.capitals and not _SMALL.search(text))
    healed = _composed(read.upper() if capitals else read)
    kinds = words.kinds | ({healed.was} - {""})
    missing = _without_u(read) if words.mended else ()
    return Healed(
        text=healed.text,
        was=_kind(kinds) if kinds != {""} else "",
        mended=tuple(words.mended),
        lost=healed.lost + missing,
    )


class _Words:
    """Put the words of one text right, and note what they were."""

    def __init__(self, letters: str, text: str) -> None:
        self.letters = letters
        self.kinds: set[str] = set()
        self.mended: list[tuple[str, str]] = []
        self.capitals = False
        self._beside_unicode = bool(_OUTSIDE.search(text))
        self._lacks_u = letters == TCVN3 and UNSEEN_U not in text

    def put_right(self, found: re.Match[str]) -> str:
        """Return a word in Unicode."""
        word = found[0]
        if word.isascii():
            return word
        if _is_unicode(word, self.letters, beside_unicode=self._beside_unicode):
            self.kinds.add("")
            return word
        self.kinds.add(self.letters)
        read = read_as(self.letters, word)
        whole = _with_u(read) if self._lacks_u else read
        if whole != read:
            self.mended.append((read, whole))
        if self.letters != TCVN3 or not _is_capital(word):
            return whole
        self.capitals = True
        return whole.upper()


@lru_cache(maxsize=20_000)
def _is_unicode(word: str, letters: str, *, beside_unicode: bool) -> bool:
    """Tell whether a word under an old font is in Unicode all the same.

    People type Unicode into sheets whose font is an old one. The font decides, but
    where the word cannot be of its letters, or only as it stands can be a syllable;
    beside words that are surely Unicode, it must be a syllable of its letters only.
    """
    read = read_as(letters, word)
    if _OUTSIDE.search(word) or read == word:
        return True
    if beside_unicode:
        return is_syllable(word) or not is_syllable(read)
    return is_syllable(word) and not is_syllable(read)


def _is_capital(word: str) -> bool:
    """Tell whether a word's other letters are all capitals, as in `CéNG HßA`."""
    plain = [one for one in word if one.isascii()]
    return len(plain) > 1 and all(one.isupper() for one in plain)


def _with_u(word: str) -> str:
    """Return a word with the unseen letter of TCVN3 put back, if one place fits."""
    if is_syllable(word):
        return word
    places = range(len(word) + 1)
    made = {f"{word[:at]}ư{word[at:]}" for at in places}
    fitting = [one for one in made if is_syllable(one)]
    return fitting[0] if len(fitting) == 1 else word


def _without_u(text: str) -> tuple[str, ...]:
    """Return the words that may lack the unseen letter too, and look whole."""
    return tuple(
        word
        for word in _WORD.findall(text)
        if word in _ONSETS_ALONE
        or any(
            is_syllable(word) and is_syllable(word[:at] + "ư" + word[at:])
            for at, letter in enumerate(word)
            if unicodedata.normalize("NFD", letter.lower()).startswith("o\u031b")
        )
    )


def _reads_better(text: str, letters: str) -> bool:
    """Tell whether more words of a text are syllables in other letters."""
    words = _old_words([text])
    return bool(words) and _share(words, letters) > _share(words, "")


def _old_words(texts: Iterable[str]) -> list[str]:
    """Return the words with letters beyond ASCII that an old encoding could hold."""
    found: list[str] = []
    for _, text in zip(range(_SAMPLE), texts, strict=False):
        if not text.isascii() and not _OUTSIDE.search(text):
            found += (word for word in _WORD.findall(text) if not word.isascii())
    return found


def _share(words: list[str], letters: str) -> float:
    """Return which share of words are syllables, read in letters or as they stand."""
    fit = sum(
        is_syllable(read_as(letters, word) if letters else word) for word in words
    )
    return fit / len(words)
