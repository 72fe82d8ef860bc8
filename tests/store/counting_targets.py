"""Count one target of the shipped plan over the days of a small office."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from desktop.files import catalogue
from desktop.records.agency import Succession
from desktop.records.target import Inherited, Milestone, Target
from desktop.rules import stretches
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch
from desktop.rules.targets import Counts
from desktop.store import records, targets
from desktop.store.store import Change, Store
from desktop.store.target_setting import Setting

YEAR = stretches.of_period(parse_period("2024"))
_SPAN = Span(dt.date(2023, 1, 1), dt.date(2024, 12, 31))
WHOLE = Stretch(span=_SPAN, nominal=_SPAN, inherits=(2023, 2024), whole=True)


def keep(store: Store, *many: Any) -> None:
    """Put records past every rule of entry."""
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def the_target(db: sqlite3.Connection, code: str) -> Target:
    """Return a target of the plan."""
    (found,) = records.find(db, Target, where={"code": code})
    return found


def a_setting(db: sqlite3.Connection, **changes: Any) -> Setting:
    """Return what counting needs, as the file holds it."""
    values: dict[str, Any] = {
        "figures": catalogue.load_figures(),
        "versions": records.find(db, Target),
        "milestones": records.find(db, Milestone),
        "names": {"@recipient": ("so-tttt-kon-tum",)},
        "inherited": records.find(db, Inherited),
        "successions": records.find(db, Succession),
    }
    return Setting(**(values | changes))


def counts(store: Store, code: str, stretch: Stretch = YEAR, **changes: Any) -> Counts:
    """Count a target, some of its fields changed."""
    target = replace(the_target(store.reader, code), **changes)
    return targets.counts(store.reader, target, stretch, a_setting(store.reader))


def ratio(found: Counts) -> tuple[int, int]:
    """Return numerator and denominator, nothing as zero."""
    return int(found.numerator or 0), int(found.denominator or 0)


@contextmanager
def holding(db: sqlite3.Connection, many: list[Any]) -> Iterator[list[Any]]:
    """Keep records in the order given, and forget them again."""
    db.execute("begin")
    try:
        change = Change(db, lambda: "")
        named = [replace(one, id=f"r{n}") for n, one in enumerate(many)]
        for one in named:
            records.put(change, one)
        yield named
    finally:
        db.execute("rollback")
