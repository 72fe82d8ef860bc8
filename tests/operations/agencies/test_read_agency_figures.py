"""Figures by agency, as reported then and on the boundaries of today."""

from decimal import Decimal

from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.read_agency_figures import (
    ACTIVITIES,
    ATTENDANCE,
    CODES,
    AgencyRow,
    read_agency_figures,
)
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.join_events import join
from desktop.operations.entries.record_entry import record_many
from desktop.records.identity import Code, RecordId
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.operations.changed_agencies import LA, MAR, MON, new

PERIOD = parse_period("2024")
HOURS = Code("broadcast_hours")
EARLY = Decided(day=builders.NOW.date(), number="1")
"""A decision in force on the day on which the tests take place."""


def fill(store: Store) -> None:
    record_many(
        store,
        (
            builders.an_activity(id="1", agency=MAR, attendance=40),
            builders.an_activity(id="2", agency=MON, attendance=7),
            builders.an_activity(id="3", agency=LA, attendance=3),
            builders.a_posting(agency=MON),
            builders.a_broadcast(agency=MAR, minutes=90),
        ),
    )


def said(rows: tuple[AgencyRow, ...]) -> dict[str, tuple[Decimal, ...]]:
    return {one.agency.id: tuple(one.values.values()) for one in rows}


def test_before_anything_happens_both_tell_the_same(store: Store) -> None:
    fill(store)
    found = read_agency_figures(store, PERIOD)
    assert found.codes == CODES
    assert said(found.then) == said(found.now)
    assert said(found.then)[MAR] == (1, 40, 0, Decimal("1.5"))
    assert dict(found.totals) == {
        ACTIVITIES: 3,
        ATTENDANCE: 50,
        Code("postings"): 1,
        HOURS: Decimal("1.5"),
    }


def test_merged_figures_go_to_the_heir_and_totals_agree(store: Store) -> None:
    fill(store)
    heir = merge_agencies(store, (MAR, MON), new("Xã Mới"), EARLY).value
    found = read_agency_figures(store, PERIOD)
    assert said(found.then).keys() == {MAR, MON, LA}
    assert said(found.now) == {
        LA: (1, 3, 0, 0),
        heir.id: (2, 47, 1, Decimal("1.5")),
    }
    (row,) = (one for one in found.now if one.agency.id == heir.id)
    assert {one.id for one in row.taken_over} == {MAR, MON}
    for rows in (found.then, found.now):
        for code in CODES:
            assert sum(one.values[code] for one in rows) == found.totals[code]


def test_an_event_of_two_that_merged_is_the_heirs_once(store: Store) -> None:
    record_many(
        store,
        (
            builders.an_activity(id="1", agency=MAR, attendance=300),
            builders.an_activity(id="2", agency=MON, attendance=300),
            builders.an_activity(id="3", agency=LA, attendance=300),
        ),
    )
    join(store, RecordId("1"), (RecordId("2"), RecordId("3")))
    heir = merge_agencies(store, (MAR, MON), new("Xã Mới"), EARLY).value
    found = read_agency_figures(store, PERIOD)
    assert said(found.then) == dict.fromkeys((MAR, MON, LA), (1, 300, 0, 0))
    assert said(found.now) == dict.fromkeys((heir.id, LA), (1, 300, 0, 0))
    assert (found.totals[ACTIVITIES], found.totals[ATTENDANCE]) == (1, 300)
    assert found.shared == 2


def test_a_split_stays_under_its_old_name_and_tells_its_parts(store: Store) -> None:
    fill(store)
    split_agency(store, MAR, (new("Xã A"), new("Xã B")), EARLY)
    found = read_agency_figures(store, PERIOD)
    assert said(found.now) == said(found.then)
    (row,) = (one for one in found.now if one.agency.id == MAR)
    assert [one.name for one in row.parts] == ["Xã A", "Xã B"]


def test_names_are_those_of_the_closing_day_and_of_today(store: Store) -> None:
    fill(store)
    rename_agency(store, MAR, NewName(name="Xã M"), EARLY)
    early = read_agency_figures(store, parse_period("2024-H1"))

    def names(rows: tuple[AgencyRow, ...]) -> set[str]:
        return {one.agency.name for one in rows if one.agency.id == MAR}

    assert names(early.then) == {"Ủy ban nhân dân xã Đăk Mar"}
    assert names(early.now) == {"Xã M"}
