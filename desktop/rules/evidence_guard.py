"""Tell what of persons a list or a text shows, and shorten the numbers that name them.

The finding says how much and of what kind, never what (domain 6, Law 91/2025/QH15).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop.rules.vietnamese import fold

Row = Sequence[str]

SHOWN_DIGITS: Final = 3
"""Digits left at the end of a reduced number."""
HEADING_ROWS: Final = 15
"""Rows from the top among which the headings of a list are looked for."""

_HEADING_LENGTH: Final = 40


class Personal(StrEnum):
    """What a file may show of persons."""

    IDENTITY = "identity"
    """Numbers of identity cards."""
    PHONE = "phone"
    BIRTH = "birth"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """How much of each kind a file shows; nothing of it is kept."""

    counts: Mapping[Personal, int] = field(default_factory=dict)
    """Of numbers: how many; of other kinds: how many columns are headed by it."""

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return any(self.counts.values())


_HEADINGS: Final = {
    Personal.IDENTITY: (
        r"\bcccd\b|\bcmnd\b|\bcmt\b|can cuoc|chung minh|dinh danh|giay to tuy than"
    ),
    Personal.PHONE: r"dien thoai|\bsdt\b|\bdt\b|so dt\b|di dong|\bphone\b",
    Personal.BIRTH: r"ngay,? (?:thang,? )?(?:nam )?sinh|nam sinh|\bngay sinh\b",
    Personal.ETHNICITY: r"\bdan toc\b(?! thieu so)|thanh phan dan toc",
    Personal.RELIGION: r"\bton giao\b",
}
_COUNTED: Final = re.compile(
    r"\bso (?:nguoi|luot|dong bao|ho|lop|buoi|tiet)\b|\btong\b"
)
"""A heading of counts speaks of no person: `Số người dân tộc`."""
_GAP: Final = r"[ .\-]?"
_IDENTITY: Final = re.compile(
    rf"(?<![\d.,])0\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?![\d.,]*\d)"
)
"""Twelve digits that begin with the code of a province (Decree 137/2015, art. 13)."""
_PHONE: Final = re.compile(
    rf"(?<![\d.,])(?:\+?84{_GAP}|0)[35789]\d{{1,3}}{_GAP}\d{{3}}{_GAP}\d{{2,4}}(?![\d.,]*\d)"
)
_PHONE_DIGITS: Final = (9, 10)
_OLD_CARD: Final = re.compile(
    r"(?:CMND|CMT|chứng minh)[^\d\n]{0,40}(\d{9})(?!\d)", re.IGNORECASE
)
_IN_COLUMN: Final = re.compile(r"\d{8,12}")
_NOT_DIGIT: Final = re.compile(r"\D")


def in_text(text: str) -> Findings:
    """Return what running text shows: numbers only, for words in it prove nothing."""
    counts = Counter[Personal]()
    counts[Personal.IDENTITY] = len(_IDENTITY.findall(text)) + len(
        _OLD_CARD.findall(text)
    )
    rest = _IDENTITY.sub(" ", text)
    counts[Personal.PHONE] = sum(_is_phone(one[0]) for one in _PHONE.finditer(rest))
    return Findings(counts=+counts)


def in_list(rows: Iterable[Row]) -> Findings:
    """Return what a list shows: numbers in any cell, and columns by their headings."""
    kept = list(rows)
    counts = Counter[Personal]()
    kinds = columns_of(kept)
    for kind in kinds.values():
        if kind not in {Personal.IDENTITY, Personal.PHONE}:
            counts[kind] += 1
    identities = {at for at, kind in kinds.items() if kind is Personal.IDENTITY}
    for row in kept:
        for at, text in enumerate(row):
            found = in_text(text).counts
            own = at in identities and not found and is_number_of_person(text)
            counts.update(found)
            counts[Personal.IDENTITY] += int(own)
    if Personal.PHONE in kinds.values() and not counts[Personal.PHONE]:
        counts[Personal.PHONE] = 1
    if identities and not counts[Personal.IDENTITY]:
        counts[Personal.IDENTITY] = 1
    return Findings(counts=+counts)


def columns_of(rows: Sequence[Row]) -> dict[int, Personal]:
    """Return the columns, from nought, whose heading names something personal."""
    found: dict[int, Personal] = {}
    for row in rows[:HEADING_ROWS]:
        for at, text in enumerate(row):
            kind = heading_of(text)
            if kind is not None:
                found.setdefault(at, kind)
    return found


def heading_of(text: str) -> Personal | None:
    """Return what a heading says its column holds of persons; None for nothing."""
    if not text or len(text) > _HEADING_LENGTH:
        return None
    folded = fold(text)
    if _COUNTED.search(folded):
        return None
    return next(
        (kind for kind, words in _HEADINGS.items() if re.search(words, folded)), None
    )


def is_number_of_person(text: str) -> bool:
    """Tell whether a cell below such a heading holds eight to twelve digits.

    A card's number written as a number has lost the nought it begins with.
    """
    return bool(_IN_COLUMN.fullmatch(_NOT_DIGIT.sub("", text))) and not re.search(
        r"[^\W\d_]", text
    )


def reduced_text(text: str) -> str:
    """Return a text with every card's number shown by its last three digits."""
    shortened = _IDENTITY.sub(lambda found: _reduced(found[0]), text)
    return _OLD_CARD.sub(
        lambda found: found[0].replace(found[1], _reduced(found[1])), shortened
    )


def reduced_number(text: str) -> str:
    """Return a number below a heading of cards by its last three digits."""
    return _reduced(text) if is_number_of_person(text) else reduced_text(text)


def _reduced(number: str) -> str:
    """Return a number of the length it had, its gaps gone like its first digits."""
    digits = _NOT_DIGIT.sub("", number)
    return digits[-SHOWN_DIGITS:].rjust(len(number), "*")


def _is_phone(text: str) -> bool:
    digits = _NOT_DIGIT.sub("", text).removeprefix("84").removeprefix("0")
    return len(digits) in _PHONE_DIGITS
