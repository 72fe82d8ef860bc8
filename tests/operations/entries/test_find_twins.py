"""Likely twins are told as one types, and for a whole period."""

import datetime as dt

import pytest

from desktop.errors import Cancelled
from desktop.files import catalogue
from desktop.operations.entries.find_twins import compared, find_pairs, find_twins
from desktop.operations.entries.join_events import join
from desktop.operations.entries.record_entry import record_many
from desktop.progress import Step
from desktop.records.identity import RecordId
from desktop.rules.calendar import parse_period
from desktop.rules.twins import Sign
from desktop.store.store import Store
from tests.builders import (
    DAY,
    UNIT,
    a_headcount,
    a_posting,
    a_product,
    an_activity,
)

PERIOD = parse_period("2024")
PLACE = "Nhà văn hóa"


def test_an_entry_being_typed_finds_the_one_kept(store: Store) -> None:
    kept = an_activity(id="kept", place=PLACE)
    record_many(
        store,
        (kept, an_activity("union_meeting", id="x", form="union_club")),
    )
    typed = an_activity(
        id="typed", agency=UNIT, place=PLACE, title="Tap huan kien thuc quyen con nguoi"
    )

    [likely] = find_twins(store, typed)

    assert likely.record == kept
    assert likely.twin.why == (
        Sign.SAME_DAYS,
        Sign.SAME_PLACE,
        Sign.SAME_TITLE,
        Sign.OTHER_AGENCY,
    )


def test_a_kept_entry_is_no_twin_of_itself(store: Store) -> None:
    record_many(store, (an_activity(),))
    assert find_twins(store, an_activity()) == ()


def test_what_has_no_twins_finds_none(store: Store) -> None:
    assert find_twins(store, a_headcount("G1", 5)) == ()
    codes = {one.code for one in catalogue.load_registers() if compared(one)}
    assert {"training", "contest", "product", "posting", "broadcast"} <= codes
    assert not codes & {"headcount", "tally", "budget", "own_channel"}


def test_only_the_likeliest_few_are_told(store: Store) -> None:
    record_many(store, [an_activity(id=f"a{n}", place=PLACE) for n in range(8)])
    assert len(find_twins(store, an_activity(id="new", place=PLACE))) == 5


def test_the_pairs_of_a_period_are_of_every_kind(store: Store) -> None:
    year_before = DAY.replace(year=2023)
    record_many(
        store,
        (
            an_activity(id="a", place=PLACE),
            an_activity(id="b", place=PLACE, last_day=DAY + dt.timedelta(days=1)),
            an_activity(id="c", place=PLACE, last_day=year_before),
            an_activity(id="d", place=PLACE, last_day=year_before),
            a_product(id="p"),
            a_product(id="q"),
            a_posting(id="x"),
            a_posting(id="y", channel="zalo"),
        ),
    )

    found = find_pairs(store, PERIOD)

    assert [(one.first.id, one.second.id) for one in found] == [("a", "b"), ("p", "q")]


def test_joined_entries_are_no_pair_any_more(store: Store) -> None:
    record_many(
        store,
        (
            an_activity(id="a", place=PLACE),
            an_activity(id="b", agency=UNIT, place=PLACE),
        ),
    )
    assert len(find_pairs(store, PERIOD)) == 1
    join(store, RecordId("a"), (RecordId("b"),))
    assert find_pairs(store, PERIOD) == ()


def test_comparing_can_be_stopped(store: Store) -> None:
    def stop(_step: Step) -> None:
        raise Cancelled

    record_many(store, (an_activity(id="a", place=PLACE),))
    with pytest.raises(Cancelled):
        find_pairs(store, PERIOD, stop)
