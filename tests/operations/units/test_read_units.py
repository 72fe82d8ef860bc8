"""Who must report, and what each has entered."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.offices.create_office import create_office
from desktop.operations.units.read_units import Unit, owing, read_units, superiors
from desktop.operations.units.unit_states import read_unit_states
from desktop.records.activity import ActivityState
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline, DeadlineKind
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders

YEAR = parse_period("2024")


def unit(store: Store, agency: str, code: str = "2024") -> Unit:
    found = read_units(store, parse_period(code)).units
    return next(one for one in found if one.agency.id == agency)


def test_an_untouched_office_has_heard_from_nobody(store: Store) -> None:
    units = read_units(store, YEAR)
    assert len(units.units) == 34
    assert units.silent == units.units
    assert units.due is not None
    assert units.due.last_day == dt.date(2024, 11, 24)


def test_neither_the_office_nor_its_superiors_owe_it_a_report(store: Store) -> None:
    owing = {one.agency.id for one in read_units(store, YEAR).units}
    assert not owing & {builders.OWN, "so-tttt-kon-tum", "ubnd-tinh-kon-tum"}
    assert builders.UNIT in owing


def test_entries_of_every_kind_count_and_the_newest_gives_the_day(
    store: Store,
) -> None:
    record_many(
        store,
        (
            builders.an_activity(agency=builders.UNIT),
            builders.a_broadcast(
                first_day=dt.date(2024, 7, 1), last_day=dt.date(2024, 7, 9)
            ),
            builders.a_product(agency=builders.UNIT),
        ),
    )
    found = unit(store, builders.UNIT)
    assert (found.entries, found.last_day) == (3, dt.date(2024, 7, 9))
    assert unit(store, builders.UNIT, "2024-Q4").entries == 0


def test_what_is_only_planned_is_no_entry(store: Store) -> None:
    later = builders.an_activity(
        agency=builders.UNIT,
        state=ActivityState.PLANNED,
        last_day=dt.date(2024, 12, 30),
    )
    record_many(store, (later,))
    assert unit(store, builders.UNIT).entries == 0


def test_a_units_own_plan_of_an_earlier_year_still_stands(store: Store) -> None:
    record_many(store, (builders.a_unit_plan(builders.UNIT),))
    assert unit(store, builders.UNIT, "2025").plan is not None
    assert unit(store, builders.UNIT, "2023").plan is None


def test_an_agency_that_did_not_exist_then_owes_nothing(store: Store) -> None:
    agencies = records.find(store.reader, Agency)
    tasks = records.find(store.reader, Task)
    gone = [
        replace(one, valid_to=dt.date(2023, 12, 31)) if one.id == builders.UNIT else one
        for one in agencies
    ]
    left = owing((), gone, tasks, agencies[4].id, YEAR)
    assert len(left) == 33
    assert builders.UNIT not in {one.id for one in left}


def test_a_deadline_that_names_who_owes_it_asks_nobody_else(store: Store) -> None:
    (deadline,) = [
        one
        for one in records.find(store.reader, Deadline)
        if one.recipient == builders.OWN
    ]
    named = replace(deadline, owing=(AgencyId(builders.OWN), AgencyId(builders.UNIT)))
    with store.change("name") as change:
        records.put(change, named)
    units = read_units(store, YEAR).units
    assert [one.agency.id for one in units] == [builders.UNIT]


def test_the_deadline_is_that_of_reports_on_such_a_period(store: Store) -> None:
    """000-D1, 000-D2: two reports of a year, asked of different units."""
    (yearly,) = [
        one
        for one in records.find(store.reader, Deadline)
        if one.recipient == builders.OWN
    ]
    half = replace(
        yearly,
        id=f"{yearly.plan}/half",
        kind=DeadlineKind.HALF_YEARLY,
        due_month=6,
        due_day=20,
        owing=(AgencyId(builders.UNIT),),
    )
    with store.change("add") as change:
        records.put(change, half)
    found = {
        code: read_units(store, parse_period(code)) for code in ("2024-H1", "2024")
    }
    days = {code: units.due and units.due.last_day for code, units in found.items()}
    assert days == {"2024-H1": dt.date(2024, 6, 19), "2024": dt.date(2024, 11, 24)}
    asked = [one.agency.id for one in found["2024-H1"].units]
    assert asked == [builders.UNIT]
    assert len(found["2024"].units) > 1


def test_whoever_took_over_owes_and_is_named_as_on_the_closing_day(
    store: Store,
) -> None:
    day = Decided(day=dt.date(2024, 7, 1), number="1")
    mar, mon = AgencyId(builders.UNIT), AgencyId("ubnd-xa-ha-mon")
    heir = merge_agencies(
        store, (mar, mon), Agency(id=AgencyId(""), name="Xã Mới"), day
    ).value.id
    rename_agency(store, AgencyId("ubnd-xa-dak-la"), NewName(name="Xã L"), day)

    def named(code: str) -> dict[AgencyId, str]:
        units = read_units(store, parse_period(code)).units
        return {one.agency.id: one.agency.name for one in units}

    before, after = named("2024-H1"), named("2024-Q3")
    assert {mar, mon} <= before.keys()
    assert heir not in before
    assert heir in after
    assert not {mar, mon} & after.keys()
    la = AgencyId("ubnd-xa-dak-la")
    assert (before[la], after[la]) == ("Ủy ban nhân dân xã Đăk La", "Xã L")


def test_nobody_above_the_office_owes_it_a_report_whatever_its_part_in_tasks(
    tmp_path: Path,
) -> None:
    path = tmp_path / "so.stt"
    create_office(path, "dak-lak-press-2024")
    with Store(path, clock=builders.a_clock) as store:
        found = {one.agency.id for one in read_units(store, parse_period("2025")).units}
        agencies = records.find(store.reader, Agency)
    assert len(found) == 40
    assert not found & superiors(agencies, AgencyId("so-tttt-dak-lak"))
    assert {"bo-tttt", "ubnd-tinh-dak-lak"} <= superiors(
        agencies, AgencyId("so-tttt-dak-lak")
    )


def test_an_heir_has_the_entries_of_those_before_it_and_alone_is_asked(
    store: Store,
) -> None:
    spring, half = dt.date(2024, 5, 6), Decided(day=dt.date(2024, 7, 1), number="1")
    mar, mon = AgencyId(builders.UNIT), AgencyId("ubnd-xa-ha-mon")
    for unit in (mar, mon):
        record(
            store,
            builders.an_activity(
                id=unit, agency=unit, first_day=spring, last_day=spring
            ),
        )
    heir = merge_agencies(
        store, (mar, mon), Agency(id=AgencyId(""), name="Xã Mới"), half
    ).value.id
    la = AgencyId("ubnd-xa-dak-la")
    parts = (Agency(id=AgencyId(""), name=one) for one in ("Xã Một", "Xã Hai"))
    split_agency(store, la, parts, half)
    units = {one.agency.id: one for one in read_units(store, YEAR).units}
    assert not units.keys() & {mar, mon, la}
    assert {"xa-mot", "xa-hai"} <= units.keys()
    assert units[heir].entries == 2
    assert units[heir].last_day == spring
    board = {one.agency.id for one in read_unit_states(store, YEAR).units}
    assert board == units.keys(), "the board asks the same units"
