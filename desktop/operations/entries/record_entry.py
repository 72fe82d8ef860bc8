"""Record an entry of any register, new or amended."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import InputError, Problem
from desktop.operations.entries.holding_events import events_held
from desktop.operations.entries.read_known import read_known
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.rules import entry
from desktop.store import records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

_TOLD_EVERY = 100


def new_record_id() -> RecordId:
    """Return an id for a record about to be made."""
    from desktop.store.store import random_id

    return RecordId(random_id())


def record(store: Store, one: object, progress: Progress = silent) -> Outcome[object]:
    """Keep one record, new or in the place of the one with its id.

    Raises:
        InputError: The rules of entry refuse it; nothing is kept.
        ConflictError: It refers to something that is not there.
    """
    known = records.get(store.reader, type(one), BY_RECORD[type(one)].key(one))
    verb = "record" if known is None else "amend"
    outcome = record_many(store, (one,), verb, entry.title_of(one), progress)
    return Outcome(outcome.value[0], outcome.touched)


def record_many(
    store: Store,
    many: Iterable[object],
    verb: str = "record_many",
    subject: str = "",
    progress: Progress = silent,
) -> Outcome[tuple[object, ...]]:
    """Keep many records as one deed: all of them, or none when one is refused.

    Raises:
        InputError: The rules of entry refuse one; carries the problems of the first.
        ConflictError: One refers to something that is not there.
    """
    cleaned = tuple(entry.clean(one) for one in many)
    known = read_known(store, _leads(cleaned))
    for number, one in enumerate(cleaned):
        if number % _TOLD_EVERY == 0:
            progress(Step("checking", number, len(cleaned)))
        found = entry.problems(one, known)
        _refuse_faults(found, number + 1 if len(cleaned) > 1 else 0)
    ids = [one.id if isinstance(one, Activity) else "" for one in cleaned]
    with (
        store.change(verb, subject or str(len(cleaned))) as change,
        events_held(change, ids),
    ):
        for number, one in enumerate(cleaned):
            if number % _TOLD_EVERY == 0:
                progress(Step("recording", number, len(cleaned)))
            records.put(change, one)
    return Outcome(cleaned, change.touched)


def _leads(many: Iterable[object]) -> frozenset[RecordId]:
    """Return the entries to which any of some are joined."""
    activities = (one for one in many if isinstance(one, Activity))
    return frozenset(one.joined_to for one in activities if one.joined_to is not None)


def _refuse_faults(problems: tuple[Problem, ...], number: int) -> None:
    if any(problem.blocking for problem in problems):
        raise InputError(tuple(replace(one, entry=number) for one in problems))
