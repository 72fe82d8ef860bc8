"""Change the outline of a template: move, indent, add and drop parts."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.records.template import SectionTemplate
from desktop.rules.reports.outline import LEVELS, numbered

Sections = tuple[SectionTemplate, ...]

OWN = "own"
"""Start of the keys of parts only the office has."""


def family(sections: Sequence[SectionTemplate], at: int) -> range:
    """Return the places of a part and of everything below it."""
    end = at + 1
    while end < len(sections) and sections[end].level > sections[at].level:
        end += 1
    return range(at, end)


def moved(sections: Sections, at: int, step: int) -> tuple[Sections, int]:
    """Swap a part with its neighbour of the same level; return where it stands then.

    Step -1 is up, 1 is down. Without a neighbour everything stays.
    """
    own = family(sections, at)
    if step > 0:
        if own.stop >= len(sections) or sections[own.stop].level != sections[at].level:
            return sections, at
        other = family(sections, own.stop)
        made = _swapped(sections, own, other)
        return made, at + len(other)
    before = _sibling_before(sections, at)
    if before is None:
        return sections, at
    return _swapped(sections, family(sections, before), own), before


def _sibling_before(sections: Sections, at: int) -> int | None:
    for place in range(at - 1, -1, -1):
        if sections[place].level == sections[at].level:
            return place
        if sections[place].level < sections[at].level:
            return None
    return None


def _swapped(sections: Sections, first: range, second: range) -> Sections:
    return numbered(
        (
            *sections[: first.start],
            *sections[second.start : second.stop],
            *sections[first.start : first.stop],
            *sections[second.stop :],
        )
    )


def can_indent(sections: Sections, at: int) -> bool:
    """Tell whether a part may go one level in, under the part before it."""
    if not at or sections[at].level > sections[at - 1].level:
        return False
    return all(sections[place].level < LEVELS for place in family(sections, at))


def can_outdent(sections: Sections, at: int) -> bool:
    """Tell whether a part may go one level out."""
    return sections[at].level > 1


def shifted(sections: Sections, at: int, step: int) -> Sections:
    """Move a part, and all below it, one level in (1) or out (-1), where it may."""
    if not (can_indent(sections, at) if step > 0 else can_outdent(sections, at)):
        return sections
    own = family(sections, at)
    return numbered(
        replace(one, level=one.level + step) if place in own else one
        for place, one in enumerate(sections)
    )


def removed(sections: Sections, at: int) -> Sections:
    """Drop a part with everything below it."""
    own = family(sections, at)
    return numbered((*sections[: own.start], *sections[own.stop :]))


def added(sections: Sections, after: int, heading: str) -> tuple[Sections, int]:
    """Put a new part behind another and all below it; return where it stands.

    It is of the same level, and written by hand until somebody gives it sentences.
    """
    place = family(sections, after).stop if sections else 0
    level = sections[after].level if sections else 1
    made = SectionTemplate(
        key=_free_key(sections), heading=heading, level=level, by_hand=True
    )
    return numbered((*sections[:place], made, *sections[place:])), place


def _free_key(sections: Sections) -> str:
    taken = {one.key for one in sections}
    numbers = range(1, len(sections) + 2)
    return next(key for number in numbers if (key := f"{OWN}_{number}") not in taken)
