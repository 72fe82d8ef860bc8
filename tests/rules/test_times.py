"""Times are read as people type them, and never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.times import (
    format_moment,
    format_time,
    parse_moment,
    parse_time,
)

TODAY = dt.date(2024, 7, 12)
HALF_PAST_EIGHT = dt.time(8, 30)


@pytest.mark.parametrize(
    "text",
    [
        "8h30",
        "08h30",
        "8 h 30",
        "08:30",
        "8:30",
        "8.30",
        "8g30",
        "8 giờ 30",
        "8 giờ 30 phút",
        "8h30'",
        "8H30p",
        "0830",
        "08:30:00",
        " 08:30 ",
        "０８：３０",
    ],
)
def test_a_time_is_read_however_it_is_written(text: str) -> None:
    assert parse_time(text).value == HALF_PAST_EIGHT


@pytest.mark.parametrize(("text", "hour"), [("8h", 8), ("14 giờ", 14), ("0h", 0)])
def test_a_full_hour_needs_no_minutes(text: str, hour: int) -> None:
    assert parse_time(text).value == dt.time(hour)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "blank"),
        ("  ", "blank"),
        ("8", "not_time"),
        ("sáng", "not_time"),
        ("2h chiều", "not_time"),
        ("8h30 8h40", "not_time"),
        ("24h", "no_such_time"),
        ("8h60", "no_such_time"),
        ("2530", "no_such_time"),
    ],
)
def test_what_is_no_time_is_not_guessed(text: str, reason: str) -> None:
    parsed = parse_time(text)
    assert (parsed.value, parsed.reason) == (None, reason)


@pytest.mark.parametrize(
    "text",
    [
        "12/07/2024 8h30",
        "12/7/2024, 08:30",
        "12/07/2024 lúc 8 giờ 30",
        "2024-07-12T08:30",
        "2024-07-12 08:30:45",
        "12 tháng 7 năm 2024 08:30",
        "08:30, 12/07/2024",
        "8h30 ngày 12/7/2024",
        "8 giờ 30, ngày 12 tháng 7 năm 2024",
    ],
)
def test_a_moment_is_a_day_and_a_time(text: str) -> None:
    moment = parse_moment(text, today=TODAY)
    assert moment == dt.datetime.combine(TODAY, HALF_PAST_EIGHT)


@pytest.mark.parametrize(
    "text", ["12/07/2024", "8h30", "31/02/2024 8h30", "12/07 2024", "", "x y"]
)
def test_half_a_moment_is_none(text: str) -> None:
    assert parse_moment(text, today=TODAY) is None


@given(st.times(), st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_what_is_printed_is_read_back(time: dt.time, day: dt.date) -> None:
    minute = time.replace(second=0, microsecond=0)
    assert parse_time(format_time(time)).value == minute
    moment = dt.datetime.combine(day, minute)
    assert parse_moment(moment.isoformat(), today=TODAY) == moment
    assert parse_moment(format_moment(moment), today=TODAY) == moment
    clock, _, date = format_moment(moment).partition(", ")
    assert parse_moment(f"{date} {clock}", today=TODAY) == moment
