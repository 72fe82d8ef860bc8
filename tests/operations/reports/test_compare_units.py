"""Units side by side: all each reports for, shared events once, who is missing."""

import datetime as dt
from decimal import Decimal

from desktop.operations.reports.compare_units import compare_units
from desktop.operations.tracing.trace_figure import Asked, trace_figures
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.report import FigureKey
from desktop.records.returns import (
    Intake,
    Return,
    ReturnKind,
    ReturnState,
    UnlistedTotal,
)
from desktop.rules import calendar
from desktop.store import records
from desktop.store.store import Store
from tests.builders import UNIT, an_activity

PERIOD = calendar.parse_period("2024-H1")
EVENTS, PEOPLE = Code("direct_events"), Code("direct_attendance")
OTHER = AgencyId("ubnd-xa-ha-mon")
DAY = dt.date(2024, 3, 1)


def keep(store: Store, *many: object) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def a_package_of(agency: str) -> tuple[Intake, Return]:
    """Return an intake of one package, and the package."""
    at = dt.datetime(2024, 6, 25, 8, tzinfo=dt.UTC)
    took = Return(
        id="ret",
        intake="in",
        kind=ReturnKind.PACKAGE,
        agency=AgencyId(agency),
        sender=agency,
        period_code=PERIOD.code,
        first_day=PERIOD.first_day,
        last_day=PERIOD.last_day,
        source="report",
        version=1,
        file_name="goi.zip",
        file_sha256="a" * 64,
        content_sha256="b" * 64,
        state=ReturnState.ACCEPTED,
        received_at=at,
    )
    return Intake(id="in", at=at, seen=1, files=()), took


def below(name: str) -> Agency:
    """Return an agency that came with a package of the unit."""
    return Agency(id=AgencyId(f"{UNIT}.{name}"), name=name, parent=AgencyId(UNIT))


def an_event(key: str, agency: str, **changes: object) -> object:
    values = {"id": key, "agency": agency, "last_day": DAY, "attendance": 10}
    return an_activity("conference", **(values | changes))


def test_who_sent_nothing_is_missing_and_stands_on_top(store: Store) -> None:
    keep(store, an_event("a", UNIT))
    found = compare_units(store, PERIOD)
    names = [str(one.agency.id) for one in found.rows]
    many = len(found.missing)
    assert many == len(found.rows) - 1
    assert names.index(UNIT) == many
    assert all(one.owes for one in found.missing)


def test_a_unit_whose_package_was_accepted_is_not_missing(store: Store) -> None:
    keep(store, *a_package_of(UNIT))
    assert UNIT not in [one.agency.id for one in compare_units(store, PERIOD).missing]


def test_a_unit_tells_what_all_it_reports_for_did(store: Store) -> None:
    keep(
        store,
        *a_package_of(UNIT),
        below("Trường"),
        an_event("a", UNIT),
        an_event("b", AgencyId(f"{UNIT}.Trường")),
    )
    (row,) = (one for one in compare_units(store, PERIOD).rows if one.values)
    assert row.agency.id == UNIT
    assert row.values == {EVENTS: 2, PEOPLE: 20}


def test_an_event_a_unit_tells_twice_is_its_own_once(store: Store) -> None:
    keep(
        store,
        *a_package_of(UNIT),
        below("Trường"),
        an_event("a", OTHER),
        an_event("b", UNIT, joined_to="a"),
        an_event("c", AgencyId(f"{UNIT}.Trường"), joined_to="a"),
    )
    found = compare_units(store, PERIOD)
    values = {one.agency.id: one.values[EVENTS] for one in found.rows if one.values}
    assert values == {OTHER: 1, UNIT: 1}
    assert found.totals[EVENTS] == 1


def test_what_a_unit_told_without_listing_is_in_its_row_and_the_total(
    store: Store,
) -> None:
    told = UnlistedTotal(
        id=RecordId("u"),
        agency=AgencyId(UNIT),
        figure=PEOPLE,
        first_day=PERIOD.first_day,
        last_day=PERIOD.last_day,
        value=Decimal(500),
    )
    keep(store, an_event("a", UNIT), told)
    found = compare_units(store, PERIOD)
    (row,) = (one for one in found.rows if one.values)
    assert row.values[PEOPLE] == found.totals[PEOPLE] == 510


def test_the_same_days_of_the_year_before_stand_beside(store: Store) -> None:
    keep(
        store, an_event("a", UNIT), an_event("b", UNIT, last_day=DAY.replace(year=2023))
    )
    found = compare_units(store, PERIOD)
    (row,) = (one for one in found.rows if one.before)
    assert row.before[EVENTS] == 1
    assert found.totals_before[EVENTS] == 1


def test_the_trace_of_a_unit_tells_what_its_row_tells(store: Store) -> None:
    keep(
        store,
        *a_package_of(UNIT),
        below("Trường"),
        an_event("a", UNIT),
        an_event("b", AgencyId(f"{UNIT}.Trường"), joined_to="a"),
        an_event("c", AgencyId(f"{UNIT}.Trường")),
    )
    key = FigureKey(table="units", row=UNIT, column=EVENTS)
    asked = Asked(key=key, row="Xã", column="Số cuộc")
    traced = trace_figures(store, PERIOD, [asked], "So sánh")
    (trace,) = traced.traces
    (row,) = (one for one in compare_units(store, PERIOD).rows if one.values)
    assert trace.value == row.values[EVENTS] == 2
    (table,) = traced.data
    told = {table.rows[one.row - 1].record for one in trace.addends}
    assert told == {"activities/a", "activities/c"}
