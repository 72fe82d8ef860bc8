"""The outline of a report: numbers of its parts, and the place of each."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.records.template import SectionTemplate

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


def _number(level: int, count: int) -> str:
    if level == 1:
        tens, ones = divmod(count, 10)
        return "X" * tens + _ONES[ones]
    if level == LEVELS:
        return _LETTERS[(count - 1) % len(_LETTERS)] + ")"
    return str(count)
