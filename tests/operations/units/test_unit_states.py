"""How units stand in a period, and how they reported over the years."""

import datetime as dt

import pytest

from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record
from desktop.operations.reports.compare_units import compare_units
from desktop.operations.units.read_board import read_board
from desktop.operations.units.read_units import read_units
from desktop.operations.units.unit_states import UnitState, UnitStates, read_unit_states
from desktop.records.agency import Agency
from desktop.records.exchange import Contact
from desktop.records.identity import AgencyId
from desktop.records.returns import ReturnState
from desktop.rules.calendar import parse_period
from desktop.rules.unit_states import Standing
from desktop.store.store import Store
from tests import builders
from tests.operations.reported import a_call, a_form, a_return, keep

YEAR = parse_period("2024")


def of(states: UnitStates, agency: str = builders.UNIT) -> UnitState:
    return next(one for one in states.units if one.agency.id == agency)


def test_an_untouched_office_waits_for_everybody(store: Store) -> None:
    states = read_unit_states(store, YEAR)
    assert len(states.units) == 34
    assert states.due == dt.date(2024, 11, 24)
    assert {one.standing for one in states.units} == {Standing.NOT_YET}
    assert states.late == states.units, "the clock of tests stands in December"
    assert {one.agency.id for one in states.owing} == {
        one.agency.id for one in read_units(store, YEAR).silent
    }


def test_a_form_that_was_made_says_so_and_a_marked_copy_is_none(store: Store) -> None:
    keep(store, a_form(id="marked", version=2, marked_from="r1"))
    assert of(read_unit_states(store, YEAR)).standing is Standing.NOT_YET
    keep(store, a_form())
    found = of(read_unit_states(store, YEAR))
    assert (found.standing, found.form) == (Standing.SENT, a_form())


def test_what_went_back_is_faulty_until_a_version_is_accepted(store: Store) -> None:
    back = a_return(state=ReturnState.RETURNED, faults=3)
    keep(store, back)
    found = of(read_unit_states(store, YEAR))
    assert (found.standing, found.ret, found.late) == (Standing.FAULTY, back, True)
    mended = a_return(
        id="r2", version=2, received_at=builders.at("2024-11-27T08:00:00+07:00")
    )
    keep(store, mended)
    found = of(read_unit_states(store, YEAR))
    assert (found.standing, found.ret) == (Standing.ACCEPTED, mended)
    assert (found.late, found.in_time) == (False, False)


def test_the_last_moment_of_the_last_day_is_still_in_time(store: Store) -> None:
    keep(store, a_return(received_at=builders.at("2024-11-24T16:59:00+00:00")))
    assert of(read_unit_states(store, YEAR)).in_time is True
    keep(store, a_return(received_at=builders.at("2024-11-24T17:00:00+00:00")))
    found = of(read_unit_states(store, YEAR))
    assert (found.came, found.in_time) == (dt.date(2024, 11, 25), False)


def test_a_later_version_does_not_make_the_first_one_late(store: Store) -> None:
    keep(
        store,
        a_return(state=ReturnState.SUPERSEDED),
        a_return(
            id="r2", version=2, received_at=builders.at("2024-12-10T08:00:00+07:00")
        ),
    )
    assert of(read_unit_states(store, YEAR)).in_time is True


def test_an_intake_taken_back_never_came(store: Store) -> None:
    keep(store, a_return(state=ReturnState.TAKEN_BACK))
    found = of(read_unit_states(store, YEAR))
    assert (found.standing, found.came, found.late) == (Standing.NOT_YET, None, True)


def test_figures_typed_here_count_as_reported_on_a_day_nobody_knows(
    store: Store,
) -> None:
    record(store, builders.a_broadcast())
    found = of(read_unit_states(store, YEAR))
    assert (found.standing, found.in_time) == (Standing.ENTERED, None)
    assert read_unit_states(store, YEAR).rates[2024].dated == 0
    assert read_unit_states(store, YEAR).rates[2024].reported == 1


def test_a_report_of_nothing_is_a_report_everywhere(store: Store) -> None:
    keep(store, a_return(entries=0))
    assert builders.UNIT not in {o.agency.id for o in read_units(store, YEAR).silent}
    here = next(one for one in read_board(store, YEAR) if one.missing)
    assert builders.UNIT in {one.id for one in here.received}
    assert of(read_unit_states(store, YEAR)).reported


def test_half_a_year_sent_is_no_report_on_the_year_anywhere(store: Store) -> None:
    last = dt.date(2024, 6, 30)
    keep(store, a_return(period_code="2024-H1", last_day=last))
    day = dt.date(2024, 3, 8)
    record(store, builders.a_broadcast(first_day=day, last_day=day))
    states = read_unit_states(store, YEAR)
    found = of(states)
    assert (found.standing, found.reported, found.late) == (Standing.PART, False, True)
    assert states.rates[2024].reported == 0
    assert builders.UNIT in {one.agency.id for one in read_units(store, YEAR).silent}
    here = next(one for one in read_board(store, YEAR) if one.missing)
    assert builders.UNIT not in {one.id for one in here.received}
    (row,) = [
        one for one in compare_units(store, YEAR).rows if one.agency.id == builders.UNIT
    ]
    assert (row.missing, row.part) == (False, True)


def test_the_rates_of_years_count_only_what_was_due(store: Store) -> None:
    keep(store, a_return())
    states = read_unit_states(store, parse_period("2025"))
    assert set(states.rates) == {2023, 2024}, "the year 2025 is not due yet"
    assert states.rates[2024].owed == 34
    of_unit = of(states).rates
    assert (of_unit[2024].reported, of_unit[2024].in_time) == (1, 1)
    assert (of_unit[2023].owed, of_unit[2023].reported) == (1, 0)


def test_a_unit_merged_since_counts_under_its_heir(store: Store) -> None:
    keep(store, a_return(), a_call())
    mar, mon = AgencyId(builders.UNIT), AgencyId("ubnd-xa-ha-mon")
    new = Agency(id=AgencyId(""), name="Xã Mới")
    day = Decided(day=dt.date(2024, 12, 1), number="1")
    heir = merge_agencies(store, (mar, mon), new, day).value.id
    states = read_unit_states(store, YEAR)
    assert not {mar, mon} & {one.agency.id for one in states.units}
    found = of(states, heir)
    assert found.standing is Standing.ACCEPTED, "what its forebear sent counts"
    assert found.call == a_call()
    assert found.rates[2023].owed == 2, "both owed a report of the year before"


def test_the_line_of_a_unit_and_its_last_call_stand_beside_it(store: Store) -> None:
    line = Contact(id=builders.UNIT, line="0260 382 2222", mailbox="x@example.vn")  # type: ignore[arg-type]
    later = a_call(id="c2", at=builders.at("2024-12-05T08:00:00+07:00"), way="visit")
    keep(store, line, later, a_call())
    found = of(read_unit_states(store, YEAR))
    assert (found.contact, found.call) == (line, later)


@pytest.mark.parametrize("code", ["2024-Q3", "01/01/2024-30/06/2024"])
def test_nobody_is_late_with_what_has_no_day(store: Store, code: str) -> None:
    states = read_unit_states(store, parse_period(code))
    assert (states.due, states.late) == (None, ())
    assert len(states.owing) == 34
