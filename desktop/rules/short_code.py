"""Codes that tie a printed paper to its data: one to type, one to scan.

Both are made of the SHA-256 of the canonical data, never of the file that shows them.
The letters are Crockford's base 32, which has no I, L, O and U. What is typed carries
100 bits, enough that nobody makes other data for a paper that is already signed; what
is scanned carries all 256, so that not even its author can prepare two.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import xor
from typing import Final

from desktop.rules.vietnamese import slug

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS: Final = 20
"""Letters that carry the hash; one more checks them."""
GROUP: Final = 5
PREFIX: Final = "STT1"
"""What a scanned code begins with: the program, and the version of the form."""

_BITS: Final = 5
_HASH_LETTERS: Final = 52
"""256 bits in base 32; the last letter carries one bit, and four that are 0."""
_HASH_BITS: Final = 256
_PADDING: Final = _HASH_LETTERS * _BITS - _HASH_BITS
_UNIT: Final = 14
_PERIOD: Final = 17
"""Letters of unit and period: 90 together, what a version 4, level M code holds."""
_GENERATOR: Final = 0b100101
"""x^5 + x^2 + 1, which is primitive: the powers of x are 31 different weights."""
_ALIKE: Final = str.maketrans("OIL", "011")
_BETWEEN: Final = re.compile(r"[\s\-\u2010-\u2015\u2212_.·]+")
_HEX: Final = re.compile(r"[0-9a-fA-F]{64}")


class CodeFault(StrEnum):
    """Why what was typed or scanned is no code."""

    BLANK = "blank"
    ACCENTS = "accents"
    """A Vietnamese input method was on: it turns letters and digits into marks."""
    LETTER = "letter"
    """A sign no code has."""
    SHORT = "short"
    LONG = "long"
    CHECK = "check"
    """The check letter does not go with the others: one was misread."""
    SCAN = "scan"
    """Begins like a scanned code, but is not whole."""
    NEWER = "newer"
    """A scanned code of a later form."""


class Match(StrEnum):
    """How a code stands to the data it is compared with."""

    SAME = "same"
    MISTYPED = "mistyped"
    """Some letters differ, and it is no code of anything: it was misread."""
    OTHER = "other"
    """A code without a mistake, of other data."""
    UNREAD = "unread"
    """Nothing that can be compared yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCode:
    """What was typed or scanned, as far as it is a code."""

    groups: tuple[str, ...] = ()
    """In capitals and digits, as they were set apart, or in fives."""
    sha256: str = ""
    """Hexadecimal; only a scanned code carries the whole of it."""
    unit: str = ""
    period: str = ""
    fault: CodeFault | None = None
    facts: tuple[str, ...] = ()
    """The sign that is wrong, or how many letters there are."""

    @property
    def letters(self) -> str:
        """Return the letters of all groups."""
        return "".join(self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of comparing a code with data."""

    match: Match
    read: ReadCode
    right: int = 0
    """Groups from the front that agree."""
    wrong: tuple[int, ...] = ()
    """Groups that differ, counted from 1; empty when nothing can be told."""

    @property
    def whole(self) -> bool:
        """Tell whether all 256 bits were compared, as a scanned code allows."""
        return bool(self.read.sha256)


def short_code(sha256_hex: str) -> str:
    """Return the code to print and to type: 20 letters and a check, in fives.

    Raise ValueError when it is no SHA-256 in hexadecimal.
    """
    letters = _in_letters(sha256_hex)[:LETTERS]
    return "-".join(_in_fives(letters + _check(letters)))


def payload(unit: str, period: str, sha256_hex: str) -> str:
    """Return what the square code carries: capitals, digits and `/` alone.

    Unit and period are there for people who read it with a telephone; they are cut
    to what the code has room for. Raise ValueError as `short_code`.
    """
    parts = (
        PREFIX,
        _plain(unit)[:_UNIT],
        _plain(period)[:_PERIOD],
        _in_letters(sha256_hex),
    )
    return "/".join(parts)


def read_code(typed: str) -> ReadCode:
    """Read what was typed, pasted or scanned; never raise.

    Small letters, any dashes or blanks, o for 0 and i or l for 1 are forgiven, and
    words before a colon, as they stand in front of it on paper.
    """
    plain = unicodedata.normalize("NFKC", typed).rpartition(":")[2].strip()
    if not plain:
        return ReadCode(fault=CodeFault.BLANK)
    if "/" in plain:
        return _read_scanned(_BETWEEN.sub("", plain.upper()))
    groups = _split(plain.upper().translate(_ALIKE))
    fault, facts = _fault("".join(groups))
    return ReadCode(groups=groups, fault=fault, facts=facts)


def compare(typed: str, sha256_hex: str) -> Comparison:
    """Compare a typed or scanned code with the hash of data.

    Raise ValueError as `short_code`.
    """
    read = read_code(typed)
    expected = tuple(_in_fives(short_code(sha256_hex).replace("-", "")))
    if read.sha256:
        same = read.sha256 == sha256_hex.lower()
        return Comparison(match=Match.SAME if same else Match.OTHER, read=read)
    pairs = list(zip(read.groups, expected, strict=False))
    wrong = tuple(n for n, (own, one) in enumerate(pairs, 1) if own != one)
    right = wrong[0] - 1 if wrong else len(pairs)
    return Comparison(
        match=_match(read, wrong),
        read=read,
        right=right,
        wrong=_told(read, wrong, expected),
    )


def _match(read: ReadCode, wrong: tuple[int, ...]) -> Match:
    if read.fault is CodeFault.CHECK:
        return Match.MISTYPED
    if read.fault is not None:
        return Match.UNREAD
    return Match.OTHER if wrong else Match.SAME


def _told(
    read: ReadCode, wrong: tuple[int, ...], expected: tuple[str, ...]
) -> tuple[int, ...]:
    """Return the groups worth telling of: after one letter too few, all differ."""
    if read.fault is CodeFault.SHORT and wrong:
        last = len(read.groups)
        if wrong == (last,) and expected[last - 1].startswith(read.groups[-1]):
            return ()  # it is still being typed
    counted = read.fault in {CodeFault.SHORT, CodeFault.LONG}
    return wrong[:1] if counted else wrong


# --- reading -----------------------------------------------------------------


def _split(text: str) -> tuple[str, ...]:
    """Return the groups as they are set apart, or in fives when they are not so."""
    apart = tuple(part for part in _BETWEEN.split(text) if part)
    whole = "".join(apart)
    kept = all(len(part) <= GROUP for part in apart) and len(apart) > 1
    if kept and len(apart) <= _groups_of(LETTERS + 1):
        return apart
    return tuple(_in_fives(whole))


def _groups_of(letters: int) -> int:
    return -(-letters // GROUP)


def _fault(letters: str) -> tuple[CodeFault | None, tuple[str, ...]]:
    """Tell why letters are no code, and by which fact."""
    for letter in letters:
        if letter not in ALPHABET:
            return _strange(letter), (letter,)
    if len(letters) != LETTERS + 1:
        fault = CodeFault.SHORT if len(letters) <= LETTERS else CodeFault.LONG
        return fault, (str(len(letters)),)
    if _check(letters[:LETTERS]) != letters[LETTERS]:
        return CodeFault.CHECK, ()
    return None, ()


def _strange(letter: str) -> CodeFault:
    """Tell a letter with marks, of an input method, from any other sign."""
    apart = unicodedata.normalize("NFD", letter)
    marked = any(map(unicodedata.combining, apart)) or letter == "Đ"
    return CodeFault.ACCENTS if marked else CodeFault.LETTER


def _read_scanned(text: str) -> ReadCode:
    prefix, *rest = text.split("/")
    if prefix != PREFIX:
        newer = re.fullmatch(r"STT\d+", prefix) is not None
        return ReadCode(fault=CodeFault.NEWER if newer else CodeFault.SCAN)
    if len(rest) != 3:  # noqa: PLR2004  unit, period, hash
        return ReadCode(fault=CodeFault.SCAN)
    unit, period, letters = rest
    sha256 = _in_hex(letters)
    if not sha256:
        return ReadCode(fault=CodeFault.SCAN)
    groups = tuple(_in_fives(short_code(sha256).replace("-", "")))
    return ReadCode(groups=groups, sha256=sha256, unit=unit, period=period)


# --- letters -----------------------------------------------------------------


def _in_letters(sha256_hex: str) -> str:
    """Return 256 bits as 52 letters; the first 20 are those of the short code."""
    if not _HEX.fullmatch(sha256_hex):
        raise ValueError("hex")
    number = int(sha256_hex, 16) << _PADDING
    shifts = range((_HASH_LETTERS - 1) * _BITS, -1, -_BITS)
    return "".join(ALPHABET[number >> shift & 0b11111] for shift in shifts)


def _in_hex(letters: str) -> str:
    """Return the hash that 52 letters carry; blank when they carry none."""
    if len(letters) != _HASH_LETTERS or set(letters) - set(ALPHABET):
        return ""
    number = reduce(lambda sum_, one: sum_ << _BITS | ALPHABET.index(one), letters, 0)
    if number & (1 << _PADDING) - 1:
        return ""
    return f"{number >> _PADDING:0{_HASH_BITS // 4}x}"


def _in_fives(letters: str) -> list[str]:
    return [letters[at : at + GROUP] for at in range(0, len(letters), GROUP)]


def _plain(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", slug(text).upper())


def _check(letters: str) -> str:
    """Return the letter that makes the weighted sum of all letters zero.

    Each place has a weight of its own in the field of 32 elements, so that no single
    wrong letter and no two letters that changed places go unseen.
    """
    weighed = (
        _times(ALPHABET.index(letter), place) for place, letter in enumerate(letters, 1)
    )
    return ALPHABET[reduce(xor, weighed, 0)]


def _times(value: int, power: int) -> int:
    """Return an element times a power of x, in the field of 32 elements."""
    for _ in range(power):
        value <<= 1
        if value >> _BITS:
            value ^= _GENERATOR
    return value
