"""Know the packages of a report that goes in several: each tells its entries again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from desktop.records.arrival import Arrival
from desktop.records.returns import Return, ReturnState

Told = tuple[str, str, int, int, str, int]


def belong_together(arrivals: Iterable[Arrival]) -> bool:
    """Tell whether packages are different parts of one report.

    All of them hold the same report with the same entries, and none another's evidence.
    """
    return all(goes_with(*pair) for pair in combinations(arrivals, 2))


def goes_with(one: Arrival, other: Arrival) -> bool:
    """Tell whether two packages are different parts of one report."""
    return one.parts > 1 and one.part != other.part and _told(one) == _told(other)


def once(arrivals: Iterable[Arrival]) -> Iterator[Arrival]:
    """Yield files with the entries of a report in parts counted in one of them.

    In the others they are seen, and unchanged.
    """
    counted = set[Told]()
    for one in arrivals:
        if one.parts > 1 and _told(one) in counted:
            seen = one.counts.seen - one.counts.refused
            same = replace(one.counts, accepted=0, unchanged=seen)
            yield replace(one, counts=same, rows=())
        else:
            counted.add(_told(one))
            yield one


def stands_in_part(ret: Return, returns: Iterable[Return]) -> bool:
    """Tell whether another part of the same report came after one, and stands."""
    if ret.state is not ReturnState.SUPERSEDED or not ret.package_id:
        return False
    return any(
        one.state is ReturnState.ACCEPTED
        and one.package_id == ret.package_id
        and one.sender == ret.sender
        and (one.version, one.slip, one.control) == (ret.version, ret.slip, ret.control)
        for one in returns
    )


def _told(one: Arrival) -> Told:
    """Return what parts of one report have alike."""
    control = one.control.code
    return (one.sender, one.package_id, one.version, one.slip, control, one.parts)
