"""What is typed of a deadline, and what is wrong with it."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.identity import PlanId
from desktop.records.period import Deadline, DeadlineKind
from desktop.rules.deadline_entry import (
    DayMonth,
    closing_doubt,
    counted_day,
    parse_day_month,
    parse_days,
    problems,
)
from desktop.rules.deadlines import WorkDays


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [
        ("25/11", 25, 11),
        (" 5.6 ", 5, 6),
        ("29/2", 29, 2),
        ("15", 15, None),
        ("31", 31, None),
        ("", None, None),
    ],
)
def test_a_day_is_read_as_plans_write_it(
    text: str, day: int | None, month: int | None
) -> None:
    assert parse_day_month(text) == DayMonth(day=day, month=month)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("30/2", "no_such_day"),
        ("31/11", "no_such_day"),
        ("11/25", "no_such_day"),
        ("0/5", "no_such_day"),
        ("32", "no_such_day"),
        ("tháng 11", "day_without_month"),
        ("25/11/2024", "day_without_month"),
    ],
)
def test_what_is_no_day_is_refused(text: str, reason: str) -> None:
    assert parse_day_month(text) == DayMonth(reason=reason)


@given(st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
def test_every_day_of_a_year_can_be_written(day: dt.date) -> None:
    typed = parse_day_month(f"{day.day}/{day.month}")
    assert (typed.day, typed.month) == (day.day, day.month)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30, 15, 7, 3, 1", (30, 15, 7, 3, 1)),
        ("1;3 3 7", (7, 3, 1)),
        ("", ()),
        ("0", (0,)),
        ("mai", None),
        ("-1", None),
        ("1000", None),
    ],
)
def test_reminders_are_numbers_of_days(text: str, days: tuple[int, ...] | None) -> None:
    assert parse_days(text) == days


def a_deadline(kind: str, **more: Any) -> Deadline:
    values: dict[str, Any] = {"text": "Báo cáo", "reporters": ""}
    return Deadline(
        id="d", plan=PlanId("p"), kind=DeadlineKind(kind), **(values | more)
    )


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        (a_deadline("yearly", due_day=25, due_month=11), []),
        (a_deadline("yearly"), []),
        (a_deadline("monthly", due_day=15), []),
        (a_deadline("yearly", text=" "), [("text", "missing")]),
        (a_deadline("yearly", due_day=25), [("due_day", "day_without_month")]),
        (a_deadline("within_hours"), [("within_hours", "hours_wanted")]),
        (
            a_deadline("final", after_years=5),
            [("after_years", "after_without_start")],
        ),
        (
            a_deadline("mid_term", counted_from=dt.date(2022, 9, 14)),
            [("after_years", "after_without_start")],
        ),
        (
            a_deadline("yearly", closing_day=14),
            [("closing_day", "day_without_month")],
        ),
    ],
)
def test_what_is_half_told_is_refused(
    deadline: Deadline, found: list[tuple[str, str]]
) -> None:
    assert [(one.field, one.code) for one in problems(deadline)] == found


def test_a_late_closing_may_stand_but_is_doubted() -> None:
    last = dt.date(2024, 11, 24)
    (doubt,) = closing_doubt(dt.date(2024, 11, 22), last, WorkDays())
    assert (doubt.code, doubt.facts) == ("closing_too_late", ("24/11/2024",))
    assert not doubt.blocking
    assert not closing_doubt(dt.date(2024, 11, 14), last, WorkDays())


TET = WorkDays(off=frozenset(dt.date(2026, 2, day) for day in range(14, 23)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 ngày làm việc sau 22/2", dt.date(2026, 2, 25)),
        ("Ngày làm việc thứ 3 sau ngày 22/02/2026", dt.date(2026, 2, 25)),
        ("ngay lam viec thu 5 ke tu 13/2", dt.date(2026, 2, 27)),
        ("1 ngày làm việc sau 22/2/2027", dt.date(2027, 2, 23)),
        ("25/2", None),
        ("3 ngày sau Tết", None),
        ("3 ngày làm việc sau 31/2", None),
        ("0 ngày làm việc sau 22/2", None),
        ("99 ngày làm việc sau 22/2", None),
    ],
)
def test_a_day_is_counted_in_working_days_from_a_day(
    text: str, day: dt.date | None
) -> None:
    assert counted_day(text, 2026, TET) == day
