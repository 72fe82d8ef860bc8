"""Papers tell the office's time, wherever the machine believes to be."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import ConflictError
from desktop.operations.figures.compute_results import read_office
from desktop.operations.office_time import office_time
from desktop.operations.offices.set_preferences import set_preferences
from desktop.store.store import Store
from tests.builders import NOW


@pytest.mark.parametrize("hours", [-11, 0, 7, 9])
def test_the_moment_is_the_same_and_the_hour_is_the_office_s(
    store: Store, hours: int
) -> None:
    store.now = lambda: NOW.astimezone(dt.timezone(dt.timedelta(hours=hours)))
    assert office_time(store) == NOW
    assert office_time(store).isoformat() == "2024-12-20T08:00:00+07:00"


def test_another_zone_may_be_set(store: Store) -> None:
    own = replace(read_office(store).preferences, utc_offset_minutes=60)
    set_preferences(store, own)
    assert office_time(store).isoformat() == "2024-12-20T02:00:00+01:00"


def test_a_file_without_an_office_has_no_zone(store: Store) -> None:
    with store.change("forget") as change:
        change.write("preferences", "office", None)
    with pytest.raises(ConflictError):
        office_time(store)
