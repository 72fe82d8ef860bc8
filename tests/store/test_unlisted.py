"""Totals told without entries: of their figure, in the period of their last day."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.records.activity import Activity
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import Span
from desktop.store import addends, totals, unlisted
from desktop.store.store import Store
from tests.builders import OWN, UNIT, an_activity
from tests.store.samples import FIGURES, SPAN
from tests.store.test_totals import a_figure, keep

PEOPLE = FIGURES[Code("direct_attendance")]


def told(key: str, value: str, **changes: object) -> UnlistedTotal:
    """Return a total of people at events, told by a unit."""
    values: dict[str, object] = {
        "id": RecordId(key),
        "agency": AgencyId(UNIT),
        "figure": PEOPLE.code,
        "first_day": SPAN.first,
        "last_day": SPAN.last,
        "value": Decimal(value),
    }
    return UnlistedTotal(**(values | changes))  # type: ignore[arg-type]


def nothing(_days: Span) -> dict[str, Decimal]:
    return {}


def test_a_total_counts_under_its_agency_its_month_and_the_whole(store: Store) -> None:
    keep(store, told("a", "30"), an_activity(id="one", attendance=12))
    assert totals.total(store.reader, PEOPLE, SPAN) == 42
    by_agency = totals.grouped(store.reader, PEOPLE, SPAN, "agency")
    assert by_agency == {UNIT: 30, OWN: 12}
    by_month = totals.grouped(store.reader, PEOPLE, SPAN, "month")
    assert sum(by_month.values()) == 42


def test_of_tasks_and_themes_a_total_tells_nothing(store: Store) -> None:
    keep(store, told("a", "30"))
    for by in ("tasks", "themes", "pillar"):
        assert unlisted.amounts(store.reader, PEOPLE, SPAN, by, nothing) == {}


def test_a_figure_that_is_narrowed_bears_no_code_and_has_no_total(store: Store) -> None:
    keep(store, told("a", "30"))
    narrowed = a_figure(code="", aggregate=Aggregate.SUM, field="attendance")
    assert totals.total(store.reader, narrowed, SPAN) == 0


def test_a_total_of_other_days_does_not_count(store: Store) -> None:
    later = SPAN.last + dt.timedelta(days=1)
    keep(store, told("a", "30", last_day=later))
    assert totals.total(store.reader, PEOPLE, SPAN) == 0


def test_of_what_stands_the_last_told_by_each_unit_counts(store: Store) -> None:
    figure = a_figure(
        code="open", source=Source.OWN_CHANNEL, aggregate=Aggregate.STANDING
    )
    march = SPAN.first.replace(month=3)
    keep(
        store,
        told("a", "5", figure=figure.code, last_day=march),
        told("b", "7", figure=figure.code),
        told("c", "2", figure=figure.code, agency=AgencyId(OWN), last_day=march),
    )
    assert totals.total(store.reader, figure, SPAN) == 9


@pytest.mark.parametrize(("value", "minutes"), [("1.5", 90), ("0.01", 0)])
def test_hours_are_told_in_minutes_as_those_of_programmes_are(
    value: str, minutes: int, store: Store
) -> None:
    hours: Figure = FIGURES[Code("broadcast_hours")]
    keep(store, told("a", value, figure=hours.code))
    found = unlisted.parts(store.reader, hours, SPAN, "agency", nothing)
    told_of = [("unlisted_totals/a", minutes)] if minutes else []
    assert [(one.place, one.amount) for one in found] == told_of


def test_a_total_of_nothing_is_no_part(store: Store) -> None:
    keep(store, told("a", "0"))
    assert unlisted.parts(store.reader, PEOPLE, SPAN, "agency", nothing) == ()


def test_figures_made_of_such_totals_do_not_count_them_twice(store: Store) -> None:
    clubs = FIGURES[Code("clubs")]
    keep(store, told("a", "4", figure=clubs.code))
    assert totals.total(store.reader, clubs, SPAN) == 4


HALF = dt.date(2024, 3, 31)
"""Half of the days of `SPAN`."""


def a_unit_entry(key: str, people: int) -> Activity:
    return an_activity(id=key, agency=AgencyId(UNIT), attendance=people)


def test_of_a_whole_number_only_what_exceeds_all_that_is_kept_counts(
    store: Store,
) -> None:
    keep(store, told("a", "30", whole=True), a_unit_entry("one", 12))
    assert totals.total(store.reader, PEOPLE, SPAN) == 30
    # the office notes one more of the unit's, which nobody listed on its form
    keep(store, a_unit_entry("two", 10), an_activity(id="ours", attendance=5))
    assert totals.grouped(store.reader, PEOPLE, SPAN, "agency") == {UNIT: 30, OWN: 5}
    parts = {one.place: one.amount for one in addends.parts(store.reader, PEOPLE, SPAN)}
    assert parts["unlisted_totals/a"] == 8
    keep(store, a_unit_entry("three", 10))
    assert totals.grouped(store.reader, PEOPLE, SPAN, "agency") == {UNIT: 32, OWN: 5}


@pytest.mark.parametrize("code", ["direct_attendance", "bookshelf_readers"])
@pytest.mark.parametrize("first", ["half", "year"])
def test_the_year_holds_its_half_whichever_is_told_first(
    code: str, first: str, store: Store
) -> None:
    figure = FIGURES[Code(code)]
    half = told("half", "40", figure=figure.code, last_day=HALF, whole=True)
    year = told("year", "100", figure=figure.code, whole=True)
    for one in (half, year) if first == "half" else (year, half):
        keep(store, one)
    later = Span(HALF + dt.timedelta(days=1), SPAN.last)
    assert totals.total(store.reader, figure, SPAN) == 100
    assert totals.total(store.reader, figure, Span(SPAN.first, HALF)) == 40
    assert totals.total(store.reader, figure, later) == 60
