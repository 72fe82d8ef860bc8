"""The calendar holds what the board holds: every last day, every open request."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop.errors import FileError
from desktop.operations.periods.export_deadlines import (
    CalendarWords,
    ExportedDeadlines,
    export_deadlines,
)
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.store import preferences
from desktop.store.store import Store
from desktop.wording import endings
from desktop.wording.deadlines import event_words
from tests import builders
from tests.operations.periods.test_read_deadlines import a_deadline, keep, press, within

WORDS = CalendarWords(
    name="Thời hạn", event=event_words, ending=endings.event_words, practice="THỬ"
)


def exported(store: Store, path: Path, year: int = 2025) -> ExportedDeadlines:
    return export_deadlines(store, path, year, WORDS).value


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_the_last_day_is_an_event_with_the_reminders_of_the_plan(
    store: Store, tmp_path: Path
) -> None:
    made = exported(store, tmp_path / "han.ics")
    assert (made.events, made.undated) == (1, 1)
    (event,) = events(made.path)
    due = read_deadlines(store, 2025)[0]
    assert event.decoded("dtstart") == due.last_day == dt.date(2025, 11, 24)
    assert str(event["summary"]) == ("Hằng năm: Hằng năm, định kỳ trước ngày 25/11")
    days = [-alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert [(day + dt.timedelta(hours=8)).days for day in days] == [30, 15, 7, 3, 1]
    assert str(event["uid"]) == f"{builders.PLAN}/D1/2025@so-truyen-thong"
    assert event.decoded("dtstamp") == builders.NOW


def test_the_description_tells_the_working_day_before(
    store: Store, tmp_path: Path
) -> None:
    (event,) = events(exported(store, tmp_path / "a.ics", 2024).path)
    said = str(event["description"])
    assert "Thời hạn: trước ngày 25/11; ngày cuối 24/11/2024." in said
    assert "ngày làm việc trước đó là thứ sáu 22/11/2024" in said


def test_a_monthly_duty_is_an_event_each_month(store: Store, tmp_path: Path) -> None:
    within(store)
    keep(store, a_deadline("month", "monthly", due_day=15))
    found = events(exported(store, tmp_path / "a.ics").path)
    months = [one for one in found if "/month/" in str(one["uid"])]
    assert [one.decoded("dtstart").day for one in months] == [14] * 12
    assert len({str(one["uid"]) for one in found}) == len(found) == 13


def test_what_is_shown_for_information_reminds_nobody(
    store: Store, tmp_path: Path
) -> None:
    within(store)
    info = a_deadline("info", "yearly", due_month=6, due_day=30, informative=True)
    keep(store, info)
    first = events(exported(store, tmp_path / "a.ics").path)[0]
    assert str(first["summary"]).startswith("Để biết – ")
    assert not list(first.walk("VALARM"))


@pytest.mark.parametrize("zone", [None, builders.NOW.tzinfo])
def test_a_request_is_an_event_at_its_instant(
    store: Store, tmp_path: Path, zone: dt.tzinfo | None
) -> None:
    within(store)
    keep(store, press(requested_at=dt.datetime(2024, 12, 19, 10, 30, tzinfo=zone)))
    found = events(exported(store, tmp_path / "a.ics", 2024).path)
    request = found[-1]
    assert request.decoded("dtstart") == dt.datetime(2024, 12, 20, 3, 30, tzinfo=dt.UTC)
    assert str(request["summary"]).endswith(press().title)


def test_the_same_office_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    exported(store, first)
    exported(store, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_folder_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        exported(store, tmp_path / "x" / "a.ics")


def test_a_practice_office_says_so_before_its_name_and_every_event(
    store: Store, tmp_path: Path
) -> None:
    real = exported(store, tmp_path / "thật.ics").path
    own = preferences.get(store.reader)
    assert own is not None
    with store.change("set") as change:
        preferences.put(change, replace(own, practice=True))
    made = exported(store, tmp_path / "thử.ics").path
    (calendar,) = Calendar.from_ical(made.read_bytes()).walk("VCALENDAR")
    assert str(calendar["x-wr-calname"]) == "[THỬ] Thời hạn"
    told = [str(one["summary"]) for one in events(made)]
    assert told == [f"[THỬ] {one['summary']}" for one in events(real)]
    assert [one["uid"] for one in events(made)] == [one["uid"] for one in events(real)]
