"""What the text log lacks is written again from the journal."""

import pytest

from desktop.errors import FileError
from desktop.operations.entries.record_entry import record
from desktop.operations.entries.remove_entry import remove
from desktop.operations.history.complete_removals import complete_removals
from desktop.operations.offices.check_office import check_office
from desktop.records.activity import Activity
from desktop.store import removals
from desktop.store.store import Store
from tests.builders import an_activity


def test_a_log_that_was_deleted_is_made_again(store: Store) -> None:
    record(store, an_activity(id="a"))
    remove(store, Activity, ("a",))
    path = removals.log_path(store.path)
    text = path.read_bytes()
    path.unlink()
    health = check_office(store).value
    assert (health.removals_missing, health.unbroken) == (1, True)
    done = complete_removals(store).value
    assert (done.path, done.added) == (path, 1)
    assert path.read_bytes() == text
    assert check_office(store).value.removals_missing == 0


def test_a_log_nobody_can_write_is_a_fault_of_that_file(store: Store) -> None:
    path = removals.log_path(store.path)
    path.mkdir()
    with pytest.raises(FileError) as caught:
        complete_removals(store)
    assert (caught.value.path, caught.value.reason) == (path, "read_only")
    assert check_office(store).value.removals_missing is None
