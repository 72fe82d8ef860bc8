"""Tell how many events an intake brought that another unit may have told too."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from desktop.progress import Progress, Step, silent
from desktop.records.activity import Activity
from desktop.records.returns import Return
from desktop.rules.twins import Look, Sign, look, twins
from desktop.store import received, records
from desktop.store import twins as stored
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

STAGE: Final = "comparing"
MOST: Final = 3_000
"""Events that are compared; of a whole province somebody looks through by himself."""
_EVENTS: Final = BY_RECORD[Activity].table


@dataclass(frozen=True, slots=True, kw_only=True)
class JointOffers:
    """What an intake may have brought a second time."""

    many: int
    """Events that two units may have told."""
    whole: bool
    """Whether every event was compared, not only the first ones."""


def joint_offers(store: Store, intake: str, progress: Progress = silent) -> JointOffers:
    """Return how many events of an intake may be those of another agency.

    Events already joined are none; nothing is joined here, and nothing stored.

    Raises:
        Cancelled: Something else is asked by now.
    """
    with store.reading() as db:
        events = list(islice(_events(db, intake), MOST + 1))
        found = 0
        for number, one in enumerate(events[:MOST]):
            progress(Step(STAGE, number, len(events)))
            found += _is_shared(db, one)
        return JointOffers(many=found, whole=len(events) <= MOST)


def _events(db: Any, intake: str) -> Iterator[Look]:  # noqa: ANN401  a connection
    """Yield what the events of an intake look like."""
    for ret in records.find(db, Return, where={"intake": intake}):
        for one in received.of_return(db, ret.id):
            if one.place != _EVENTS:
                continue
            event = records.get(db, Activity, one.row_id)
            seen = None if event is None else look(event)
            if seen is not None:
                yield seen


def _is_shared(db: Any, one: Look) -> bool:  # noqa: ANN401  a connection
    found = twins(one, stored.near(db, one))
    return any(Sign.OTHER_AGENCY in each.why for each in found)
