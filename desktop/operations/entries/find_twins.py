"""Find entries that may tell of one event, or of one work, a second time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.operations.figures.compute_results import span_of
from desktop.progress import Progress, Step, silent
from desktop.records.activity import Activity
from desktop.records.period import Period
from desktop.records.product import Broadcast, Posting, Product
from desktop.records.register import Register
from desktop.rules.counting import RECORD_OF
from desktop.rules.twins import Look, Pair, Twin, look, pairs, twins
from desktop.store import records
from desktop.store import twins as stored
from desktop.store.store import Store

COMPARED: tuple[type, ...] = (Activity, Product, Posting, Broadcast)
"""Classes of records that may be entered a second time."""

_MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """A record that may be a twin, and what speaks for it."""

    record: Any
    twin: Twin


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPair:
    """Two records that may be one."""

    first: Any
    second: Any
    pair: Pair


def compared(register: Register) -> bool:
    """Tell whether entries of a register may have twins."""
    return RECORD_OF[register.source] in COMPARED


def find_twins(
    store: Store, record: object, _progress: Progress = silent
) -> tuple[Likely, ...]:
    """Return the kept records that may be the same as one, likeliest first.

    The record need not be kept itself; a few are told, not all.
    """
    mine = look(record)
    if mine is None:
        return ()
    with store.reading() as db:
        found = twins(mine, stored.near(db, mine))[:_MOST_TOLD]
        return tuple(
            Likely(record=records.get(db, type(record), one.id), twin=one)
            for one in found
        )


def find_pairs(
    store: Store, period: Period, progress: Progress = silent
) -> tuple[LikelyPair, ...]:
    """Return every two records of a period that may be one, in the order of days.

    Raises:
        Cancelled: The user asked to stop.
    """
    with store.reading():
        return tuple(_pairs(store, period, progress))


def _pairs(store: Store, period: Period, progress: Progress) -> Iterator[LikelyPair]:
    span, db = span_of(period), store.reader
    for cls in COMPARED:
        looks = stored.within(db, stored.NATURE_OF[cls], span.first, span.last)
        by_kind: defaultdict[str, list[Look]] = defaultdict(list)
        for one in looks:
            by_kind[one.kind].append(one)
        for number, many in enumerate(by_kind.values()):
            progress(Step("comparing", number, len(by_kind)))
            for pair in pairs(many):
                first, second = (
                    records.get(db, cls, one) for one in (pair.first, pair.second)
                )
                yield LikelyPair(first=first, second=second, pair=pair)
