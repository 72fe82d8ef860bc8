"""Entries on days that are doubtful."""

import datetime as dt
from dataclasses import replace

from desktop.records.activity import ActivityState
from desktop.records.agency import Agency
from desktop.rules.counting import Span
from desktop.store import entry_dates, records
from desktop.store.entry_dates import Misdated
from desktop.store.store import Store
from tests import builders

YEAR = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
CLOSING = dt.date(2024, 11, 14)


def put(store: Store, *many: object) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def told(found: Misdated) -> tuple[str, str, int, int]:
    return found.table, found.row_id, found.entries, found.weight


def test_what_is_dated_after_the_closing_day_is_told_once_for_a_register(
    store: Store,
) -> None:
    late = [dt.date(2024, 11, 15), dt.date(2024, 12, 1)]
    put(
        store,
        builders.an_activity(id="in time", last_day=CLOSING),
        builders.an_activity(id="b", last_day=late[1], attendance=30),
        builders.an_activity(id="a", last_day=late[0], attendance=20),
        builders.an_activity("conference", id="c", last_day=late[0]),
        builders.an_activity(
            id="planned", last_day=late[0], state=ActivityState.PLANNED
        ),
        builders.a_product(id="p", first_published=late[0]),
    )
    found = entry_dates.after_closing(store.reader, CLOSING, YEAR.last)
    assert sorted(map(told, found)) == [
        ("activities", "a", 2, 50),
        ("activities", "c", 1, 40),
        ("products", "p", 1, 0),
    ]


def test_a_period_closed_on_its_last_day_leaves_nothing_behind(store: Store) -> None:
    put(store, builders.an_activity(last_day=YEAR.last))
    assert not list(entry_dates.after_closing(store.reader, YEAR.last, YEAR.last))


def test_what_no_plan_covers(store: Store) -> None:
    put(
        store,
        builders.an_activity(id="a", last_day=dt.date(2019, 5, 5)),
        builders.an_activity(id="b", last_day=dt.date(2022, 5, 5)),
        builders.an_activity(id="c"),
    )
    plans = [
        (dt.date(2018, 1, 1), dt.date(2020, 12, 31)),
        (dt.date(2023, 1, 1), dt.date(2028, 12, 31)),
    ]
    (found,) = entry_dates.outside_plans(store.reader, plans)
    assert (found.row_id, found.last_day) == ("b", "2022-05-05")
    assert not list(entry_dates.outside_plans(store.reader, []))


def test_what_began_before_the_period(store: Store) -> None:
    before = dt.date(2023, 12, 30)
    put(
        store,
        builders.an_activity(
            id="a", first_day=before, last_day=dt.date(2024, 1, 2), attendance=9
        ),
        builders.an_activity(id="b", first_day=before, last_day=before),
        builders.a_posting(
            id="p", first_day=before, last_day=dt.date(2024, 1, 31), items=12
        ),
    )
    found = sorted(map(told, entry_dates.begun_before(store.reader, YEAR)))
    assert found == [("activities", "a", 1, 9), ("postings", "p", 1, 12)]


def test_what_is_still_planned_though_its_day_is_over(store: Store) -> None:
    planned = builders.an_activity(id="a", state=ActivityState.PLANNED)
    later = dt.date(2024, 12, 30)
    put(store, planned, replace(planned, id="b", first_day=later, last_day=later))  # type: ignore[arg-type]
    found = entry_dates.still_planned(store.reader, YEAR, dt.date(2024, 12, 20))
    assert [one.row_id for one in found] == ["a"]


def test_what_an_agency_did_before_or_after_there_was_one(store: Store) -> None:
    agency = records.get(store.reader, Agency, builders.UNIT)
    assert agency is not None
    put(
        store,
        replace(agency, valid_from=dt.date(2024, 2, 1), valid_to=dt.date(2024, 6, 30)),
        *(
            builders.an_activity(
                id=f"m{month}",
                agency=builders.UNIT,
                last_day=dt.date(2024, month, 15),
            )
            for month in (1, 3, 7)
        ),
    )
    found = entry_dates.agency_gone(store.reader, YEAR)
    assert sorted(one.row_id for one in found) == ["m1", "m7"]


def test_what_a_period_counts_by_register(store: Store) -> None:
    put(
        store,
        builders.an_activity(id="a", attendance=10),
        builders.an_activity(id="b", attendance=None),
        builders.a_posting(items=3),
    )
    found = entry_dates.counted(store.reader, YEAR)
    assert found["activities", "training"] == (2, 10)
    assert found["postings", ""] == (1, 3)
