"""Tell what of a package has no place here, so that nothing is left out unsaid."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from desktop.records.activity import Activity
from desktop.records.exchange_entries import Entries, EntryRecord
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.product import OwnChannel, Product
from desktop.records.target import Estimate
from desktop.rules.counting import DAY_OF
from desktop.rules.entry_references import references
from desktop.rules.intake.translation import Translation

Reason = tuple[str, ...]
Known = Callable[[type, Collection[str]], Collection[str]]
"""Which ids of a class are here already."""

_AMONG_ENTRIES: Final[Mapping[str, type]] = {
    "products": Product,
    "own_channels": OwnChannel,
    "activities": Activity,
}
"""Entries that other entries name, by their tables."""


def left_behind(
    entries: Entries,
    told: Translation,
    standings: Iterable[PeriodStanding],
    known: Known,
) -> Iterator[Reason]:
    """Yield a notice for each kind of thing that is left out, with how many.

    Args:
        entries: The package.
        told: What its ids are here, all of it settled.
        standings: How far the periods of the office have come.
        known: Which entries are here already.
    """
    guesses = sum(isinstance(one, Estimate) for one in entries.rows)
    if guesses:
        yield "estimates_left", str(guesses)
    steps = sum(one is None for one in told.steps.values())
    if steps:
        yield "steps_left", str(steps)
    links = len(set(_loose(entries, told)))
    if links:
        yield "links_left", str(links)
    late = sum(1 for _ in _closed(entries, told, standings, known))
    if late:
        yield "earlier_closed", str(late)


def _loose(entries: Entries, told: Translation) -> Iterator[tuple[str, str]]:
    """Yield what entries name and the package does not tell of."""
    every = (*entries.rows, *entries.earlier)
    ids: set[tuple[type, str]] = {(type(one), str(one.id)) for one in every}
    there = {"tasks": told.tasks, "goal": told.goals, "agencies": told.agencies}
    for one in every:
        for place, row_id in references(one):
            if place in _AMONG_ENTRIES:
                if (_AMONG_ENTRIES[place], row_id) not in ids:
                    yield place, row_id
            elif place in there and row_id not in there[place]:
                yield place, row_id


def _closed(
    entries: Entries,
    told: Translation,
    standings: Iterable[PeriodStanding],
    known: Known,
) -> Iterator[EntryRecord]:
    """Yield entries of earlier days that a period closed here keeps out."""
    locked = [one for one in standings if one.state is not PeriodState.ENTERING]
    kept_out = [one for one in entries.earlier if _falls_into(one, locked)]
    by_class: dict[type, set[str]] = {}
    for one in kept_out:
        by_class.setdefault(type(one), set()).add(told.prefix + str(one.id))
    here = {cls: set(known(cls, ids)) for cls, ids in by_class.items()}
    for one in kept_out:
        if told.prefix + str(one.id) not in here[type(one)]:
            yield one


def _falls_into(record: EntryRecord, locked: Iterable[PeriodStanding]) -> bool:
    kind: type = type(record)
    day = getattr(record, DAY_OF[kind])
    if not isinstance(day, dt.date):
        return False
    return any(one.first_day <= day <= one.last_day for one in locked)
