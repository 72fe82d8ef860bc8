"""How alike two titles or two places are, as an officer would read them.

Marks, case, order of words and short forms do not matter; a different number, an
opposite word or another thing at the end of both does.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.rules.vietnamese import fold

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_FILLERS = frozenset(
    _WORD.findall(
        "va ve voi cho cua cac nhung tai trong tren den tu nham theo bang duoc la do "
        "ngay thang nam so to chuc thuc hien trien khai dia ban cong tac viec"
    )
)
"""Words that can be left out or put in without another thing being meant."""

_ORDERED = frozenset(
    _WORD.findall("lop khoa dot ky quy lan phan tap ca nhom bai buoi tiet chang vong")
)
"""Words after which a letter or a Roman figure is a number."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_ORDINAL = {
    "nhat": 1,
    "hai": 2,
    "ba": 3,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
}
"""What follows `thứ`, of lessons as of days of the week."""

_OPPOSITES = (
    frozenset({"dau", "giua", "cuoi"}),
    frozenset({"sang", "chieu", "toi"}),
)
"""One of each set in one title and another of it in the other: two things."""

_TYPING_SLIP = 80
"""From here on two words of four letters or more are one word typed twice."""
_SHORT_FORM = 2
_SLIP_LENGTH = 4
_TELLING = 3
"""A title of so few telling words says too little to be contained in another."""
_CONTAINED = 92
_REMEMBERED = 20_000
"""Titles taken apart that are kept: each is compared with many."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title or a place taken apart once, to be compared many times."""

    words: tuple[str, ...]
    """Folded, without the numbers."""
    numbers: frozenset[tuple[str, str]]
    """The word before each number, and the number."""

    @property
    def telling(self) -> tuple[str, ...]:
        """Return the words that are not mere fillers."""
        return tuple(one for one in self.words if one not in _FILLERS)


@lru_cache(maxsize=_REMEMBERED)
def phrase(text: str) -> Phrase:
    """Take a title or a place apart; days and years in it are left out."""
    words, numbers, before = list[str](), set[tuple[str, str]](), ""
    for word in _WORD.findall(_YEAR.sub(" ", _DAY.sub(" ", fold(text)))):
        number = _as_number(word, before)
        if number:
            numbers.add((before, number))
        else:
            words.append(word)
        before = word
    return Phrase(tuple(words), frozenset(numbers))


def likeness(one: Phrase, other: Phrase) -> int:
    """Return how alike two titles are, from 0 to 100; 0 when they exclude each other.

    One that is contained in the other is as good as alike: units leave out what goes
    without saying to them.
    """
    from rapidfuzz import fuzz

    if not one.words or not other.words or _numbers_differ(one, other):
        return 0
    first, second = _spelled_out(one, other), _spelled_out(other, one)
    if _opposed(first, second) or _other_ends(first, second):
        return 0
    # Words in the order of the alphabet: some tell the same the other way round.
    found = round(fuzz.token_sort_ratio(" ".join(first), " ".join(second)))
    return max(found, _CONTAINED) if _contained(first, second) else found


def same_place(one: Phrase, other: Phrase) -> bool:
    """Tell whether two places may be one: one says no more than a part of the other."""
    if _numbers_differ(one, other):
        return False
    first, second = _spelled_out(one, other), _spelled_out(other, one)
    return not (_left(first, second) and _left(second, first))


def _as_number(word: str, before: str) -> str:
    """Return the number a word stands for, or blank."""
    if word.isdecimal():
        return str(int(word))
    if before == "thu" and word in _ORDINAL:
        return str(_ORDINAL[word])
    if before in _ORDERED:
        if word in _ROMAN:
            return str(_ROMAN[word])
        if len(word) == 1 or _NUMBER.search(word):
            return word
    return ""


def _numbers_differ(one: Phrase, other: Phrase) -> bool:
    """Tell whether the numbers of two texts exclude each other.

    After one word two numbers are two things; otherwise one text may tell numbers
    the other leaves out.
    """
    for word in {before for before, _ in one.numbers}:
        mine = {number for before, number in one.numbers if before == word}
        yours = {number for before, number in other.numbers if before == word}
        if mine and yours and mine.isdisjoint(yours):
            return True
    first = {number for _, number in one.numbers}
    second = {number for _, number in other.numbers}
    return not (first <= second or second <= first)


def _spelled_out(one: Phrase, other: Phrase) -> tuple[str, ...]:
    """Return the telling words, short forms written as the other text writes them."""
    longer = list[str]()
    for word in one.telling:
        longer.extend(_meant_by(word, other.words) or (word,))
    return tuple(longer)


def _meant_by(short: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the neighbouring words whose first letters are a short form."""
    size = len(short)
    if size < _SHORT_FORM or short in words:
        return ()
    for start in range(len(words) - size + 1):
        run = words[start : start + size]
        if "".join(word[0] for word in run) == short:
            return tuple(one for one in run if one not in _FILLERS)
    return ()


def _opposed(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    for words in _OPPOSITES:
        mine, yours = words & set(first), words & set(second)
        if mine and yours and mine.isdisjoint(yours):
            return True
    return False


def _other_ends(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether both end with what the other lacks: what sets them apart is last."""
    left, right = _left(first, second), _left(second, first)
    return bool(left and right and first[-1] in left and second[-1] in right)


def _contained(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether the shorter text is one run of words of the longer."""
    short, long = sorted((first, second), key=len)
    if len(short) <= _TELLING:
        return False
    runs = (long[n : n + len(short)] for n in range(len(long) - len(short) + 1))
    return short in runs


def _left(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of the first that the second has not, slips forgiven."""
    known = set(second)
    return tuple(
        word for word in first if word not in known and not _slipped(word, known)
    )


def _slipped(word: str, words: set[str]) -> bool:
    from rapidfuzz import fuzz

    return len(word) >= _SLIP_LENGTH and any(
        len(one) >= _SLIP_LENGTH and fuzz.ratio(word, one) >= _TYPING_SLIP
        for one in words
    )
