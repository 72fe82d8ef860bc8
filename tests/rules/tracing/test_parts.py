"""What records add up to for one agency and for all, shared events told once."""

import datetime as dt
from decimal import Decimal
from typing import Any

from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import Code
from desktop.rules.counting import Span
from desktop.rules.tracing.parts import (
    Made,
    Part,
    by_group,
    of_all,
    once_by_group,
    value,
    within,
)


def a_figure(**changes: Any) -> Figure:
    values = {"code": Code("f"), "label": "", "unit": "", "source": Source.ACTIVITY}
    return Figure(**(values | changes))


OWN = Part("own", "activities/1", 1, "", joined=False)
BESIDE = Part("unit", "activities/2", 1, "", joined=True)


def test_a_shared_event_counts_in_each_agencys_figure_and_once_in_the_total() -> None:
    made = by_group(a_figure(), (OWN, BESIDE))
    assert {agency: dict(one.amounts) for agency, one in made.items()} == {
        "own": {"activities/1": 1},
        "unit": {"activities/2": 1},
    }
    assert of_all(a_figure(), (OWN, BESIDE)).amounts == {"activities/1": 1}
    assert set(once_by_group(a_figure(), (OWN, BESIDE))) == {"own"}


def test_agencies_are_counted_with_their_accounts_of_shared_events() -> None:
    figure = a_figure(aggregate=Aggregate.DISTINCT, field="agency")
    parts = (OWN._replace(what="own"), BESIDE._replace(what="unit"))
    assert value(figure, of_all(figure, parts)) == 2


def test_a_record_that_brings_two_values_first_adds_two() -> None:
    figure = a_figure(aggregate=Aggregate.DISTINCT, field="checked")
    parts = (
        OWN._replace(what="a"),
        OWN._replace(what="b"),
        OWN._replace(what="b", place="activities/9"),
    )
    made = of_all(figure, parts)
    assert made.amounts == {"activities/1": 2}
    assert made.about == {"activities/1": (("agency", "a"), ("agency", "b"))}


def test_values_of_a_catalogue_are_named_by_it_and_others_by_nothing() -> None:
    parts = (OWN._replace(what="x"),)
    for field, named_by in (("type", "product_type"), ("programme", "")):
        figure = a_figure(aggregate=Aggregate.DISTINCT, field=field)
        assert of_all(figure, parts).about == {"activities/1": ((named_by, "x"),)}


def test_minutes_become_hours_once_and_half_up() -> None:
    figure = a_figure(aggregate=Aggregate.HOURS)
    made = Made(amounts={"broadcasts/1": 3, "broadcasts/2": 3, "broadcasts/3": 3})
    assert value(figure, made) == Decimal("0.2")
    assert value(a_figure(), made) == 9


def test_the_parts_of_a_span_are_those_of_its_days_or_years_both_ends_included() -> (
    None
):
    span = Span(dt.date(2024, 1, 1), dt.date(2024, 6, 30))
    days = ("2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01")
    parts = [OWN._replace(day=day) for day in days]
    assert [one.day for one in within(parts, span)] == ["2024-01-01", "2024-06-30"]
    by_year = [OWN._replace(day=year) for year in (2023, 2024, 2025)]
    assert [one.day for one in within(by_year, span)] == [2024]
