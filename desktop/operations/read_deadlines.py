"""Read when the reports of a year are due, and how many days are left."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.period import Deadline
from desktop.records.preferences import Preferences
from desktop.rules import calendar
from desktop.store import preferences, records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One duty to report, with its last day in a year."""

    deadline: Deadline
    last_day: dt.date | None
    """Last acceptable day; None while the plan does not tell it."""
    left: int | None
    """Days left: 0 on the last day, negative when it is over."""


def read_deadlines(store: Store, year: int) -> tuple[Due, ...]:
    """Return the duties to report of a year, the known days first, in their order."""
    kept = preferences.get(store.reader)
    where = {"plan": kept.plan} if kept else None
    found = [
        _due(one, year, store.now().date())
        for one in records.find(store.reader, Deadline, where=where)
    ]
    return tuple(sorted(found, key=lambda one: one.last_day or dt.date.max))


def due_here(dues: tuple[Due, ...], kept: Preferences) -> Due | None:
    """Return the first duty to report to the office itself, or None."""
    return next((one for one in dues if one.deadline.recipient == kept.agency), None)


def _due(deadline: Deadline, year: int, today: dt.date) -> Due:
    last = calendar.last_acceptable_day(deadline, year)
    left = None if last is None else calendar.days_left(last, today)
    return Due(deadline=deadline, last_day=last, left=left)
