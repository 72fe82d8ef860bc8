"""Which record a register keeps, and by which day its entries fall into a period."""

import datetime as dt

from desktop.records.figure import Source
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.rules import counting
from desktop.rules.known import SOURCE_OF
from desktop.store.rows import Cell
from desktop.store.views import OneOf, Test, View, Within

_STANDING = frozenset({Source.OWN_CHANNEL})
_RECORDS: dict[Source, type] = {source: cls for cls, source in SOURCE_OF.items()}


def record_of(register: Register) -> type:
    """Return the class of a register's records."""
    return _RECORDS[register.source]


def day_of(register: Register) -> str:
    """Return the field that decides in which period an entry counts."""
    return counting.DAY[register.source]


def view_of(register: Register, period: Period | None) -> View:
    """Return all entries of a register, or those of one period."""
    tests: list[Test] = []
    if register.kind:
        tests.append(OneOf("kind", (register.kind,)))
    day = day_of(register)
    if period is not None:
        first, last = _ends(day, period)
        # What stands is of every period since it was opened.
        since = None if register.source in _STANDING else first
        tests.append(Within(day, since, last))
    return View(record=record_of(register), day=day, tests=tuple(tests))


def _ends(day: str, period: Period) -> tuple[Cell, Cell]:
    if day == "year":
        return period.first_day.year, period.last_day.year
    return _iso(period.first_day), _iso(period.last_day)


def _iso(day: dt.date) -> str:
    return day.isoformat()
