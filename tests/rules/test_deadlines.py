"""Last acceptable days, occurrences, days left and working days; seeds, table 7."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import DayOff, Deadline, DeadlineKind, Period, Regime
from desktop.records.plan import Plan
from desktop.rules.calendar import closed_on, parse_period, part_of_year
from desktop.rules.deadlines import (
    Occurrence,
    WorkDays,
    between,
    closes_too_late,
    current,
    days_left,
    default_closing,
    due_at,
    due_of,
    kind_of,
    last_working_day,
    minutes_left,
    occurrences,
    work_days,
)

D = dt.date
DECREE = Regime(code="decree_09", name="NĐ 09/2019", source="", cut_day=15)
ALWAYS = (D(1990, 1, 1), D(2090, 1, 1))


def a_plan(first: int = 2023, last: int = 2028) -> Plan:
    return Plan(
        id=PlanId("p"),
        document_type="KẾ HOẠCH",
        title="Kế hoạch",
        issuer=AgencyId("a"),
        territory="",
        first_day=D(first, 1, 1),
        last_day=D(last, 12, 31),
    )


def a_deadline(
    kind: str = "yearly", month: Any = 11, day: Any = 25, **more: Any
) -> Any:
    return Deadline(
        id="d",
        plan=PlanId("p"),
        kind=DeadlineKind(kind),
        text="trước ngày 25/11",
        reporters="",
        due_month=month,
        due_day=day,
        **more,
    )


def days_in(deadline: Deadline, year: int, plan: Plan | None = None) -> list[D]:
    found = between(deadline, plan or a_plan(), D(year, 1, 1), D(year, 12, 31))
    return [one.last_day for one in found]


@pytest.mark.parametrize(
    ("row", "deadline", "last_days"),
    [
        ("000-D1", a_deadline("half_yearly", 6, 20), [D(2024, 6, 19)]),
        ("000-D2", a_deadline("yearly", 11, 20), [D(2024, 11, 19)]),
        ("000-D3", a_deadline("half_yearly", 6, 30), [D(2024, 6, 29)]),
        ("000-D4", a_deadline("yearly", 11, 30), [D(2024, 11, 29)]),
        ("001-D1", a_deadline("yearly", 11, 25), [D(2024, 11, 24)]),
        ("001-D2", a_deadline("yearly", None, None), []),
        ("002-D1", a_deadline("yearly", 11, 30), [D(2024, 11, 29)]),
        ("002-D1", a_deadline("ad_hoc", None, None), []),
        ("004-X1", a_deadline("within_hours", None, None, within_hours=24), []),
    ],
)
def test_before_a_day_means_the_day_earlier(
    row: str, deadline: Deadline, last_days: list[D]
) -> None:
    assert days_in(deadline, 2024) == last_days, row


@pytest.mark.parametrize(
    ("row", "deadline", "day"),
    [
        ("003-D3", a_deadline("mid_term", None, None, due_year=2020), D(2020, 12, 31)),
        (
            "002-N13",
            a_deadline(
                "mid_term", None, None, counted_from=D(2022, 9, 14), after_years=3
            ),
            D(2025, 9, 14),
        ),
        (
            "002-N13",
            a_deadline("final", None, None, counted_from=D(2022, 9, 14), after_years=5),
            D(2027, 9, 14),
        ),
        ("002-N13", a_deadline("mid_term", 12, 31, due_year=2025), D(2025, 12, 30)),
        (
            "002-N13",
            a_deadline("final", 12, 31, due_year=2028, inclusive=True),
            D(2028, 12, 31),
        ),
        ("000-N", a_deadline("thematic", 12, 10, due_year=2026), D(2026, 12, 9)),
        (
            "leap",
            a_deadline("final", None, None, counted_from=D(2024, 2, 29), after_years=1),
            D(2025, 2, 28),
        ),
        ("month", a_deadline("final", 2, None, due_year=2028), D(2028, 2, 29)),
    ],
)
def test_a_review_falls_due_once(row: str, deadline: Deadline, day: D) -> None:
    assert list(occurrences(deadline, a_plan())) == [
        Occurrence(duty="once", last_day=day)
    ], row


@pytest.mark.parametrize(
    "deadline",
    [
        a_deadline("mid_term", 9, 14),
        a_deadline("final", None, None, counted_from=D(2022, 9, 14)),
        a_deadline("monthly", None, None),
        a_deadline("yearly", 11, None),
        a_deadline("yearly", None, 25),
    ],
)
def test_a_day_that_is_not_told_whole_is_not_guessed(deadline: Deadline) -> None:
    assert not list(occurrences(deadline, a_plan()))


def test_every_month_is_a_duty_of_its_own_and_short_months_end_early() -> None:
    monthly = a_deadline("monthly", None, 31, inclusive=True)
    found = between(monthly, a_plan(), D(2024, 1, 1), D(2024, 12, 31))
    assert [one.last_day.day for one in found[:4]] == [31, 29, 31, 30]
    assert len(found) == 12
    assert found[1].duty == "2024-02"


@pytest.mark.parametrize(
    ("deadline", "last_days"),
    [
        (a_deadline("quarterly", None, 6), [(3, 5), (6, 5), (9, 5), (12, 5)]),
        (a_deadline("quarterly", 1, 10), [(1, 9), (4, 9), (7, 9), (10, 9)]),
        (a_deadline("half_yearly", None, 20), [(6, 19), (12, 19)]),
        (a_deadline("thematic", 12, 10), [(12, 9)]),
        (a_deadline("yearly", 11, 25, inclusive=True), [(11, 25)]),
        (a_deadline("yearly", 12, 1), [(11, 30)]),
    ],
)
def test_parts_of_a_year_have_their_days(
    deadline: Deadline, last_days: list[tuple[int, int]]
) -> None:
    assert days_in(deadline, 2024) == [D(2024, *one) for one in last_days]


def test_a_report_due_before_new_year_is_due_in_the_old_year() -> None:
    assert days_in(a_deadline("yearly", 1, 1), 2024) == [D(2024, 12, 31)]


def test_nothing_is_due_outside_the_years_of_the_plan() -> None:
    yearly = a_deadline()
    found = between(yearly, a_plan(2023, 2025), *ALWAYS)
    assert [one.duty for one in found] == ["2023", "2024", "2025"]


def test_a_plan_begun_in_july_owes_nothing_of_june() -> None:
    plan = Plan(
        id=PlanId("p"),
        document_type="KẾ HOẠCH",
        title="",
        issuer=AgencyId("a"),
        territory="",
        first_day=D(2024, 7, 4),
        last_day=D(2025, 12, 31),
    )
    half = a_deadline("half_yearly", 6, 20)
    assert [one.last_day for one in occurrences(half, plan)] == [D(2025, 6, 19)]


@pytest.mark.parametrize(
    ("year", "today", "day"),
    [
        (2024, D(2024, 1, 1), D(2024, 11, 24)),
        (2024, D(2024, 12, 20), D(2024, 11, 24)),
        (2025, D(2024, 12, 20), D(2025, 11, 24)),
        (2030, D(2024, 1, 1), D(2028, 11, 24)),
        (2020, D(2024, 1, 1), D(2024, 11, 24)),
    ],
)
def test_a_year_is_spoken_of_by_its_own_last_day(year: int, today: D, day: D) -> None:
    found = current(a_deadline(), a_plan(), year, today)
    assert found is not None
    assert found.last_day == day


def test_of_twelve_months_the_next_is_spoken_of() -> None:
    monthly = a_deadline("monthly", None, 15)
    found = current(monthly, a_plan(), 2024, D(2024, 5, 15))
    assert found == Occurrence(duty="2024-06", last_day=D(2024, 6, 14))


@pytest.mark.parametrize(
    ("deadline", "period", "day"),
    [
        (a_deadline(), "2024", D(2024, 11, 24)),
        (a_deadline(), "2024@decree_09", D(2024, 11, 24)),
        (a_deadline(), "2024@14/11", D(2024, 11, 24)),
        (a_deadline("yearly", 1, 31), "2024", D(2025, 1, 30)),
        (a_deadline("half_yearly", 6, 20), "2024-H1", D(2024, 6, 19)),
        (a_deadline("half_yearly", 6, 20), "2024-H1@decree_09", D(2024, 6, 19)),
        (a_deadline("half_yearly", 6, 20), "2024-H2", None),
        (a_deadline("quarterly", None, 6), "2024-Q3", D(2024, 9, 5)),
        (a_deadline("quarterly", 1, 10), "2024-Q1", D(2024, 4, 9)),
        (a_deadline("monthly", None, 15), "2024-M07", D(2024, 7, 14)),
        (a_deadline("monthly", None, 6), "2024-M07", D(2024, 8, 5)),
        (a_deadline(), "2024-H1", None),
        (a_deadline(), "2024-N9", None),
        (a_deadline(), "01/01/2024-31/12/2024", None),
    ],
)
def test_a_report_is_due_towards_the_end_of_its_period_or_after(
    deadline: Deadline, period: str, day: D | None
) -> None:
    assert due_of(deadline, a_plan(), parse_period(period, (DECREE,))) == day


@given(st.integers(1, 28), st.integers(2023, 2027))
def test_each_month_has_one_day_and_each_day_one_month(day: int, year: int) -> None:
    monthly = a_deadline("monthly", None, day)
    months = [part_of_year(year, f"M{n:02}") for n in range(2, 12)]
    found = [due_of(monthly, a_plan(), one) for one in months]
    assert None not in found
    assert len(set(found)) == len(found)


def test_the_kind_of_report_follows_from_the_period() -> None:
    codes = ("2024", "2024-H2", "2024-Q3@decree_09", "2024-M07", "2024-N9")
    assert [kind_of(parse_period(code, (DECREE,))) for code in codes] == [
        DeadlineKind.YEARLY,
        DeadlineKind.HALF_YEARLY,
        DeadlineKind.QUARTERLY,
        DeadlineKind.MONTHLY,
        None,
    ]


# --- closing -------------------------------------------------------------------------


def closing(month: int, day: int, kind: str = "yearly", **more: Any) -> Deadline:
    made: Deadline = a_deadline(kind, closing_month=month, closing_day=day, **more)
    return made


@pytest.mark.parametrize(
    ("deadlines", "period", "day"),
    [
        ((closing(11, 14),), "2024", D(2024, 11, 14)),
        ((closing(11, 14),), "2024-H1", None),
        ((closing(6, 5, "half_yearly"),), "2024-H1", D(2024, 6, 5)),
        ((closing(6, 5, "half_yearly"),), "2024-H2", None),
        ((closing(11, 14), closing(10, 31)), "2024", D(2024, 10, 31)),
        ((closing(10, 31, informative=True),), "2024", None),
        ((closing(11, 14),), "2024@decree_09", None),
        ((a_deadline(),), "2024", None),
    ],
)
def test_the_plan_proposes_when_figures_are_closed(
    deadlines: tuple[Deadline, ...], period: str, day: D | None
) -> None:
    found: Period = parse_period(period, (DECREE,))
    assert default_closing(deadlines, found) == day
    if day is not None:
        assert closed_on(found, day).closing_day == day


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (D(2024, 11, 14), False),
        (D(2024, 11, 21), False),  # Friday 22 is left
        (D(2024, 11, 22), True),  # only Saturday and Sunday
        (D(2024, 11, 24), True),
        (D(2024, 12, 14), True),  # the decree's year, against a report in November
    ],
)
def test_a_working_day_is_left_between_closing_and_the_last_day(
    day: D, late: bool
) -> None:
    assert closes_too_late(day, D(2024, 11, 24), WorkDays()) is late


def test_a_weekend_day_worked_in_exchange_is_enough() -> None:
    work = WorkDays(worked=frozenset({D(2024, 11, 23)}))
    assert not closes_too_late(D(2024, 11, 22), D(2024, 11, 24), work)


# --- days ----------------------------------------------------------------------------


def test_days_left_are_counted_to_the_last_day() -> None:
    assert days_left(D(2024, 11, 24), D(2024, 11, 20)) == 4
    assert days_left(D(2024, 11, 24), D(2024, 11, 24)) == 0
    assert days_left(D(2024, 11, 24), D(2024, 11, 26)) == -2


def off(day: D, *, working: bool = False) -> DayOff:
    return DayOff(id=day.isoformat(), day=day, name="Nghỉ", working=working)


@pytest.mark.parametrize(
    ("day", "entered", "before"),
    [
        (D(2024, 11, 22), (), D(2024, 11, 22)),
        (D(2024, 11, 24), (), D(2024, 11, 22)),
        (D(2024, 11, 24), (off(D(2024, 11, 22)),), D(2024, 11, 21)),
        (D(2024, 11, 24), (off(D(2024, 11, 23), working=True),), D(2024, 11, 23)),
        (D(2024, 5, 1), (), D(2024, 4, 29)),  # 30/4 and 1/5
        (D(2023, 9, 2), (), D(2023, 9, 1)),
        (D(2023, 9, 2), (off(D(2023, 9, 1)),), D(2023, 8, 31)),
        (D(2025, 1, 1), (), D(2024, 12, 31)),
    ],
)
def test_a_day_off_moves_to_the_working_day_before(
    day: D, entered: tuple[DayOff, ...], before: D
) -> None:
    work = work_days(entered, ((1, 1), (4, 30), (5, 1), (9, 2)))
    assert last_working_day(day, work) == before


# --- hours ---------------------------------------------------------------------------

HANOI = dt.timezone(dt.timedelta(hours=7))


@pytest.mark.parametrize(
    ("now", "minutes"),
    [
        (dt.datetime(2024, 7, 5, 9, 30, tzinfo=HANOI), 60),
        (dt.datetime(2024, 7, 5, 10, 30, tzinfo=HANOI), 0),
        (dt.datetime(2024, 7, 5, 10, 30, 1, tzinfo=HANOI), -1),
        (dt.datetime(2024, 7, 5, 12, 35, tzinfo=HANOI), -125),
    ],
)
@pytest.mark.parametrize("zone", [None, HANOI])
def test_a_request_is_answered_within_a_day_to_the_minute(
    now: dt.datetime, minutes: int, zone: dt.tzinfo | None
) -> None:
    within = a_deadline("within_hours", None, None, within_hours=24)
    requested = dt.datetime(2024, 7, 4, 10, 30, tzinfo=zone)
    until = due_at(within, requested)
    assert until == dt.datetime(2024, 7, 5, 10, 30, tzinfo=zone)
    assert minutes_left(until, now) == minutes


def test_a_deadline_without_hours_has_no_clock() -> None:
    assert due_at(a_deadline(), dt.datetime(2024, 7, 4, 10, 30, tzinfo=HANOI)) is None
