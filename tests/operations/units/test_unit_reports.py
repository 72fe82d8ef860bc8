"""How each unit's report came, for the report that is put together from them."""

import datetime as dt
from dataclasses import replace

from desktop.operations.units.unit_reports import unit_reports
from desktop.records.returns import ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import preferences
from desktop.store.store import Store
from tests.builders import UNIT, an_activity
from tests.operations.reports.test_compare_units import (
    DAY,
    OTHER,
    PERIOD,
    a_package_of,
    keep,
)


def test_nothing_is_told_where_no_unit_ever_sent_anything(store: Store) -> None:
    keep(store, an_activity(id="a", agency=UNIT, last_day=DAY))
    assert unit_reports(store, PERIOD) == ()


def test_what_was_only_sent_back_is_no_report(store: Store) -> None:
    intake, ret = a_package_of(UNIT)
    keep(store, intake, replace(ret, state=ReturnState.RETURNED))
    assert unit_reports(store, PERIOD) == ()


def test_each_unit_is_told_as_it_stands(store: Store) -> None:
    intake, ret = a_package_of(UNIT)
    keep(
        store,
        intake,
        replace(ret, entries=12, attendance=340, control="7F2C"),
        an_activity(id="a", agency=OTHER, last_day=DAY),
    )
    found = {one.agency.id: one for one in unit_reports(store, PERIOD)}
    came, entered = found[ret.agency], found[OTHER]
    assert (came.version, came.entries, came.attendance) == (1, 12, 340)
    assert came.control == "7F2C"
    assert came.day == ret.received_at.date()
    assert (entered.missing, entered.day) == (False, None)
    lacking = [one for one in found.values() if one.missing]
    assert len(lacking) == len(found) - 2


def test_whom_nobody_asked_is_told_and_does_not_hide_who_is_missing(
    store: Store,
) -> None:
    own = preferences.get(store.reader)
    assert own is not None
    assert own.recipient is not None
    intake, ret = a_package_of(UNIT)
    above = replace(ret, agency=own.recipient, sender=own.recipient)
    keep(store, intake, above, replace(above, id="slip", slip=1))
    found = {one.agency.id: one for one in unit_reports(store, PERIOD)}
    came = found.pop(own.recipient)
    assert (came.missing, came.slip, came.day) == (False, 1, ret.received_at.date())
    assert found
    assert all(one.missing for one in found.values())


def test_who_sent_half_a_year_is_missing_from_the_report_of_the_year(
    store: Store,
) -> None:
    intake, half = a_package_of(UNIT)
    keep(store, intake, half, an_activity(id="a", agency=UNIT, last_day=DAY))
    year = parse_period("2024")
    found = {one.agency.id: one for one in unit_reports(store, year)}
    assert found[half.agency].missing
    second = replace(
        half,
        id="second",
        period_code="2024-H2",
        first_day=dt.date(2024, 7, 1),
        last_day=dt.date(2024, 11, 15),
    )
    keep(store, second)
    assert unit_reports(store, year) == (), "both halves are the year, on no file of it"
