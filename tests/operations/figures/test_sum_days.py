"""Sums by day stand behind the results of a large office, and change none of them."""

import datetime as dt

from desktop.operations.entries.record_entry import record
from desktop.operations.figures import sum_days
from desktop.operations.figures.compute_results import compute_results, read_office
from desktop.rules import calendar
from desktop.store import day_sums, records
from desktop.store.store import Store
from tests.builders import UNIT, an_activity, staff

PERIOD = calendar.parse_period("2024")


def fill(store: Store) -> None:
    with store.change("record_many") as change:
        for number in range(40):
            day = dt.date(2024, 1, 1) + dt.timedelta(days=number * 7)
            people = (staff("G1", number), staff("G2", 1))
            one = an_activity(id=f"a{number}", last_day=day, staff=people)
            records.put(change, one)
        records.put(change, an_activity(id="b", agency=UNIT, joined_to="a1"))


def make_ready(store: Store) -> None:
    office = read_office(store)
    sum_days.make_ready(store, office.figures, office.names, sum_days.LARGE)


def test_results_are_the_same_with_and_without_sums(store: Store) -> None:
    fill(store)
    bare = compute_results(store, PERIOD, by_year=True)
    make_ready(store)
    assert compute_results(store, PERIOD, by_year=True) == bare
    assert store.reader.execute("select count(*) from day_sums").fetchone()[0] > 40


def test_an_entry_recorded_since_is_in_the_results(store: Store) -> None:
    make_ready(store)
    fill(store)
    first = compute_results(store, PERIOD)
    record(store, an_activity(id="new", staff=(staff("G1", 500),)))
    then = compute_results(store, PERIOD)
    grown = [
        (
            one.target.code,
            (two.period.numerator or 0) - (one.period.numerator or 0),
        )
        for one, two in zip(first, then, strict=True)
        if one.period.numerator != two.period.numerator
    ]
    assert grown
    assert {by for _, by in grown} == {500}


def test_a_small_office_keeps_no_sums(store: Store) -> None:
    fill(store)
    compute_results(store, PERIOD)
    office = read_office(store)
    wanted = tuple(sum_days.series(store, office.figures, office.names))
    assert wanted
    assert not day_sums.keeps(store.reader, wanted)


def test_sums_are_of_what_the_targets_ask_for(store: Store) -> None:
    office = read_office(store)
    wanted = sum_days.series(store, office.figures, office.names)
    assert {one.place for one in wanted} >= {"activities"}
