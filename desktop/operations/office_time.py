"""Tell the time as the office's papers tell it."""

import datetime as dt

from desktop.operations.compute_results import read_office
from desktop.store.store import Store


def office_time(store: Store) -> dt.datetime:
    """Return this moment with the offset of the office's zone.

    A machine set to another zone would print another hour beside a signature.

    Raises:
        ConflictError: The file holds no office yet.
    """
    minutes = read_office(store).preferences.utc_offset_minutes
    return store.now().astimezone(dt.timezone(dt.timedelta(minutes=minutes)))
