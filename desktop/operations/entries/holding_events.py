"""Hold the events several agencies share together while entries are written."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.errors import InputError, Problem
from desktop.records.activity import Activity
from desktop.rules.joint_events import check
from desktop.store import joint_events, records
from desktop.store.store import Change


@contextlib.contextmanager
def events_held(change: Change, ids: Sequence[str]) -> Iterator[None]:
    """Refuse what entries written in one deed do to an event together.

    Each may fit the others as they stood before, and yet not as they stand after:
    two accounts moved apart, or given to one agency. What did not fit before may stay.

    Raises:
        InputError: Entries of an event no longer fit each other; `entry` of each
            problem counts the ids from one, and is 0 where there is but one.
    """
    before = {(one, problem) for one, problem in misfits(change, ids)}
    yield
    numbers = {one: number for number, one in enumerate(ids, 1)} if len(ids) > 1 else {}
    found = tuple(
        replace(problem, entry=numbers.get(one, 0))
        for one, problem in misfits(change, ids)
        if (one, problem) not in before
    )
    if found:
        raise InputError(found)


def misfits(change: Change, ids: Sequence[str]) -> Iterator[tuple[str, Problem]]:
    """Yield which of some entries does not fit the event it shares, and why."""
    events = joint_events.events(change.db)
    shared = {one.id for event in events.values() for one in event.joined} | set(events)
    for one in ids:
        record = records.get(change.db, Activity, one) if one in shared else None
        if record is not None:
            yield from ((one, problem) for problem in check(record, events))
