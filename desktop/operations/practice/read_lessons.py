"""Read which guided tasks of a practice office are done."""

from collections.abc import Callable, Mapping
from typing import Final

from desktop.files.practice_lessons import load_lessons
from desktop.progress import Progress, silent
from desktop.records.exchange import Delivery, DeliveryState
from desktop.records.issued import IssuedCopy
from desktop.records.period import Period
from desktop.rules.practice.lessons import LessonState, states
from desktop.store import journal, preferences, records
from desktop.store.store import Store

_MOST_DEEDS: Final = 100_000
"""More than anybody does in an office for practice."""


def read_lessons(
    store: Store, _period: Period, _progress: Progress = silent
) -> tuple[LessonState, ...]:
    """Return every task with whether it is done; none where the office is real."""
    with store.reading() as db:
        if not preferences.is_practice(db):
            return ()
        deeds = journal.entries(db, limit=_MOST_DEEDS)
        held = frozenset(name for name, is_there in HELD.items() if is_there(store))
    return states(load_lessons(), deeds, held)


def _delivered(store: Store) -> bool:
    state = DeliveryState.DELIVERED
    return any(one.state is state for one in records.each(store.reader, Delivery))


def _signed(store: Store) -> bool:
    """Tell whether a report was signed by everybody whose signature it needs."""
    from desktop.operations.signing.signings import next_role

    signed = {
        one.report for one in records.each(store.reader, IssuedCopy) if one.signed_by
    }
    return any(next_role(store, each) is None for each in signed)


HELD: Final[Mapping[str, Callable[[Store], bool]]] = {
    "delivered": _delivered,
    "signed": _signed,
}
"""What tasks may ask for among the records, by name."""
