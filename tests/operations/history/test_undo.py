"""The newest deed is undone, and an undo answers with the deed."""

from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.store import records
from desktop.store.store import Store
from tests.builders import an_activity


def test_deeds_are_undone_newest_first(store: Store) -> None:
    record(store, an_activity())
    record(store, an_activity(attendance=7))
    outcome = undo(store)
    assert outcome.value is not None
    assert outcome.value.verb == "amend"
    assert outcome.touched == {"activities"}
    assert records.get(store.reader, Activity, "activity") == an_activity()
    undo(store)
    assert records.get(store.reader, Activity, "activity") is None


def test_the_making_of_the_office_cannot_be_undone(store: Store) -> None:
    outcome = undo(store)
    assert (outcome.value, outcome.touched) == (None, frozenset())
