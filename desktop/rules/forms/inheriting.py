"""Carry what was told of units that ended into the form of who took over from them.

Nobody is there any more to tell it again, and the heir answers for it: it reads it in
its own form, beside the name of the old unit (domain, 5).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop.records.figure import Source
from desktop.records.identity import AgencyId
from desktop.records.register import Register
from desktop.records.staff import Headcount

_OF_ITSELF = frozenset({Source.HEADCOUNT})
"""Registers that tell how a unit itself stands: an old one does not stand any more."""


def carried_entries(
    entries: Mapping[AgencyId, Mapping[str, Sequence[Any]]],
    line: Sequence[AgencyId],
    registers: Iterable[Register],
) -> dict[str, list[Any]]:
    """Return the entries of a unit by register, those it took over first.

    Args:
        entries: Entries by unit and register.
        line: The unit, and those it took over from.
        registers: Every register.
    """
    left = {one.code for one in registers if one.source in _OF_ITSELF}
    found: dict[str, list[Any]] = {}
    for one in (*line[1:], *line[:1]):
        for register, many in entries.get(one, {}).items():
            if one == line[0] or register not in left:
                found.setdefault(register, []).extend(many)
    return found


def carried_headcounts(
    own: Iterable[Headcount], before: Iterable[Iterable[Headcount]]
) -> tuple[Headcount, ...]:
    """Return the people of each group a unit told last, else those it took over.

    Args:
        own: What the unit itself told of each group.
        before: What each of those told that it alone took over from.
    """
    found = {(one.group, one.tier): one for one in own}
    taken: dict[tuple[str, str], Headcount] = {}
    for one in (each for many in before for each in many):
        place = one.group, one.tier
        known = taken.get(place)
        people = one.people + (known.people if known else 0)
        taken[place] = replace(one, people=people)
    return tuple((taken | found).values())
