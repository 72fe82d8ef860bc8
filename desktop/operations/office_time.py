"""Tell the time as the office's papers tell it."""

import datetime as dt

from desktop.operations.figures.compute_results import read_office
from desktop.records.preferences import Preferences
from desktop.store.store import Store


def office_time(store: Store) -> dt.datetime:
    """Return this moment with the offset of the office's zone.

    A machine set to another zone would print another hour beside a signature.

    Raises:
        ConflictError: The file holds no office yet.
    """
    return at_office(store.now(), read_office(store).preferences)


def at_office(moment: dt.datetime, preferences: Preferences) -> dt.datetime:
    """Return a moment with the offset of the office's zone."""
    offset = dt.timedelta(minutes=preferences.utc_offset_minutes)
    return moment.astimezone(dt.timezone(offset))
