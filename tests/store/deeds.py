"""Deeds done to an open office, for tests that need some history."""

from typing import Any

from desktop.store import records
from desktop.store.store import Store
from tests.builders import an_activity


def record_one(store: Store, name: str = "activity", **changes: Any) -> None:
    """Record one activity as one deed."""
    with store.change("record", name) as change:
        records.put(change, an_activity(id=name, **changes))


def record_some(store: Store, count: int) -> None:
    """Record several activities, each a deed of its own."""
    for number in range(count):
        record_one(store, f"a{number}")
