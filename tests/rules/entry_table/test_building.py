"""Records are made of what rows say, with what goes without saying."""

import datetime as dt
from dataclasses import MISSING, fields, replace
from typing import Any

import pytest

from desktop.files import catalogue
from desktop.records.activity import Activity, ActivityState
from desktop.records.identity import AgencyId
from desktop.records.register import Register
from desktop.rules.counting import DAY
from desktop.rules.entry_table.building import (
    Built,
    build,
    identity,
    is_identity,
    missing_problems,
    record_class,
    required,
    span,
)
from tests import builders
from tests.rules.entry_table.sheets import OWN, TODAY, UNIT, known, register

DAY_ONE = dt.date(2024, 5, 6)


def made(code: str = "training", bad: tuple[str, ...] = (), **values: Any) -> Built:
    return build(register(code), values, OWN, known(), bad)


def test_what_goes_without_saying_is_filled_in() -> None:
    one = made(title="Tập huấn", first_day=DAY_ONE).record
    assert isinstance(one, Activity)
    assert (one.agency, one.last_day, one.kind) == (OWN, DAY_ONE, "training")
    assert one.state is ActivityState.DONE
    assert one.id == ""


def test_a_day_to_come_is_planned() -> None:
    later = TODAY + dt.timedelta(days=1)
    assert made(title="A", last_day=later).record.state is ActivityState.PLANNED
    said = made(title="A", last_day=later, state=ActivityState.CANCELLED).record
    assert said.state is ActivityState.CANCELLED


def test_what_was_said_stays() -> None:
    one = made(title="A", first_day=DAY_ONE, agency=UNIT).record
    assert one.agency == UNIT


def test_a_cell_that_cannot_be_read_is_never_filled_in() -> None:
    found = made(bad=("agency", "last_day"), title="A", first_day=DAY_ONE)
    assert found.missing == {"agency", "last_day"}


@pytest.mark.parametrize("one", catalogue.load_registers(), ids=lambda one: one.code)
def test_a_record_can_be_made_of_nothing_at_all(one: Register) -> None:
    found = build(one, {}, OWN, known(), ("agency",))
    cls = record_class(one)
    needed = {f.name for f in fields(cls) if f.default is MISSING}
    assert found.missing == needed - {"id", "kind"}
    assert identity(found.record) == identity(replace(found.record))
    assert "agency" not in build(one, {}, OWN, known(), ()).missing


@pytest.mark.parametrize("one", catalogue.load_registers(), ids=lambda one: one.code)
def test_what_is_asked_of_every_row_is_what_entry_would_ask(one: Register) -> None:
    own = {field.name for field in one.fields if field.required}
    assert set(required(one)) <= own
    assert not {"agency", "state", "last_day"} & set(required(one))


def test_titles_are_one_whatever_their_case_and_tones() -> None:
    one = builders.an_activity(title="Tập huấn tại Hòa Bình")
    other = builders.an_activity(title="TẬP HUẤN  tại Hoà Bình", id="b", attendance=1)
    assert identity(one) == identity(other)
    assert identity(one) != identity(replace(one, agency=AgencyId(UNIT)))


def test_fields_by_which_an_entry_is_known_are_told() -> None:
    assert is_identity(Activity, {"title"})
    assert not is_identity(Activity, {"attendance", "place"})
    assert not is_identity(Activity, ())


def test_the_span_is_that_of_the_days_that_count() -> None:
    days = [DAY_ONE, DAY_ONE + dt.timedelta(days=9)]
    many = [builders.an_activity(first_day=DAY_ONE, last_day=day) for day in days]
    assert DAY[register().source] == "last_day"
    assert span(many, register()) == (days[0], days[1])
    assert span([], register()) is None


def test_what_is_missing_is_told_by_field() -> None:
    told = [(one.field, one.code) for one in missing_problems({"b", "a"})]
    assert told == [("a", "missing"), ("b", "missing")]
