"""Series: one entry repeated on further days, as a weekly broadcast until some day."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop.records.activity import ActivityState
from desktop.records.identity import RecordId
from desktop.records.register import FieldType, Register
from desktop.rules.deadlines import WorkDays

LONGEST = 400
"""Entries one series may have: every day of a year, and some."""

_MONTHS = 12
_WEEK = 7


class Unit(StrEnum):
    """In what steps a series goes on."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often something is repeated, and until when."""

    unit: Unit
    step: int
    """1 for every unit, 2 for every other …"""
    until: dt.date
    work_days: WorkDays | None = None
    """Days that are left out when offices do not work on them; None: none is."""


def days_after(first: dt.date, rhythm: Rhythm) -> tuple[dt.date, ...]:
    """Return the days on which what was on the first day is repeated, in order.

    A month that has no such day takes its last one; the months after it take the day
    itself again.

    Raises:
        ValueError: The step is less than one.
    """
    if rhythm.step < 1:
        raise ValueError(rhythm.step)
    works = rhythm.work_days.works if rhythm.work_days else lambda _day: True
    found: list[dt.date] = []
    for day in _steps(first, rhythm):
        if day > rhythm.until or len(found) > LONGEST:
            break
        if works(day):
            found.append(day)
    return tuple(found)


def repeated(
    register: Register,
    record: Any,  # noqa: ANN401  of any register
    days: Iterable[dt.date],
    *,
    day_field: str,
    today: dt.date,
    make_id: Callable[[], RecordId],
) -> tuple[Any, ...]:
    """Return an entry again on other days: new, planned where they are still to come.

    Days the entry needs keep their distance from one another. Moments, and the link
    to a shared event, belonged to the one event and are not repeated.

    Args:
        register: The register of the entry.
        record: The entry repeated.
        days: Where `day_field` of each new entry lies.
        day_field: The field the series is reckoned by, such as `first_day`.
        today: From which day on an activity cannot be done yet.
        make_id: Makes the id of each.
    """
    start: dt.date = getattr(record, day_field)
    return tuple(
        _moved(register, record, day - start, today, make_id()) for day in days
    )


def _steps(first: dt.date, rhythm: Rhythm) -> Iterator[dt.date]:
    number = 0
    while True:
        number += rhythm.step
        if rhythm.unit is Unit.MONTH:
            yield _months_later(first, number)
        else:
            width = _WEEK if rhythm.unit is Unit.WEEK else 1
            yield first + dt.timedelta(days=number * width)


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    first = dt.date(day.year + years, month + 1, 1)
    following = (first + dt.timedelta(days=31)).replace(day=1)
    last = (following - dt.timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def _moved(
    register: Register,
    record: Any,  # noqa: ANN401  of any register
    by: dt.timedelta,
    today: dt.date,
    new_id: RecordId,
) -> Any:  # noqa: ANN401
    changes: dict[str, object] = {"id": new_id}
    for field in register.fields:
        value = getattr(record, field.name)
        if field.type is FieldType.DATETIME:
            changes[field.name] = None
        elif field.type is FieldType.DATE and field.required and value is not None:
            changes[field.name] = value + by
    if hasattr(record, "joined_to"):
        changes["joined_to"] = None
    if hasattr(record, "state"):
        changes["state"] = _state(record.state, changes, today)
    return dataclasses.replace(record, **changes)


def _state(
    state: ActivityState, changes: dict[str, object], today: dt.date
) -> ActivityState:
    """Return planned for what is still to come; what was cancelled was so once."""
    last = changes.get("last_day")
    if isinstance(last, dt.date) and last > today:
        return ActivityState.PLANNED
    return ActivityState.DONE if state is ActivityState.CANCELLED else state
