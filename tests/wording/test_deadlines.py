"""Words for deadlines."""

import datetime as dt
from typing import Any

import pytest

from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import Deadline, DeadlineKind
from desktop.records.plan import Plan
from desktop.wording import deadlines as words

D = dt.date
PLAN = Plan(
    id=PlanId("p"),
    document_type="KẾ HOẠCH",
    title="Truyền thông",
    number="12/KH",
    issuer=AgencyId("a"),
    territory="",
    first_day=D(2023, 1, 1),
    last_day=D(2028, 12, 31),
)


def a_deadline(kind: str = "yearly", **more: Any) -> Deadline:
    values: dict[str, Any] = {"text": "định kỳ", "reporters": "Các đơn vị"}
    return Deadline(id="d", plan=PLAN.id, kind=DeadlineKind(kind), **(values | more))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (4, "Còn 4 ngày"),
        (0, "Hôm nay là ngày cuối"),
        (-26, "Quá 26 ngày"),
        (1200, "Còn 1.200 ngày"),
    ],
)
def test_days_are_left_or_over(days: int, said: str) -> None:
    assert words.days_left(days) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1440, "Còn 24 giờ 00 phút"),
        (65, "Còn 1 giờ 05 phút"),
        (59, "Còn 59 phút"),
        (0, "Còn 0 phút"),
        (-1, "Quá 1 phút"),
        (-125, "Quá 2 giờ 05 phút"),
    ],
)
def test_a_clock_is_read_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert words.minutes_left(minutes) == said


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (a_deadline(due_month=11, due_day=25), "trước ngày 25/11"),
        (
            a_deadline(due_month=11, due_day=25, inclusive=True),
            "đến hết ngày 25/11",
        ),
        (a_deadline("monthly", due_day=15), "trước ngày 15 hằng tháng"),
        (
            a_deadline("mid_term", counted_from=D(2022, 9, 14), after_years=3),
            "sau 3 năm từ 14/09/2022",
        ),
        (a_deadline("mid_term", due_year=2020), "trong năm 2020"),
        (
            a_deadline("final", due_year=2028, due_month=12, due_day=1),
            "trước ngày 1/12/2028",
        ),
        (a_deadline("within_hours", within_hours=24), "trong 24 giờ"),
        (a_deadline("ad_hoc"), ""),
    ],
)
def test_a_rule_is_told_as_plans_word_it(deadline: Deadline, said: str) -> None:
    assert words.rule(deadline) == said


def test_a_day_off_is_told_with_the_working_day_before() -> None:
    assert words.day_off(D(2024, 11, 24), D(2024, 11, 22)) == (
        "Ngày cuối là ngày nghỉ (chủ nhật); ngày làm việc trước đó là thứ sáu "
        "22/11/2024."
    )
    assert words.day_off(D(2024, 11, 22), D(2024, 11, 22)) == ""
    assert words.day_off(D(2024, 11, 22), None) == ""


def test_an_event_says_who_owes_what_to_whom() -> None:
    deadline = a_deadline(due_month=11, due_day=25, recipient_text="Nơi nhận")
    title, lines = words.event_words(deadline, PLAN, D(2024, 11, 24), D(2024, 11, 22))
    assert title == "Hằng năm: Định kỳ"
    assert lines.splitlines() == [
        "Kế hoạch: 12/KH Truyền thông",
        "Ai báo cáo: Các đơn vị",
        "Nơi nhận: Nơi nhận",
        "Thời hạn: trước ngày 25/11; ngày cuối 24/11/2024.",
        words.day_off(D(2024, 11, 24), D(2024, 11, 22)),
    ]
