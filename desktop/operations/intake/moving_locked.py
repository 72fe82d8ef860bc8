"""Refuse beforehand what would move a number that counts in a locked period."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.records.arrival import Arrival, Fate, Sorting
from desktop.rules.intake.statements import QUESTION, takeable
from desktop.store import locked_totals
from desktop.store.locked_totals import ByUnit, LockedTotal
from desktop.store.store import Store


def refuse_moving(store: Store, arrivals: Sequence[Arrival]) -> tuple[Arrival, ...]:
    """Return files with those refused that would write on the days of such a number.

    One of them would hold up all that are taken in with it.
    """
    db = store.reader
    locked = locked_totals.locked_totals(db)
    if not locked:
        return tuple(arrivals)
    return tuple(_refused(store, one, locked) for one in arrivals)


def _refused(store: Store, arrival: Arrival, locked: ByUnit) -> Arrival:
    units = sorted({str(arrival.agency), *arrival.tells_of})
    told = (one for unit in units for one in locked.get(unit, ()))
    found = next((one for one in told if _moves(arrival, one)), None)
    if found is None:
        return arrival
    reason = (locked_totals.REASON, *locked_totals.told(store.reader, found))
    return replace(arrival, sorting=Sorting.REFUSED, reasons=(reason, *arrival.reasons))


def _moves(arrival: Arrival, one: LockedTotal) -> bool:
    """Tell whether a file writes anything on the days of a number of its unit."""
    if arrival.first_day is None or arrival.last_day is None or arrival.kind is None:
        return False
    writes = arrival.counts.accepted or any(
        row.fate is Fate.REMOVE for row in arrival.rows if row.place != QUESTION
    )
    return (
        takeable(arrival)
        and bool(writes)
        and arrival.first_day <= one.total.last_day
        and one.total.first_day <= arrival.last_day
    )
