"""Settle once what a sender's agency, plan, task or target is here."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.operations.outcome import Outcome
from desktop.records.arrival import Unmapped
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the officer said of one thing unknown here."""

    unmapped: Unmapped
    ours: str | None
    """Id of its like here; None: it has none."""


def map_sender(store: Store, decisions: Sequence[Decision]) -> Outcome[int]:
    """Remember what was decided, in one change; return how many are new or changed.

    Raises:
        UnknownNameError: What it is said to be is not here.
    """
    raise NotImplementedError
