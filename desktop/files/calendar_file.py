"""Write deadlines as a calendar file that mail and telephone programs read.

RFC 5545: all-day events, or instants in UTC, each with its alarms. The same events at
the same moment give the same bytes.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.files import whole_file

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//So Truyen Thong//Deadlines//VI"
DOMAIN = "so-truyen-thong"
"""What stands behind `@` in the ids of events."""

ALARM_HOUR = 8
"""Hour of the day at which alarms of all-day events sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One day, or one instant, to be reminded of."""

    key: str
    """The same for the same event in every file, so that calendars replace it."""
    summary: str
    description: str = ""
    day: dt.date
    at: dt.datetime | None = None
    """Instant, with its zone; None: the whole day."""
    alarm_days: tuple[int, ...] = ()
    """Days before, of an event of a whole day."""
    alarm_hours: tuple[int, ...] = ()
    """Hours before, of an instant."""


def write(
    path: Path, events: Iterable[CalendarEvent], name: str, stamp: dt.datetime
) -> None:
    """Write a calendar file, whole or not at all.

    Raises:
        FileError: It cannot be written.
    """
    whole_file.write(path, calendar_bytes(events, name, stamp))


def calendar_bytes(
    events: Iterable[CalendarEvent], name: str, stamp: dt.datetime
) -> bytes:
    """Return a calendar: UTF-8, lines of at most 75 octets that end in CR LF.

    Args:
        events: What it holds, in this order.
        name: What programs call the calendar.
        stamp: Moment at which it is made, with its zone.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    moment = stamp.astimezone(dt.UTC).replace(microsecond=0)
    for one in events:
        calendar.add_component(_event(one, moment))
    data: bytes = calendar.to_ical()
    return data


def _event(one: CalendarEvent, stamp: dt.datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.key}@{DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("summary", one.summary)
    if one.description:
        event.add("description", one.description)
    if one.at is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a deadline keeps nobody busy all day
    else:
        event.add("dtstart", one.at.astimezone(dt.UTC))
    for before in _alarms(one):
        event.add_component(_alarm(one.summary, before))
    return event


def _alarms(one: CalendarEvent) -> list[dt.timedelta]:
    """Return when alarms sound, counted from the event's beginning."""
    if one.at is not None:
        return [dt.timedelta(hours=-hours) for hours in one.alarm_hours]
    morning = dt.timedelta(hours=ALARM_HOUR)
    return [morning - dt.timedelta(days=days) for days in one.alarm_days]


def _alarm(summary: str, before: dt.timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", before)
    return alarm
