"""Tests of periods and deadlines."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UnknownNameError
from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import Deadline, DeadlineKind, Period
from desktop.records.plan import Plan
from desktop.rules.calendar import (
    EXAMPLES,
    contains,
    cumulative_span,
    days_left,
    last_acceptable_day,
    last_working_day,
    next_due,
    parse_period,
    period_name,
    previous,
    span,
)

D = dt.date
CODES = st.one_of(
    st.integers(1910, 2190).map(str),
    st.tuples(
        st.integers(1910, 2190),
        st.sampled_from(
            ["H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"M{m:02}" for m in range(1, 13))]
        ),
    ).map("{0[0]}-{0[1]}".format),
)
PLAN = Plan(
    id=PlanId("p"),
    document_type="KẾ HOẠCH",
    title="Kế hoạch",
    issuer=AgencyId("a"),
    territory="",
    first_day=D(2023, 1, 1),
    last_day=D(2028, 12, 31),
)


def a_deadline(month: int | None = 11, day: int | None = 25) -> Deadline:
    return Deadline(
        id="d",
        plan=PlanId("p"),
        kind=DeadlineKind.YEARLY,
        text="trước ngày 25/11",
        reporters="",
        due_month=month,
        due_day=day,
    )


@pytest.mark.parametrize(
    ("text", "code", "first", "last"),
    [
        ("2024", "2024", D(2024, 1, 1), D(2024, 12, 31)),
        ("2024-H1", "2024-H1", D(2024, 1, 1), D(2024, 6, 30)),
        ("2024-h2", "2024-H2", D(2024, 7, 1), D(2024, 12, 31)),
        ("2024-Q1", "2024-Q1", D(2024, 1, 1), D(2024, 3, 31)),
        ("2024-Q3", "2024-Q3", D(2024, 7, 1), D(2024, 9, 30)),
        ("2024-M02", "2024-M02", D(2024, 2, 1), D(2024, 2, 29)),
        ("2024-M07", "2024-M07", D(2024, 7, 1), D(2024, 7, 31)),
        (" 2024 ", "2024", D(2024, 1, 1), D(2024, 12, 31)),
        ("01/01/2024-14/11/2024", "custom", D(2024, 1, 1), D(2024, 11, 14)),
        ("1/1/2024 – 14.11.2024", "custom", D(2024, 1, 1), D(2024, 11, 14)),
        ("5/5/2024-5/5/2024", "custom", D(2024, 5, 5), D(2024, 5, 5)),
    ],
)
def test_a_code_names_a_span(text: str, code: str, first: D, last: D) -> None:
    assert parse_period(text) == Period(
        code=code, first_day=first, last_day=last, closing_day=last
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-H3",
        "2024-Q5",
        "2024-Q0",
        "2024-M13",
        "2024-M7",
        "0000",
        "9999",
        "năm 2024",
        "14/11/2024-01/01/2024",
        "31/02/2024-14/11/2024",
        "1/1/2024",
        "２０２４",
    ],
)
def test_what_names_no_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        parse_period(text)
    assert caught.value.problems[0].facts == (text, *EXAMPLES)
    assert caught.value.problems[0].field == "period"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024", "2023"),
        ("2024-H1", "2023-H2"),
        ("2024-H2", "2024-H1"),
        ("2024-Q1", "2023-Q4"),
        ("2024-Q3", "2024-Q2"),
        ("2024-M01", "2023-M12"),
        ("2024-M10", "2024-M09"),
        ("01/01/2024-14/11/2024", "01/01/2023-14/11/2023"),
        ("15/12/2023-14/12/2024", "15/12/2022-14/12/2023"),
        ("29/02/2024-29/02/2024", "28/02/2023-28/02/2023"),
        ("01/01/2023-31/12/2024", "01/01/2021-31/12/2022"),
    ],
)
def test_the_period_before(text: str, before: str) -> None:
    assert period_name(previous(parse_period(text))) == before


@given(CODES)
def test_a_calendar_period_follows_the_one_before_at_once(code: str) -> None:
    period = parse_period(code)
    before = previous(period)
    assert before.last_day + dt.timedelta(days=1) == period.first_day
    assert re.sub(r"\d", "", before.code) == re.sub(r"\d", "", code)


@given(st.dates(D(1950, 1, 1), D(2150, 1, 1)), st.integers(0, 2000))
def test_a_span_clears_the_one_before(first: D, length: int) -> None:
    period = span(first, first + dt.timedelta(days=length))
    before = previous(period)
    assert before.first_day <= before.last_day < period.first_day
    assert parse_period(period_name(period)) == period


@given(CODES)
def test_a_name_makes_its_period_again(code: str) -> None:
    assert period_name(parse_period(code)) == code


@given(st.integers(1950, 2150))
def test_the_parts_of_a_year_are_the_year(year: int) -> None:
    days = set(days_of(str(year)))
    for kind, count in (("H", 2), ("Q", 4), ("M", 12)):
        width = 2 if kind == "M" else 1
        parts = [
            day
            for number in range(1, count + 1)
            for day in days_of(f"{year}-{kind}{number:0{width}}")
        ]
        assert set(parts) == days
        assert len(parts) == len(days)


def days_of(code: str) -> range:
    period = parse_period(code)
    return range(period.first_day.toordinal(), period.last_day.toordinal() + 1)


def test_both_ends_count_and_nothing_after_closing() -> None:
    year = parse_period("2024")
    assert contains(year, D(2024, 1, 1))
    assert contains(year, D(2024, 12, 31))
    assert not contains(year, D(2023, 12, 31))
    assert not contains(year, D(2025, 1, 1))
    closed = Period(
        code="2024",
        first_day=year.first_day,
        last_day=year.last_day,
        closing_day=D(2024, 11, 14),
    )
    assert contains(closed, D(2024, 11, 14))
    assert not contains(closed, D(2024, 11, 15))


def test_cumulative_figures_start_with_the_plan() -> None:
    whole = cumulative_span(PLAN, parse_period("2024-H1"))
    assert (whole.first_day, whole.last_day) == (D(2023, 1, 1), D(2024, 6, 30))
    assert contains(whole, D(2023, 1, 1))
    assert not contains(whole, D(2024, 7, 1))


def test_nothing_was_done_before_the_plan_began() -> None:
    empty = cumulative_span(PLAN, parse_period("2022"))
    assert not contains(empty, D(2022, 6, 1))
    assert not contains(empty, D(2023, 1, 1))


@pytest.mark.parametrize(
    ("month", "day", "last"),
    [
        (11, 25, D(2024, 11, 24)),
        (11, 20, D(2024, 11, 19)),
        (6, 30, D(2024, 6, 29)),
        (12, 1, D(2024, 11, 30)),
        (2, 30, D(2024, 2, 28)),
        (1, 1, D(2023, 12, 31)),
    ],
)
def test_before_a_day_means_the_day_earlier(month: int, day: int, last: D) -> None:
    assert last_acceptable_day(a_deadline(month, day), 2024) == last


@pytest.mark.parametrize(("month", "day"), [(None, None), (11, None), (None, 25)])
def test_an_unknown_day_has_no_last_day(month: int | None, day: int | None) -> None:
    assert last_acceptable_day(a_deadline(month, day), 2024) is None
    assert next_due(a_deadline(month, day), D(2024, 1, 1)) is None


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (D(2024, 1, 1), D(2024, 11, 24)),
        (D(2024, 11, 24), D(2024, 11, 24)),
        (D(2024, 11, 25), D(2025, 11, 24)),
    ],
)
def test_the_next_due_day(today: D, due: D) -> None:
    assert next_due(a_deadline(), today) == due


def test_a_report_due_before_new_year_is_due_this_year() -> None:
    assert next_due(a_deadline(1, 1), D(2024, 5, 1)) == D(2024, 12, 31)


def test_days_left_are_counted_to_the_last_day() -> None:
    assert days_left(D(2024, 11, 24), D(2024, 11, 20)) == 4
    assert days_left(D(2024, 11, 24), D(2024, 11, 24)) == 0
    assert days_left(D(2024, 11, 24), D(2024, 11, 26)) == -2


def test_a_day_off_moves_to_the_working_day_before() -> None:
    assert last_working_day(D(2024, 11, 24)) == D(2024, 11, 22)
    assert last_working_day(D(2024, 11, 22)) == D(2024, 11, 22)
    holiday = frozenset({D(2024, 11, 22)})
    assert last_working_day(D(2024, 11, 24), holiday) == D(2024, 11, 21)
