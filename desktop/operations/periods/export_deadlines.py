"""Write the deadlines of a year as a calendar file for other programs."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.files.calendar_file import CalendarEvent, write
from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.operations.periods.read_deadlines import (
    Due,
    open_deadlines,
    read_deadlines,
    read_work_days,
)
from desktop.operations.trust.read_endings import read_endings
from desktop.progress import Progress, silent
from desktop.records.ending import Ending, EndingKind
from desktop.records.period import Deadline
from desktop.records.plan import Plan
from desktop.rules import deadlines as rules
from desktop.rules.endings import NOTICE_DAYS
from desktop.store import preferences
from desktop.store.store import Store

ALARM_HOURS = (6, 1)
"""Hours before the end of a request at which one is reminded."""

EventWords = Callable[[Deadline, Plan, dt.date, dt.date | None], tuple[str, str]]
"""Title and lines of an event, of its last day and the working day before it."""

EndingWords = Callable[[Ending], tuple[str, str]]
"""Title and lines of the day on which a certificate ends."""

RENEWAL_ALARMS = (NOTICE_DAYS, 7)
"""Days before its end at which one is reminded of a certificate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDeadlines:
    """A calendar file, and what it could not hold."""

    path: Path
    events: int
    undated: int
    """Deadlines whose day nobody told; those due on request are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """How deadlines are spoken of in a calendar."""

    name: str
    event: EventWords
    ending: EndingWords
    practice: str
    """What stands before everything where the office is for practice."""


def export_deadlines(
    store: Store,
    path: Path,
    year: int,
    words: CalendarWords,
    _progress: Progress = silent,
) -> Outcome[ExportedDeadlines]:
    """Write every last day of a year, and every request that waits for an answer.

    The days on which certificates of the office end are among them.

    Raises:
        FileError: The file cannot be written.
        ConflictError: The file holds no office yet.
    """
    now = office_time(store)
    dues = read_deadlines(store, year)
    events = (
        *_days(store, year, words),
        *_requests(dues, words, now),
        *_certificates(store, year, words, now),
    )
    name = words.name
    if preferences.is_practice(store.reader):  # on a telephone nothing else tells
        events, name = _for_practice(events, words), _marked(words, name)
    write(path, events, name, now)
    undated = sum(one.last_day is None and not one.on_request for one in dues)
    return Outcome(ExportedDeadlines(path=path, events=len(events), undated=undated))


def _for_practice(
    events: Iterable[CalendarEvent], words: CalendarWords
) -> tuple[CalendarEvent, ...]:
    return tuple(replace(one, summary=_marked(words, one.summary)) for one in events)


def _marked(words: CalendarWords, text: str) -> str:
    return f"[{words.practice}] {text}"


def _days(store: Store, year: int, words: CalendarWords) -> Iterator[CalendarEvent]:
    """Yield the last days of a year, in their order."""
    with store.reading() as db:
        pairs = open_deadlines(db)
        work = read_work_days(db)
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    found = [
        (one, deadline, plan)
        for deadline, plan in pairs
        for one in rules.between(deadline, plan, first, last)
    ]
    for one, deadline, plan in sorted(found, key=lambda each: each[0].last_day):
        working_day = rules.last_working_day(one.last_day, work)
        summary, description = words.event(deadline, plan, one.last_day, working_day)
        yield CalendarEvent(
            key=f"{deadline.id}/{one.duty}",
            summary=summary,
            description=description,
            day=one.last_day,
            alarm_days=() if deadline.informative else deadline.remind_days,
        )


def _requests(
    dues: tuple[Due, ...], words: CalendarWords, now: dt.datetime
) -> Iterator[CalendarEvent]:
    """Yield the requests that wait, at the instant they are to be answered."""
    for due in dues:
        if due.activity is None or due.until is None or due.plan is None:
            continue
        day = due.until.date()
        summary, description = words.event(due.deadline, due.plan, day, None)
        zone = due.until.tzinfo or now.tzinfo
        yield CalendarEvent(
            key=due.key,
            summary=f"{summary} – {due.activity.title}",
            description=description,
            day=day,
            at=due.until.replace(tzinfo=zone),
            alarm_hours=ALARM_HOURS,
        )


def _certificates(
    store: Store, year: int, words: CalendarWords, now: dt.datetime
) -> Iterator[CalendarEvent]:
    """Yield the days of a year on which certificates end; lists come and go by days."""
    for one in read_endings(store):
        day = one.ends.astimezone(now.tzinfo).date()
        if one.kind is not EndingKind.CERTIFICATE or day.year != year:
            continue
        summary, description = words.ending(one)
        yield CalendarEvent(
            key=f"certificate/{one.key}",
            summary=summary,
            description=description,
            day=day,
            alarm_days=RENEWAL_ALARMS,
        )
