"""Open the office as it was: on a day, at a moment, or after a change."""

import datetime as dt

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import history, past, records
from desktop.store.past import Past
from desktop.store.shelves import SHELVES
from desktop.store.store import Store


def view_past(
    store: Store,
    change: int,
    progress: Progress = silent,
    *,
    moment: dt.datetime | None = None,
) -> Outcome[Past]:
    """Open a read-only copy of the office as it was after a change.

    Args:
        store: The open office.
        change: Number of the newest change to be seen.
        progress: Told how far it is.
        moment: As of when it was asked for; None: when that change was made.

    Whoever asked for it closes its store, which removes the copy.

    Raises:
        ConflictError: There was no office yet.
        StoreUnavailableError: There is no room for the copy.
        Cancelled: The user asked to stop; no copy is left.
    """
    first = history.first_number(store.reader)
    if change < first or not first:
        raise ConflictError("before_the_office")
    return Outcome(past.open_past(store, change, progress, moment=moment))


def count_past(
    store: Store, change: int, progress: Progress = silent
) -> dict[type, int]:
    """Return how many records of each class the office held after a change.

    Raises:
        ConflictError: There was no office yet.
        StoreUnavailableError: There is no room for the copy.
    """
    with view_past(store, change, progress).value.store as then:
        return {one.record: records.count(then.reader, one.record) for one in SHELVES}


def change_at(store: Store, moment: dt.datetime) -> int:
    """Return the number of the newest change made at a moment.

    Raises:
        ConflictError: There was no office yet.
    """
    number = history.newest_on(store.reader, moment)
    if not number:
        raise ConflictError("before_the_office")
    return number


def end_of_day(store: Store, day: dt.date) -> dt.datetime:
    """Return the last moment of a day by the office's clock."""
    zone = store.now().tzinfo
    return dt.datetime.combine(day, dt.time.max, tzinfo=zone)


def first_day(store: Store) -> dt.date:
    """Return the first day of which an office can be looked at; today's before any."""
    first = history.entry(store.reader, history.first_number(store.reader))
    return store.now().date() if first is None else first.at.date()
