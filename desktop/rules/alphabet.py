"""The order of the Vietnamese alphabet, as keys that any database can compare.

Letters first, then tones, then case, numbers by their size.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng; no tone comes before them all."""

_END = "\x01"
_SPACE = "\x02"
_SIGN = "\x03"
_NUMBER = "\x04"
_OTHER_LETTER = "\x7f"
_FAR = "\x03"
_NEXT = 0x0F
_NEAR = 12
"""Up to so many characters of nothing are told by one sign: below every weight, the
lower the more they are, and `_FAR` for each further dozen."""

_REMEMBERED = 2048
"""Characters with their marks, and numbers, whose weights are remembered."""

_LETTERS = {letter: chr(0x10 + at) for at, letter in enumerate(_ALPHABET)}
_TONE_WEIGHTS = {tone: chr(0x10 + at) for at, tone in enumerate(_TONES)}
_OTHER_MARK = "\x20"
_STROKED = str.maketrans({"ƀ": "b\u0335", "Ƀ": "B\u0335", "Ð": "Đ", "ð": "đ"})
_PIECES = re.compile(r"\d+|[^\d][\u0300-\u036f]*")
_SHAPES = "\u0302\u0306\u031b"
"""Circumflex, breve, horn: what makes a letter of its own of a, e, o, u."""


def key_of(text: str) -> str:
    """Return the key of a text in its stored form, as `vietnamese.sort_key` tells."""
    apart = unicodedata.normalize("NFD", text.translate(_STROKED))
    weights = [_weigh(piece) for piece in _PIECES.findall(apart)]
    letters, tones, cases = zip(*weights, strict=True) if weights else ((), (), ())
    return _END.join(("".join(letters), _sparse(tones), _sparse(cases), text))


def _sparse(weights: Iterable[str | None]) -> str:
    """Return the weights there are, each after a sign for how many are not.

    Nothing comes before any weight, so the longer it lasts the lower is its sign; keys
    are half as long as with a sign for each nothing.
    """
    found, gap = [], 0
    for weight in weights:
        if weight is None:
            gap += 1
        else:
            found.append(_FAR * (gap // _NEAR) + chr(_NEXT - gap % _NEAR) + weight)
            gap = 0
    return "".join(found)


@lru_cache(maxsize=_REMEMBERED)
def _weigh(piece: str) -> tuple[str, str | None, str | None]:
    """Return the three weights of a number, or of a character with its marks."""
    if piece.isdecimal():
        return _weigh_number(piece), None, None
    letter, marks = _letter_of(piece)
    first = _weigh_character(letter.lower())
    second = "".join(_weigh_mark(mark) for mark in marks)
    return first, second or None, "" if letter.isupper() else None


def _weigh_number(digits: str) -> str:
    """Put longer numbers after shorter ones, leading zeros aside."""
    plain = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return _NUMBER + chr(0x20 + min(len(plain), 0x7FFF)) + plain


def _letter_of(piece: str) -> tuple[str, str]:
    """Join a vowel with the shape that makes it a letter; return the other marks."""
    base, marks = piece[0], piece[1:]
    for shape in _SHAPES:
        joined = unicodedata.normalize("NFC", base + shape)
        if shape in marks and joined.lower() in _LETTERS:
            return joined, marks.replace(shape, "", 1)
    return base, marks


def _weigh_character(character: str) -> str:
    """Put space before signs, signs before numbers, the alphabet before the rest."""
    if character in _LETTERS:
        return _LETTERS[character]
    if character.isspace():
        return _SPACE
    return (_OTHER_LETTER if character.isalpha() else _SIGN) + character


def _weigh_mark(mark: str) -> str:
    """Put the five tones in their order and other marks after them."""
    return _TONE_WEIGHTS.get(mark, _OTHER_MARK + mark)
