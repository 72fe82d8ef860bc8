"""Numbers of tasks as plans print them: I, 2, 3.1, a), B (003-F4, 000-F5)."""

import re
from enum import StrEnum

from desktop.rules.vietnamese import half_width, one_line


class NumberKind(StrEnum):
    """What a number looks like."""

    NONE = "none"
    ROMAN = "roman"
    INTEGER = "integer"
    DOTTED = "dotted"
    """Such as 3.1: it names its group."""
    LETTER = "letter"
    """Such as a)."""
    CAPITAL = "capital"
    OTHER = "other"


_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
"""The Vietnamese alphabet, in which lists leave out ă, â and the like, but not đ."""
_LISTED = "abcdđeghiklmnopqrstuvxy"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_DOTTED = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,3})(?:\.(?:\d{1,3}|[a-zđ]))+")
_AROUND = re.compile(r"^[(\[]*|[\s.,:;)\]/-]*$")
_MISREAD = str.maketrans({"l": "1", "|": "1", "O": "0", "o": "0", "!": "1"})
_MISREAD_LOOK = re.compile(r"[\dlOo|!]+(?:[.,][\dlOo|!]+)*")
_INSIDE = re.compile(r"\s*\.\s*")
_FRONT = re.compile(
    r"^\(?([IVX]+|\d{1,3}(?:\.\d{1,3})*|[A-Za-zđ])(?:[.):]+\s*|\s+[-–]\s+)(?=\S)"
)


def bare(text: str) -> str:
    """Return a number without what stands around it: `1.` and `(1)` are `1`."""
    return _AROUND.sub("", _INSIDE.sub(".", one_line(half_width(text))))


def mended(text: str) -> str:
    """Return a number with letters that a scanner took for digits put right.

    `l.1` is `1.1`, `1,2` is `1.2`; what holds no digit is left as it is.
    """
    plain = bare(text)
    if not any(c.isdigit() for c in plain) or not _MISREAD_LOOK.fullmatch(plain):
        return plain
    return plain.translate(_MISREAD).replace(",", ".")


def kind_of(text: str) -> NumberKind:
    """Tell what a number looks like."""
    plain = bare(text)
    if not plain:
        return NumberKind.NONE
    if plain.isdecimal():
        return NumberKind.INTEGER
    if _ROMAN.fullmatch(plain):
        return NumberKind.ROMAN
    if _DOTTED.fullmatch(plain):
        return NumberKind.DOTTED
    if len(plain) == 1 and plain.lower() in _LETTERS:
        return NumberKind.LETTER if plain.islower() else NumberKind.CAPITAL
    return NumberKind.OTHER


def ordinal(text: str) -> int | None:
    """Return the place a number tells among its neighbours; None when it tells none.

    Of a dotted number it is the last part: 2 of `3.2`.
    """
    plain = bare(text).rpartition(".")[2]
    kind = kind_of(plain)
    if kind is NumberKind.INTEGER:
        return int(plain)
    if kind is NumberKind.ROMAN:
        return roman_value(plain)
    if kind in (NumberKind.LETTER, NumberKind.CAPITAL):
        place = _LISTED.find(plain.lower())
        return place + 1 if place >= 0 else None
    return None


def roman_value(text: str) -> int:
    """Return the value of a Roman number of I, V and X."""
    values = [_ROMAN_VALUES[c] for c in text]
    after = [*values[1:], 0]
    return sum(v if v >= n else -v for v, n in zip(values, after, strict=True))


def follows(before: str, after: str) -> bool:
    """Tell whether a number comes right after another; what tells no place does.

    Lists go on from d) to đ) or, as often, straight to e).
    """
    one, two = ordinal(before), ordinal(after)
    if one is None or two is None or two == one + 1:
        return True
    return (bare(before), bare(after)) == ("d", "e")


def split_front(text: str) -> tuple[str, str]:
    """Take the number off the front of a text: `II. Đào tạo` is `II` and `Đào tạo`."""
    found = _FRONT.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)
