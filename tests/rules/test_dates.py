"""Tests of dates as typed and as printed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.dates import format_date, long_date, parse_date

TODAY = dt.date(2026, 8, 5)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "5/8/2026",
        "05/08/2026",
        "05082026",
        "050826",
        "5.8.26",
        "5-8-2026",
        "5-8",
        "5/8",
        "5 8 2026",
        "5 / 8 / 2026",
        "2026-08-05",
        "05/08/2026 00:00",
        "2026-08-05T14:30:00",
        "'05/08/2026",
        "ngày 05 tháng 8 năm 2026",
        "5 tháng 8 năm 2026",
        "Ngày 5 tháng 8",
        "hôm nay",
        "Hôm nay",
        "hom nay",
        "\u00a05/8/2026 ",
        "\uff15/\uff18/\uff12\uff10\uff12\uff16",
    ],
)
def test_one_day_in_every_spelling(typed: str) -> None:
    assert parse_date(typed, today=TODAY).value == TODAY


def test_days_near_today_follow_today() -> None:
    assert parse_date("hôm qua", today=TODAY).value == dt.date(2026, 8, 4)
    assert parse_date("ngày mai", today=TODAY).value == dt.date(2026, 8, 6)


def test_a_missing_year_is_the_one_given() -> None:
    assert parse_date("5-8", today=TODAY, year=2024).value == dt.date(2024, 8, 5)
    assert parse_date("5-8-25", today=TODAY, year=2024).value == dt.date(2025, 8, 5)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "blank"),
        ("  ", "blank"),
        ("5/13/2026", "no_such_day"),
        ("31/02/2024", "no_such_day"),
        ("29/02/2023", "no_such_day"),
        ("0/8/2026", "no_such_day"),
        ("32/1/2024", "no_such_day"),
        ("5/8/202", "not_date"),
        ("5/8/20266", "not_date"),
        ("2026", "not_date"),
        ("5", "not_date"),
        ("tháng 8", "not_date"),
        ("5//8/2026", "not_date"),
        ("5/8/1899", "year"),
        ("5/8/0026", "year"),
        ("45000", "not_date"),
        ("Aug 5, 2026", "not_date"),
    ],
)
def test_what_is_no_day_says_why(typed: str, reason: str) -> None:
    parsed = parse_date(typed, today=TODAY)
    assert (parsed.value, parsed.reason) == (None, reason)


def test_29_february_needs_a_leap_year() -> None:
    assert parse_date("29/2", today=TODAY, year=2024).value == dt.date(2024, 2, 29)
    assert parse_date("29/2", today=TODAY, year=2023).reason == "no_such_day"


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    parsed = parse_date(text, today=TODAY)
    assert (parsed.value is None) == bool(parsed.reason)


@given(DAYS)
def test_a_printed_day_reads_back(day: dt.date) -> None:
    assert parse_date(format_date(day), today=TODAY).value == day


@given(DAYS)
def test_a_day_in_words_reads_back(day: dt.date) -> None:
    assert parse_date(long_date(day), today=TODAY).value == day


@given(DAYS, st.sampled_from("/.- "))
def test_the_day_always_comes_first(day: dt.date, sign: str) -> None:
    typed = sign.join((str(day.day), str(day.month), str(day.year)))
    assert parse_date(typed, today=TODAY).value == day


def test_a_day_is_printed_with_two_digits_and_four() -> None:
    assert format_date(dt.date(2024, 2, 5)) == "05/02/2024"


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
        (dt.date(2024, 1, 15), "ngày 15 tháng 01 năm 2024"),
        (dt.date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"),
        (dt.date(2024, 9, 30), "ngày 30 tháng 9 năm 2024"),
        (dt.date(2024, 12, 1), "ngày 01 tháng 12 năm 2024"),
    ],
)
def test_zeros_stand_where_the_decree_wants_them(day: dt.date, printed: str) -> None:
    assert long_date(day) == printed
