"""What each figure means, on small lists one can count by eye."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.activity import ActivityState
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.rules import counting
from desktop.rules.counting import Span, counted, hours, stand_for
from tests.builders import (
    OWN,
    UNIT,
    a_broadcast,
    a_channel,
    a_check,
    a_headcount,
    a_posting,
    a_product,
    an_activity,
    at,
    staff,
)

YEAR = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
GROUPS = {
    ("language", "xo_dang"): "ethnic",
    ("language", "vietnamese"): "vietnamese",
    ("channel", "facebook"): "social",
}


def figure(source: Source = Source.ACTIVITY, **changes: Any) -> Figure:
    values: dict[str, Any] = {"code": "f", "label": "", "unit": "", "source": source}
    return Figure(**(values | changes))


def count(one: Figure, *records: Any, **names: str) -> Decimal:
    return counted(
        one, records, YEAR, GROUPS, {f"@{key}": v for key, v in names.items()}
    )


def test_of_entries_only_some_say_for_which_tasks_they_were_done() -> None:
    named = {source for source in Source if counting.names_tasks(figure(source))}
    assert Source.ACTIVITY in named
    assert named.isdisjoint({Source.HEADCOUNT, Source.UNLISTED, Source.TALLY})


def where(field: str, *values: str) -> tuple[Condition, ...]:
    return (Condition(field=field, values=values),)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-12-01", "2023-12-31", 0),
        ("2023-12-01", "2024-01-01", 1),
        ("2024-12-01", "2024-12-31", 1),
        ("2024-12-31", "2025-01-01", 0),
    ],
)
def test_an_event_counts_in_the_span_of_its_last_day(
    first: str, last: str, expected: int
) -> None:
    one = an_activity(
        first_day=dt.date.fromisoformat(first), last_day=dt.date.fromisoformat(last)
    )
    assert count(figure(), one) == expected


@pytest.mark.parametrize("state", ActivityState)
def test_only_what_took_place_counts(state: ActivityState) -> None:
    assert count(figure(), an_activity(state=state)) == (state is ActivityState.DONE)


def test_an_event_counts_once_and_its_people_are_added_up() -> None:
    events = an_activity(attendance=40), an_activity(attendance=2, partners=(UNIT,))
    assert count(figure(), *events) == 2
    total = figure(aggregate=Aggregate.SUM, field="attendance")
    assert count(total, *events, an_activity(attendance=None)) == 42


def test_distinct_counts_each_value_once_and_none_never() -> None:
    kinds = figure(aggregate=Aggregate.DISTINCT, field="channel")
    events = [an_activity(channel=one) for one in ("a", "b", "a", None)]
    assert count(kinds, *events) == 2


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "0.0"), (2, "0.0"), (3, "0.1"), (57, "1.0"), (60, "1.0"), (63, "1.1")],
)
def test_hours_have_one_decimal_half_up(minutes: int, expected: str) -> None:
    assert str(hours(minutes)) == expected


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 50)), max_size=6))
def test_hours_are_minutes_times_broadcasts_rounded_once(
    many: list[tuple[int, int]],
) -> None:
    records = [a_broadcast(minutes=m, times=t) for m, t in many]
    found = count(figure(Source.BROADCAST, aggregate=Aggregate.HOURS), *records)
    exact = Decimal(sum(m * t for m, t in many)) / 60
    assert abs(found - exact) <= Decimal("0.05")
    assert found == found.quantize(Decimal("0.1"))


def test_a_condition_on_a_list_asks_for_one_of_its_values() -> None:
    one = figure(Source.PRODUCT, where=where("languages", "english", "xo_dang"))
    assert count(one, a_product(languages=("vietnamese", "xo_dang"))) == 1
    assert count(one, a_product(languages=("vietnamese",))) == 0
    assert count(one, a_product(languages=())) == 0


def test_a_condition_on_a_group_looks_the_code_up() -> None:
    one = figure(Source.PRODUCT, where=where("languages.group", "ethnic"))
    assert count(one, a_product(languages=("vietnamese", "xo_dang"))) == 1
    assert count(one, a_product(languages=("vietnamese", "unheard_of"))) == 0
    social = figure(Source.POSTING, where=where("channel.group", "social"))
    assert count(social, a_posting(), a_posting(channel="zalo")) == 1


def test_every_condition_must_hold() -> None:
    both = (*where("kind", "training"), *where("integrated", "1"))
    one = figure(where=both)
    assert count(one, an_activity(integrated=True)) == 1
    assert count(one, an_activity()) == 0
    assert count(one, an_activity("contest", integrated=True)) == 0


def test_a_missing_value_meets_no_condition() -> None:
    assert (
        count(figure(where=where("pillar", "None", "")), an_activity(pillar=None)) == 0
    )


def test_a_name_stands_for_the_office_that_asks() -> None:
    one = figure(where=where("partners", "@recipient"))
    assert count(one, an_activity(partners=(UNIT,)), recipient=UNIT) == 1
    assert count(one, an_activity(partners=(UNIT,)), recipient=OWN) == 0


def test_a_year_counts_where_it_touches_the_span() -> None:
    checks = [a_check(OWN, year=year) for year in (2023, 2024, 2025)]
    assert count(figure(Source.SPOKESPERSON_CHECK), *checks) == 1
    half = Span(dt.date(2024, 7, 1), dt.date(2025, 6, 30))
    one = figure(Source.SPOKESPERSON_CHECK)
    assert counted(one, checks, half, {}, {}) == 2


def test_a_standing_number_is_the_last_of_each_agency_and_channel() -> None:
    one = figure(Source.POSTING, aggregate=Aggregate.LATEST, field="followers")

    def at(month: int, **changes: Any) -> Any:
        return a_posting(last_day=dt.date(2024, month, 1), **changes)

    found = count(
        one,
        at(5, followers=120),
        at(3, followers=100),
        at(9, followers=None),
        at(4, followers=30, channel="zalo"),
        at(4, followers=7, agency=UNIT),
        a_posting(last_day=dt.date(2025, 1, 1), followers=999),
    )
    assert found == 157


def test_a_standing_number_of_before_the_span_still_stands() -> None:
    one = figure(Source.POSTING, aggregate=Aggregate.LATEST, field="followers")
    old = a_posting(
        first_day=dt.date(2023, 5, 1), last_day=dt.date(2023, 5, 1), followers=80
    )
    assert count(one, old) == 80


def test_every_source_has_its_record_and_a_day_of_that_record() -> None:
    assert set(counting.RECORD_OF) == set(counting.DAY) == set(Source)
    for source, cls in counting.RECORD_OF.items():
        assert counting.DAY[source] in cls.__dataclass_fields__  # type: ignore[attr-defined]


@given(order=st.permutations(range(5)))
def test_the_order_of_entry_never_matters(order: list[int]) -> None:
    events = [an_activity(attendance=n, channel=str(n % 2)) for n in range(5)]
    for aggregate, field in (
        (Aggregate.COUNT, ""),
        (Aggregate.SUM, "attendance"),
        (Aggregate.DISTINCT, "channel"),
    ):
        one = figure(aggregate=aggregate, field=field)
        assert count(one, *events) == count(one, *(events[n] for n in order))


def test_a_name_in_a_condition_stands_for_one_value_or_for_several() -> None:
    names: dict[str, str | tuple[str, ...]] = {
        "@agency": ("new", "old"),
        "@recipient": "above",
    }
    found = stand_for(("@agency", "x", "@recipient"), names)
    assert found == ("new", "old", "x", "above")


def test_a_figure_may_choose_the_day_it_counts_by() -> None:
    show = an_activity(
        "exhibition", first_day=dt.date(2024, 12, 30), last_day=dt.date(2025, 1, 5)
    )
    assert count(figure(), show) == 0
    assert count(figure(day="first_day"), show) == 1


def test_what_stands_was_opened_and_is_not_closed() -> None:
    standing = figure(Source.OWN_CHANNEL, aggregate=Aggregate.STANDING)
    old = dt.date(2019, 5, 6)
    assert count(standing, a_channel(opened_on=old)) == 1
    assert count(standing, a_channel(opened_on=dt.date(2025, 1, 1))) == 0
    # the day it is closed is the first on which it no longer stands
    assert count(standing, a_channel(opened_on=old, closed_on=YEAR.last)) == 0
    after = YEAR.last + dt.timedelta(days=1)
    assert count(standing, a_channel(opened_on=old, closed_on=after)) == 1


def test_a_section_stands_from_its_own_day() -> None:
    since = figure(
        Source.OWN_CHANNEL, aggregate=Aggregate.STANDING, day="section_since"
    )
    old = dt.date(2019, 5, 6)
    assert count(since, a_channel(opened_on=old, section_since=YEAR.first)) == 1
    assert count(since, a_channel(opened_on=old, section_since=None)) == 0


def test_the_last_headcount_is_that_of_each_agency_group_and_tier() -> None:
    heads = figure(Source.HEADCOUNT, aggregate=Aggregate.LATEST, field="people")
    of = a_headcount("collaborators", 10, as_of=dt.date(2022, 1, 1))
    newer = a_headcount("collaborators", 12, as_of=dt.date(2024, 3, 1))
    other = a_headcount("collaborators", 5, agency=UNIT)
    tier = a_headcount("collaborators", 3, tier="commune")
    late = a_headcount("collaborators", 99, as_of=dt.date(2025, 1, 1))
    assert count(heads, of, newer, other, tier, late) == 12 + 5 + 3
    wanted = figure(
        Source.HEADCOUNT,
        aggregate=Aggregate.LATEST,
        field="people",
        where=where("group", "collaborators"),
    )
    assert count(wanted, newer, a_headcount("G1", 7)) == 12


def test_a_limit_counts_what_is_told_and_not_above_it() -> None:
    soon = figure(where=(Condition(field="response_minutes", at_most=1440),))
    asked = at("2024-05-06T08:00")

    def held(moment: str) -> Decimal:
        return count(soon, an_activity(requested_at=asked, held_at=at(moment)))

    assert held("2024-05-07T08:00") == 1
    assert held("2024-05-07T08:01") == 0
    assert count(soon, an_activity(requested_at=asked)) == 0, "nobody can tell"


def test_rows_of_a_small_table_are_added_up() -> None:
    sets = figure(aggregate=Aggregate.SUM, field="staff.document_sets")
    rows = (staff("G1", 3, document_sets=3), staff("G2", 4, document_sets=2))
    assert count(sets, an_activity(staff=rows), an_activity(staff=())) == 5


def test_distinct_looks_into_lists_and_past_blanks() -> None:
    checked = figure(aggregate=Aggregate.DISTINCT, field="checked")
    visits = an_activity(checked=(OWN, UNIT)), an_activity(checked=(UNIT,))
    assert count(checked, *visits, an_activity()) == 2
    named = figure(aggregate=Aggregate.DISTINCT, field="programme")
    assert count(named, an_activity(programme="A"), an_activity()) == 1


def test_a_condition_may_ask_for_none_of_its_values() -> None:
    """Form 09a counts apart what is neither leaflet nor book."""
    other = replace(where("type", "leaflet", "book")[0], unless=True)
    one = figure(
        Source.PRODUCT, aggregate=Aggregate.SUM, field="copies", where=(other,)
    )
    found = count(
        one,
        a_product(id="a", type="leaflet", copies=1),
        a_product(id="b", type="book", copies=10),
        a_product(id="c", type="video", copies=100),
        a_product(id="d", type="other_product", copies=1000),
    )
    assert found == 1100


def test_hours_of_programmes_count_each_once_however_often_it_was_broadcast() -> None:
    record = a_broadcast(minutes=90, times=4)
    each = figure(Source.BROADCAST, aggregate=Aggregate.HOURS, field="minutes")
    times = figure(Source.BROADCAST, aggregate=Aggregate.HOURS)
    assert (count(each, record), count(times, record)) == (Decimal("1.5"), 6)
