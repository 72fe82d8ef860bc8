"""The office of a day is opened, counted, computed, and goes away again."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.history.view_past import (
    change_at,
    count_past,
    end_of_day,
    first_day,
    view_past,
)
from desktop.records.activity import Activity
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, a_headcount, an_activity, staff

DAY = dt.timedelta(days=1)


class Clock:
    """A clock somebody sets."""

    at = NOW

    def __call__(self) -> dt.datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def busy(office: Path, clock: Clock) -> Store:
    """Open an office with a class on each of three days."""
    store = Store(office, clock=clock)
    store.reader.execute("select 1")
    for number in range(3):
        clock.at = dt.datetime.now().astimezone() + (number + 1) * DAY
        record(store, an_activity(id=f"a{number}", staff=(staff("G1", 5),)))
    return store


def test_the_end_of_a_day_is_its_last_moment_by_the_clock(busy: Store) -> None:
    day = busy.now().date()
    moment = end_of_day(busy, day)
    assert (moment.date(), moment.time()) == (day, dt.time.max)
    assert moment.utcoffset() == busy.now().utcoffset()
    busy.close()


def test_each_day_shows_what_was_there_at_its_end(busy: Store) -> None:
    today = busy.now().date()
    for back, expected in ((0, 3), (1, 2), (2, 1)):
        number = change_at(busy, end_of_day(busy, today - back * DAY))
        assert count_past(busy, number)[Activity] == expected
    busy.close()


def test_before_the_office_there_is_nothing_to_see(busy: Store) -> None:
    with pytest.raises(ConflictError) as caught:
        change_at(busy, NOW)
    assert caught.value.reason == "before_the_office"
    with pytest.raises(ConflictError):
        view_past(busy, 0)
    assert first_day(busy) <= busy.now().date()
    busy.close()


def test_results_of_then_are_what_they_were(store: Store) -> None:
    record(store, a_headcount("G1", 20))
    record(store, an_activity(id="a", staff=(staff("G1", 5),)))
    period = parse_period("2024")
    before = compute_results(store, period)
    record(store, an_activity(id="b", staff=(staff("G1", 9),)))
    with view_past(store, 3).value.store as then:
        assert compute_results(then, period) == before
        assert records.count(then.reader, Activity) == 1


def test_it_is_the_moment_asked_for_there(store: Store) -> None:
    record(store, an_activity(id="a"))
    moment = end_of_day(store, NOW.date())
    past = view_past(store, 2, moment=moment).value
    with past.store as then:
        assert (past.at, then.now()) == (moment, moment)
    past = view_past(store, 2).value
    with past.store as then:
        assert then.now() == store.now()
