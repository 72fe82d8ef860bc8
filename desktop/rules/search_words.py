"""The words by which texts are found: as written, and without marks.

A text is kept under each of its words in both forms. A word typed without marks is
looked for among all forms, one typed with marks only finds what is written so; each
word of a query goes by its own rule.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from desktop.rules import vietnamese

MOST_WORDS = 24
"""Words of a query that are heeded: a pasted page must not stop the search."""

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONED_END = re.compile(f"([ou])([{_TONES}])$")
_FOLLOWED_BY = {"o": "ae", "u": "y"}
_REMEMBERED = 8192
"""Vietnamese has fewer syllables than that."""


def words(*texts: str) -> tuple[str, ...]:
    """Return every word of some texts in the forms it is looked for by, each once."""
    found = _WORD.findall(unicodedata.normalize("NFC", " ".join(texts)))
    return tuple(dict.fromkeys(chain.from_iterable(map(_forms, found))))


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word typed: what a text must hold for it."""

    forms: tuple[str, ...]
    """Any of these will do."""
    unfinished: bool
    """Whether a word that only begins so will do as well."""


def wanted(typed: str) -> tuple[Wanted, ...]:
    """Return what a text must hold to fit every word typed; the last is unfinished.

    A word before another is whole: `con` is then not the beginning of `công`.
    """
    found = _WORD.findall(vietnamese.normalise(typed))[:MOST_WORDS]
    whole = (Wanted(_form(word), unfinished=False) for word in found[:-1])
    last = (Wanted(_beginnings(word), unfinished=True) for word in found[-1:])
    return tuple(dict.fromkeys(one for one in (*whole, *last) if one.forms))


def fits(kept: Collection[str], typed: tuple[Wanted, ...]) -> bool:
    """Tell whether a text kept under these words holds everything wanted."""
    return all(any(_fits(word, one) for word in kept) for one in typed)


def _fits(word: str, one: Wanted) -> bool:
    return word.startswith(one.forms) if one.unfinished else word in one.forms


@lru_cache(maxsize=_REMEMBERED)
def _forms(word: str) -> tuple[str, ...]:
    """Return the forms under which one word is kept: folded, then as written."""
    exact = vietnamese.exact_key(word)
    folded = _WORD.findall(vietnamese.fold(word))
    return tuple(dict.fromkeys((*folded, exact)))


def _form(word: str) -> tuple[str, ...]:
    """Return the form that heeds the marks of a word, if it has any."""
    if vietnamese.has_marks(word):
        return (vietnamese.exact_key(word),)
    return tuple(_WORD.findall(vietnamese.fold(word)))[:1]


def _beginnings(word: str) -> tuple[str, ...]:
    return (*_form(word), *_tone_moved_on(word))


def _tone_moved_on(word: str) -> tuple[str, ...]:
    """Return what `hò` may yet become: `hòa` is kept as `hoà`, its other spelling."""
    apart = unicodedata.normalize("NFD", word.lower())
    end = _TONED_END.search(apart)
    if end is None:
        return ()
    vowel, tone = end.groups()
    start = apart[: end.start()] + vowel
    return tuple(
        unicodedata.normalize("NFC", start + after + tone)
        for after in _FOLLOWED_BY[vowel]
    )
