"""Know whose statement for which days a file is, and what may be taken in together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Final

from desktop.records.arrival import Arrival, ArrivalRow, Counts, Fate, Sorting
from desktop.records.returns import Return, ReturnKind
from desktop.rules.intake.parts import belong_together

Key = tuple[str, str, str, str]
"""Whose statement for which days: kind, sender, first and last day."""

DOUBTS: Final = frozenset(
    {
        *("rival", "other_kind", "unsealed", "signer_unknown", "agencies_outside"),
        "told_twice",
        *("receipt_unsigned", "receipt_not_sent", "receipt_own_key", "signer_test"),
    }
)
"""Reasons for which a file that is ready is taken only when the officer ticks it."""
QUESTION: Final = "returns"
"""Where a row of a file stands that asks which of two files tells of a unit."""
_TOTALS: Final = "unlisted_totals"
"""Where a row stands that is a number and no entry."""
TAKEABLE: Final = frozenset({Sorting.READY, Sorting.OTHER_PERIOD, Sorting.HELD})
"""Sortings of statements that can be taken in; receipts are taken in as well."""
OPEN: Final = frozenset({Sorting.READY, Sorting.TO_FIX, Sorting.TO_MAP, Sorting.HELD})
"""Sortings of what may turn out to be known or outdated."""


def key_of(arrival: Arrival) -> Key | None:
    """Return whose statement for which days an arrival is; None where it is none."""
    if arrival.kind is None or arrival.first_day is None or arrival.last_day is None:
        return None
    days = (arrival.first_day.isoformat(), arrival.last_day.isoformat())
    return (str(arrival.kind), arrival.sender, *days)


def key_of_return(ret: Return) -> Key:
    """Return whose statement for which days a return is."""
    days = (ret.first_day.isoformat(), ret.last_day.isoformat())
    return (str(ret.kind), ret.sender, *days)


def ticked_at_first(arrival: Arrival) -> bool:
    """Tell whether a file is taken in unless the officer says no."""
    doubted = any(one[0] in DOUBTS for one in arrival.reasons if one)
    ready = arrival.sorting in {Sorting.READY, Sorting.RECEIPT}
    return ready and not doubted and not _empties(arrival)


def _empties(arrival: Arrival) -> bool:
    """Tell whether a form that tells nothing would take away what was told before."""
    blank = any(one[:1] == ("nothing_told",) for one in arrival.reasons)
    return blank and any(one.fate is Fate.REMOVE for one in arrival.rows)


def takeable(arrival: Arrival) -> bool:
    """Tell whether a file can be taken in at all."""
    return arrival.sorting in TAKEABLE or arrival.sorting is Sorting.RECEIPT


def counted(arrival: Arrival, keep: frozenset[str]) -> Counts:
    """Return the control totals of a file that is taken in.

    Of what was edited here the file's value counts as taken in unless it is among
    those that stay; what is left out because another file tells it does not.
    """
    by_place: defaultdict[tuple[str, str], list[ArrivalRow]] = defaultdict(list)
    for row in arrival.rows:
        by_place[(row.place, row.at)].append(row)  # a total may be made of several
    taken = sum(
        bool(at) and _stayed(rows) and not _kept(rows) <= keep
        for (_, at), rows in by_place.items()
    )
    counts = arrival.counts
    out = min(_left_out(arrival, keep), counts.accepted)
    return replace(
        counts,
        accepted=counts.accepted + taken - out,
        unchanged=counts.unchanged - taken,
        refused=counts.refused + out,
    )


def _left_out(arrival: Arrival, keep: frozenset[str]) -> int:
    """Return how many entries are left out, for another file goes on to tell them."""
    asked = [one for one in arrival.rows if one.place == QUESTION]
    units = [one.row_id.rpartition("/")[2] for one in asked if one.row_id in keep]
    if units and arrival.kind is ReturnKind.FORM:
        return len({(o.place, o.at) for o in arrival.rows if brings(o)})
    return sum(arrival.entries_of.get(one, 0) for one in units)


def brings(row: ArrivalRow) -> bool:
    """Tell whether a row of a form is an entry that is not here yet."""
    return row.fate is Fate.ADD and row.place != _TOTALS


def _stayed(rows: Iterable[ArrivalRow]) -> bool:
    """Tell whether all of it was counted as unchanged."""
    return all(one.fate in {Fate.KEEP, Fate.SAME} for one in rows)


def _kept(rows: Iterable[ArrivalRow]) -> set[str]:
    """Return the ids of what was edited here."""
    return {one.row_id for one in rows if one.fate is Fate.KEEP}


def in_turn(arrivals: Iterable[Arrival]) -> tuple[Arrival, ...]:
    """Return arrivals as they are taken in: older versions before newer ones."""
    return tuple(
        sorted(
            arrivals, key=lambda one: (one.version, one.slip, one.sender, one.sha256)
        )
    )


def rivals(arrivals: Iterable[Arrival]) -> tuple[Arrival, ...]:
    """Return those that are two statements of one unit for the same days.

    Two contents of one version are, and a form or a package beside a package that
    tells of the same unit: taken in together, both would count.
    """
    found: defaultdict[tuple[object, ...], list[Arrival]] = defaultdict(list)
    every = tuple(arrivals)
    for one in every:
        key = key_of(one)
        if key is not None:
            found[(*key, one.version, one.slip)].append(one)
    twice = {
        id(one)
        for each in found.values()
        if len(each) > 1 and not belong_together(each)
        for one in each
    }
    twice |= {id(one) for pair in told_in_both(every) for one in pair}
    return tuple(one for one in every if id(one) in twice)


def told_in_both(arrivals: Iterable[Arrival]) -> tuple[tuple[Arrival, Arrival], ...]:
    """Return each form or package beside a package that tells of the same unit's days.

    What one sender packed twice is of the same entries, and tells none of them twice.
    """
    by_unit: defaultdict[str, list[Arrival]] = defaultdict(list)
    for one in arrivals:
        told = one.tells_of if one.kind is ReturnKind.PACKAGE else ()
        for unit in sorted({one.sender, *told} if one.kind else ()):
            by_unit[unit].append(one)
    found: dict[tuple[int, int], tuple[Arrival, Arrival]] = {}
    for many in by_unit.values():
        for one, other in combinations(many, 2):
            if _tell_twice(one, other):
                found[id(one), id(other)] = one, other
    return tuple(found.values())


def _tell_twice(one: Arrival, other: Arrival) -> bool:
    forms = one.kind is ReturnKind.FORM and other.kind is ReturnKind.FORM
    same = (one.sender, one.kind) == (other.sender, other.kind)
    return not forms and not same and share_days(one, other)


def share_days(one: Arrival, other: Arrival | Return) -> bool:
    """Tell whether two statements are, in part, of the same days."""
    days = (one.first_day, one.last_day, other.first_day, other.last_day)
    first, last, from_day, to_day = days
    if first is None or last is None or from_day is None or to_day is None:
        return False
    return from_day <= last and to_day >= first
