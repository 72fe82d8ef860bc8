"""The outline of a report: numbers of its parts, and the place of each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from desktop.records.template import SectionTemplate

T = TypeVar("T")

LEVELS = 3
"""`I.`, `1.`, `a)`."""

_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""As Vietnamese law letters its points: đ after d, no f, j, w, z."""

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def numbered(sections: Iterable[SectionTemplate]) -> tuple[SectionTemplate, ...]:
    """Return sections with the numbers that follow from their order and level."""
    counts = [0] * LEVELS
    made: list[SectionTemplate] = []
    for one in sections:
        level = min(max(one.level, 1), LEVELS)
        counts[level - 1] += 1
        counts[level:] = [0] * (LEVELS - level)
        made.append(replace(one, number=_number(level, counts[level - 1])))
    return tuple(made)


def places(sections: Iterable[SectionTemplate]) -> tuple[str, ...]:
    """Return the place of each section in the outline, such as `II.2.a`."""
    above = [""] * LEVELS
    found: list[str] = []
    for one in sections:
        level = min(max(one.level, 1), LEVELS)
        above[level - 1] = one.number.rstrip(")")
        above[level:] = [""] * (LEVELS - level)
        found.append(".".join(part for part in above if part))
    return tuple(found)


def section_keys(sections: Iterable[SectionTemplate]) -> tuple[str, ...]:
    """Return what each section is called by, wherever it stands; else its place."""
    sections = tuple(sections)
    return tuple(
        one.key or place for one, place in zip(sections, places(sections), strict=True)
    )


def by_section(
    sections: Iterable[SectionTemplate], found: Mapping[str, T]
) -> dict[str, T]:
    """Return what is kept of sections by their keys, though it was kept by places.

    What belongs to no section of the outline stays as it is: the section may come
    back.
    """
    sections = tuple(sections)
    keys = section_keys(sections)
    moved = dict(zip(places(sections), keys, strict=True))
    old = {moved[name]: one for name, one in found.items() if name in moved}
    own = {name: one for name, one in found.items() if name not in moved}
    return old | own


def _number(level: int, count: int) -> str:
    if level == 1:
        tens, ones = divmod(count, 10)
        return "X" * tens + _ONES[ones]
    if level == LEVELS:
        return _LETTERS[(count - 1) % len(_LETTERS)] + ")"
    return str(count)
