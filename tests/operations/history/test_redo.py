"""What was undone is done again, as long as nothing new was done."""

from desktop.operations.entries.record_entry import record
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.store import records
from desktop.store.store import Store
from tests.builders import an_activity


def test_an_undone_deed_is_done_again(store: Store) -> None:
    record(store, an_activity())
    undo(store)
    outcome = redo(store)
    assert outcome.value is not None
    assert outcome.value.verb == "record"
    assert outcome.touched == {"activities"}
    assert records.get(store.reader, Activity, "activity") == an_activity()
    assert redo(store).value is None


def test_a_new_deed_ends_what_could_be_redone(store: Store) -> None:
    record(store, an_activity())
    undo(store)
    record(store, an_activity(id="new"))
    assert redo(store).value is None
    assert records.get(store.reader, Activity, "activity") is None
