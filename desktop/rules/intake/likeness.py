"""Offer what a sender's agency, plan, task or target may be here, likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop.rules.vietnamese import fold

OFFERED: Final = 6
"""Offers that are shown; the others can be looked for."""
_LEAST: Final = 45.0
"""Below this likeness (0 to 100) two texts have nothing in common but short words."""
_SAME_NUMBER: Final = 12.0
"""What an equal number adds: plans that follow each other keep their numbering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something here that may be meant."""

    id: str
    name: str
    """As it is shown."""
    text: str = ""
    """What is compared; blank: the name."""
    number: str = ""


def offers(
    text: str, number: str, candidates: Iterable[Candidate]
) -> tuple[tuple[str, str], ...]:
    """Return ids and names of what is most like a text, and a number if it has one."""
    from rapidfuzz import fuzz

    sought, rated = fold(text), []
    for one in candidates:
        likeness = fuzz.token_set_ratio(sought, fold(one.text or one.name))
        likeness = (likeness + fuzz.ratio(sought, fold(one.text or one.name))) / 2
        same = bool(number) and fold(number) == fold(one.number)
        rated.append((likeness + (_SAME_NUMBER if same else 0.0), one))
    rated.sort(key=lambda pair: (-pair[0], pair[1].id))
    likely = [one for rating, one in rated if rating >= _LEAST][:OFFERED]
    return tuple((one.id, one.name) for one in likely)
