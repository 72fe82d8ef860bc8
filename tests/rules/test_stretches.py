"""The days a target is counted over, however the period is cut and closed."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.period import Period, Regime
from desktop.records.plan import Plan
from desktop.rules import stretches
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch

DECREE = Regime(code="decree_09", name="", source="", cut_day=15)
PLAN = Plan(
    id="p",  # type: ignore[arg-type]
    document_type="",
    title="",
    issuer="a",  # type: ignore[arg-type]
    territory="",
    first_day=dt.date(2023, 5, 20),
    last_day=dt.date(2028, 12, 31),
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def days(first: str, last: str) -> Span:
    return Span(day(first), day(last))


def period(code: str) -> Period:
    return parse_period(code, (DECREE,))


@pytest.mark.parametrize(
    ("code", "quarters", "years", "inherits"),
    [
        ("2024", (1, 2, 3, 4), (2024,), (2024,)),
        ("2024-H1", (1, 2), (2024,), ()),
        ("2024-H2", (3, 4), (2024,), ()),
        ("2024-N9", (1, 2, 3), (2024,), ()),
        ("2024-Q3", (3,), (2024,), ()),
        ("2024-M08", (), (2024,), ()),
        ("2024-M07", (), (2024,), ()),
        ("2024@decree_09", (1, 2, 3, 4), (2024,), (2024,)),
        ("2024-H1@decree_09", (1, 2), (2024,), ()),
        ("2024-Q1@decree_09", (1,), (2024,), ()),
        ("2024@14/11", (1, 2, 3, 4), (2024,), (2024,)),
        ("01/07/2023-31/12/2024", (1, 2, 3, 4), (2023, 2024), (2024,)),
    ],
)
def test_a_period_holds_quarters_years_and_what_was_inherited_for_them(
    code: str, quarters: tuple[int, ...], years: tuple[int, ...], inherits: object
) -> None:
    found = stretches.of_period(period(code))
    assert found.quarters(2024) == quarters
    assert found.years == years
    assert found.inherits == inherits


def test_records_count_to_the_closing_day_and_the_name_stays() -> None:
    found = stretches.of_period(period("2024@14/11"))
    assert found.span == days("2024-01-01", "2024-11-14")
    assert found.nominal == days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024", "2023-01-01", "2023-12-31"),
        ("2024-Q1", "2023-10-01", "2023-12-31"),
        ("2024-M07", "2024-06-01", "2024-06-30"),
        ("2024@14/11", "2023-01-01", "2023-11-14"),
        ("2024@decree_09", "2022-12-15", "2023-12-14"),
        ("05/03/2024-20/03/2024", "2023-03-05", "2023-03-20"),
    ],
)
def test_growth_is_told_of_as_many_days_before(
    code: str, first: str, last: str
) -> None:
    before = stretches.of_period(period(code)).before
    assert before is not None
    assert before.span == days(first, last)


def test_a_half_closed_early_is_held_against_as_short_a_half() -> None:
    half = replace(period("2024-H1"), closing_day=day("2024-06-20"))
    before = stretches.of_period(half).before
    assert before is not None
    assert before.span == days("2023-07-01", "2023-12-21")


def test_before_the_first_year_reckoned_with_there_is_nothing() -> None:
    from desktop.rules.dates import FIRST_YEAR

    assert stretches.of_period(period(str(FIRST_YEAR))).before is None


def test_all_begins_with_the_plan_and_takes_in_every_year() -> None:
    found = stretches.from_start(PLAN, period("2025-H1"))
    assert found.span == days("2023-05-20", "2025-06-30")
    assert found.inherits == (2023, 2024, 2025)
    assert (found.whole, found.before) == (True, None)


def test_each_year_of_the_plan_ends_with_it_or_with_the_period() -> None:
    found = stretches.by_year(PLAN, period("2025-H1"))
    assert {year: one.span for year, one in found.items()} == {
        2023: days("2023-05-20", "2023-12-31"),
        2024: days("2024-01-01", "2024-12-31"),
        2025: days("2025-01-01", "2025-06-30"),
    }
    assert {year: one.inherits for year, one in found.items()} == {
        year: (year,) for year in found
    }
    assert found[2025].quarters(2025) == (1, 2)


def test_each_year_is_cut_as_the_period_is() -> None:
    found = stretches.by_year(PLAN, period("2024-H1@decree_09"))
    assert {year: one.span for year, one in found.items()} == {
        2023: days("2023-05-20", "2023-12-14"),
        2024: days("2023-12-15", "2024-06-14"),
    }


def test_years_after_the_plan_are_none_of_it() -> None:
    short = replace(PLAN, last_day=day("2024-06-30"))
    assert list(stretches.by_year(short, period("2026"))) == [2023, 2024]


def test_a_year_the_plan_began_after_is_left_out() -> None:
    late = replace(PLAN, first_day=day("2023-12-20"))
    assert list(stretches.by_year(late, period("2024@decree_09"))) == [2024]


@pytest.mark.parametrize(
    ("first", "last", "months", "expected"),
    [
        ("2024-01-01", "2024-12-31", 0, [("2024-01-01", "2024-12-31")]),
        (
            "2024-01-01",
            "2024-12-31",
            6,
            [("2024-01-01", "2024-06-30"), ("2024-07-01", "2024-12-31")],
        ),
        ("2024-01-01", "2024-11-14", 6, [("2024-01-01", "2024-06-30")]),
        ("2024-01-01", "2024-03-31", 6, [("2024-01-01", "2024-03-31")]),
        (
            "2023-12-15",
            "2024-12-14",
            6,
            [("2023-12-15", "2024-06-14"), ("2024-06-15", "2024-12-14")],
        ),
        (
            "2024-01-31",
            "2024-04-29",
            1,
            [
                ("2024-01-31", "2024-02-29"),
                ("2024-03-01", "2024-03-30"),
            ],
        ),
    ],
)
def test_intervals_are_whole_and_a_shorter_remainder_asks_nothing(
    first: str, last: str, months: int, expected: list[tuple[str, str]]
) -> None:
    found = stretches.intervals(days(first, last), months)
    assert list(found) == [days(*one) for one in expected]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        (None, None),
        ("2024-01-01", None),
        ("2024-01-02", "2024-01-01"),
        ("2024-07-01", "2024-06-30"),
        ("2030-01-01", "2024-12-31"),
    ],
)
def test_what_lies_before_a_day_takes_in_nothing_inherited(
    until: str | None, last: str | None
) -> None:
    whole: Stretch = stretches.of_period(period("2024"))
    found = whole.until(until and day(until))  # type: ignore[arg-type]
    if last is None:
        assert found is None
    else:
        assert found is not None
        assert (found.span, found.inherits) == (days("2024-01-01", last), ())
