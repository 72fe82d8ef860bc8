"""What a new entry begins with: today, our own office, the register's tasks."""

import dataclasses
import datetime as dt
from typing import Any

from desktop.gui.new_entry import tasks_of_register
from desktop.gui.session import Session
from desktop.gui.tables.kinds import record_of
from desktop.records.activity import ActivityKind, ActivityState
from desktop.records.identity import TaskId
from desktop.records.period import Period
from desktop.records.register import FieldType, Register
from desktop.store import listing

_LAST_USED = ("agency", "place", "channel")
"""Fields that are mostly as they were in the entry before."""


def propose(session: Session, register: Register) -> dict[str, object]:
    """Return the values a new entry of a register begins with."""
    values: dict[str, object] = {}
    for field in register.fields:
        if field.type is FieldType.DATE and field.required:
            values[field.name] = day_in(session.period, session.today)
        elif field.name in _LAST_USED:
            values[field.name] = _last(session, register, field.name)
    own: dict[str, object] = {
        "state": ActivityState.DONE,
        "year": day_in(session.period, session.today).year,
        "tasks": _tasks(session, register),
        "items": 1,
        "times": 1,
    }
    if register.kind == ActivityKind.PRESS_ATTENDANCE:
        own |= {"invited": 1, "attended": 1}  # mostly one office speaks of itself
    fields = {field.name for field in register.fields}
    values.update({name: one for name, one in own.items() if name in fields})
    return values


def duplicate(session: Session, register: Register, record: Any) -> dict[str, object]:  # noqa: ANN401  a record of any register
    """Return the values of an entry like another one, on today's date.

    An event of several days keeps its length.
    """
    day = day_in(session.period, session.today)
    values = {field.name: getattr(record, field.name) for field in register.fields}
    for field in register.fields:
        if field.type is FieldType.DATE and field.required:
            values[field.name] = day
        elif field.type is FieldType.DATETIME:
            values[field.name] = None  # the moment of another event
    if "first_day" in values and "last_day" in values:
        values["first_day"] = day - (record.last_day - record.first_day)
    if "year" in values:
        values["year"] = day.year
    return values


def day_in(period: Period, today: dt.date) -> dt.date:
    """Return today, or the nearest day of the period."""
    return max(period.first_day, min(today, period.last_day))


def _tasks(session: Session, register: Register) -> tuple[TaskId, ...]:
    own = session.preferences
    tasks = [one for one in session.tasks.values() if one.plan == own.plan]
    return tasks_of_register(register, tasks, session.figures, own.agency)


def _last(session: Session, register: Register, name: str) -> object:
    if name not in {field.name for field in dataclasses.fields(record_of(register))}:
        return None
    used = listing.last_used(
        session.store.reader, record_of(register), name, register.kind
    )
    return used or (session.preferences.agency if name == "agency" else None)
