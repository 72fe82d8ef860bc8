"""Calendar files, read back by the library and held against lines written by hand."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from desktop.errors import FileError
from desktop.files.calendar_file import CalendarEvent, calendar_bytes, write

HANOI = dt.timezone(dt.timedelta(hours=7))
STAMP = dt.datetime(2024, 12, 20, 8, 0, 1, 250, tzinfo=HANOI)
DAY = dt.date(2024, 11, 24)
LONG = "Hằng năm, định kỳ trước ngày 25/11; gửi cơ quan, đơn vị chủ trì tổng hợp"


def an_event(**changes: Any) -> CalendarEvent:
    values: dict[str, Any] = {"key": "p/D1/2024", "summary": "Báo cáo", "day": DAY}
    return CalendarEvent(**(values | changes))


def read(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_day_is_written_as_the_standard_asks() -> None:
    made = calendar_bytes(
        (an_event(alarm_days=(30, 1), description="Dòng một, hai;\nba"),),
        "Thời hạn",
        STAMP,
    )
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//So Truyen Thong//Deadlines//VI",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Thời hạn",
        "BEGIN:VEVENT",
        "SUMMARY:Báo cáo",
        "DTSTART;VALUE=DATE:20241124",
        "DTEND;VALUE=DATE:20241125",
        "DTSTAMP:20241220T010001Z",
        "UID:p/D1/2024@so-truyen-thong",
        "DESCRIPTION:Dòng một\\, hai\\;\\nba",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Báo cáo",
        "TRIGGER:-P29DT16H",  # 30 days before, at 8:00
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Báo cáo",
        "TRIGGER:-PT16H",  # the day before, at 8:00
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    assert made.decode() == "".join(f"{line}\r\n" for line in lines)


def test_an_instant_is_written_in_universal_time() -> None:
    at = dt.datetime(2024, 7, 5, 10, 30, tzinfo=HANOI)
    made = calendar_bytes(
        (an_event(day=at.date(), at=at, alarm_hours=(6, 1)),), "x", STAMP
    )
    (event,) = read(made)
    assert event.decoded("dtstart") == at
    assert "dtend" not in event
    assert b"DTSTART:20240705T033000Z" in made
    alarms = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert alarms == [dt.timedelta(hours=-6), dt.timedelta(hours=-1)]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"))))
def test_every_text_comes_back_and_no_line_is_longer_than_allowed(text: str) -> None:
    made = calendar_bytes((an_event(summary=f"{LONG} {text}."),), "x", STAMP)
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert [str(one["summary"]) for one in read(made)] == [f"{LONG} {text}."]


def test_a_long_vietnamese_line_is_folded_between_letters() -> None:
    made = calendar_bytes((an_event(summary=LONG, description=LONG),), "x", STAMP)
    for line in made.split(b"\r\n"):
        line.decode()  # no letter is torn in two
    (event,) = read(made)
    assert (str(event["summary"]), str(event["description"])) == (LONG, LONG)


def test_the_same_events_at_the_same_moment_are_the_same_bytes() -> None:
    events = (an_event(alarm_days=(3,)), an_event(key="other"))
    assert calendar_bytes(events, "x", STAMP) == calendar_bytes(events, "x", STAMP)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path / "a.ics", (an_event(),), "x", STAMP)
    whole = calendar_bytes((an_event(),), "x", STAMP)
    assert (tmp_path / "a.ics").read_bytes() == whole
    with pytest.raises(FileError) as caught:
        write(tmp_path / "nowhere" / "a.ics", (), "x", STAMP)
    assert caught.value.reason == "no_folder"
