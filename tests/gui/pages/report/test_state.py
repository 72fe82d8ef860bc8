"""One sentence tells the days left and what is missing."""

import datetime as dt

import pytest

from desktop.gui.pages.report.state import due_day, sentence, unknown_targets
from desktop.progress import silent
from desktop.rules.calendar import parse_period
from tests.gui.pages.report_desk import YEAR, Desk

DUE = dt.date(2024, 11, 24)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (dt.date(2024, 11, 20), "Còn 4 ngày đến hạn báo cáo 24/11/2024."),
        (DUE, "Hôm nay (24/11/2024) là ngày cuối báo cáo."),
        (dt.date(2024, 11, 25), "Hạn báo cáo 24/11/2024 đã qua."),
    ],
)
def test_days_are_counted_to_the_last_acceptable_one(today: dt.date, said: str) -> None:
    assert sentence(DUE, today, None) == said


def test_what_is_missing_is_told_once_it_is_known() -> None:
    assert sentence(DUE, DUE, 2).endswith("; 2 chỉ tiêu chưa đủ số liệu.")
    assert sentence(DUE, DUE, 0).endswith("; mọi chỉ tiêu đã đủ số liệu.")


def test_a_year_is_due_before_the_day_the_plan_names(desk: Desk) -> None:
    assert due_day(desk.session) == DUE


@pytest.mark.parametrize("code", ["2024-Q1", "2024-M07", "1/1/2024-5/5/2024"])
def test_a_period_the_plan_does_not_ask_for_has_no_day(desk: Desk, code: str) -> None:
    desk.session.set_period(parse_period(code))
    assert due_day(desk.session) is None


def test_an_empty_office_lacks_figures(desk: Desk) -> None:
    found = unknown_targets(desk.store, YEAR, silent).value
    assert isinstance(found, int)
    assert found > 0
