"""Figures by agency, as reported then and on the boundaries of today."""

import datetime as dt
from decimal import Decimal

from desktop.files import catalogue
from desktop.files.form_layouts import load_layouts
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.read_agency_figures import (
    ACTIVITIES,
    ATTENDANCE,
    CODES,
    TOLD,
    AgencyRow,
    read_agency_figures,
)
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.join_events import join
from desktop.operations.entries.record_entry import record_many
from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.store import records
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


def told(
    agency: str, period: str, value: int, code: str = "direct_attendance"
) -> UnlistedTotal:
    """Return what a unit told of a period without listing it: people, mostly."""
    days = parse_period(period)
    return UnlistedTotal(
        id=RecordId(f"{agency}/{code}"),
        agency=AgencyId(agency),
        figure=Code(code),
        first_day=days.first_day,
        last_day=days.last_day,
        value=Decimal(value),
        whole=True,
    )


def test_what_was_told_without_entries_goes_to_the_heir_too(store: Store) -> None:
    with store.change("put") as change:
        records.put(change, told(MAR, "2024-Q2", 10))
        records.put(change, told(MON, "2024-Q2", 5))
        records.put(change, told(MON, "2024-Q2", 2, "contests"))
    decided = Decided(day=dt.date(2024, 7, 1), number="1")
    heir = merge_agencies(store, (MAR, MON), new("Xã Mới"), decided).value
    with store.change("put") as change:
        records.put(change, told(heir.id, "2024-Q3", 20))
    found = read_agency_figures(store, PERIOD)
    assert said(found.then) == {
        MAR: (0, 10, 0, 0),
        MON: (2, 5, 0, 0),
        heir.id: (0, 20, 0, 0),
    }
    assert said(found.now) == {heir.id: (2, 35, 0, 0)}
    assert (found.totals[ACTIVITIES], found.totals[ATTENDANCE]) == (2, 35)


def test_no_activity_counts_under_two_of_the_figures_units_tell() -> None:
    figures = catalogue.load_figures()
    asked = {
        code
        for layout in load_layouts()
        for column in layout.columns
        for code in column.figures
        if figures[code].source is Source.ACTIVITY
    }
    assert asked == {one for many in TOLD.values() for one in many}
    for many in TOLD.values():
        kinds = [kind for code in many for kind in _kinds(figures[code])]
        assert len(kinds) == len(set(kinds))


def _kinds(figure: Figure) -> tuple[str, ...]:
    (only,) = figure.where
    assert (only.field, only.also, only.unless) == ("kind", "", False)
    return only.values
