"""Hold files that came in together against each other, and see who told twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.records.arrival import Arrival, Sorting
from desktop.rules.intake.parts import goes_with
from desktop.rules.intake.statements import (
    OPEN,
    TAKEABLE,
    Key,
    key_of,
    told_in_both,
)

_LIVE = frozenset({*OPEN, Sorting.OTHER_PERIOD})


def beside(arrivals: Sequence[Arrival]) -> Iterator[Arrival]:
    """Yield each file, sorted by itself, as it stands beside the others of a drop."""
    newest = _newest(arrivals)
    stand = [_overtaken(each, newest) for each in arrivals]
    by_sender: defaultdict[str, list[Arrival]] = defaultdict(list)
    both: defaultdict[int, list[str]] = defaultdict(list)
    for one in stand:
        if one.sorting in TAKEABLE:
            by_sender[one.sender].append(one)
    for one, other in told_in_both(one for one in stand if one.sorting in TAKEABLE):
        both[id(one)].append(other.name)
        both[id(other)].append(one.name)
    for one in stand:
        if one.sorting not in TAKEABLE:
            yield one
            continue
        others = [each for each in by_sender[one.sender] if each is not one]
        found = (_rival(one, others), _other_kind(both[id(one)]))
        yield replace(one, reasons=(*one.reasons, *filter(None, found)))


def _newest(arrivals: Iterable[Arrival]) -> dict[Key, Arrival]:
    found: dict[Key, Arrival] = {}
    for one in arrivals:
        key = key_of(one)
        if key is None or one.sorting not in _LIVE:
            continue
        if key not in found or one.version > found[key].version:
            found[key] = one
    return found


def _overtaken(arrival: Arrival, newest: Mapping[Key, Arrival]) -> Arrival:
    """Return a file of which a later version came with it as outdated.

    A slip of the same version is no later version: both are taken in, in turn.
    """
    key = key_of(arrival)
    later = None if key is None else newest.get(key)
    if later is None or arrival.sorting not in _LIVE:
        return arrival
    if later.version <= arrival.version:
        return arrival
    reason = ("newer_here", str(later.version), later.name)
    return replace(arrival, sorting=Sorting.OLDER, reasons=(reason, *arrival.reasons))


def _rival(arrival: Arrival, others: Iterable[Arrival]) -> tuple[str, ...]:
    """Return a doubt where one version of a unit says two things."""
    names = sorted(
        one.name
        for one in others
        if key_of(one) == key_of(arrival)
        and (one.version, one.slip) == (arrival.version, arrival.slip)
        and one.content_sha256 != arrival.content_sha256
        and not goes_with(one, arrival)
    )
    return ("rival", *names) if names else ()


def _other_kind(others: Collection[str]) -> tuple[str, ...]:
    """Return a doubt where another file of the drop tells of the same unit's days."""
    return ("other_kind", min(others)) if others else ()
