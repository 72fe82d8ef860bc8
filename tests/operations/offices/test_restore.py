"""A backup is put back by the same rules that made it."""

import pytest

from desktop.errors import StoreForeignError, StoreUnavailableError
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.restore import restore
from desktop.records.activity import Activity
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW
from tests.store.deeds import record_one


def test_restoring_brings_back_the_backup_and_tells_where_the_rest_is(
    store: Store,
) -> None:
    backup = back_up(store).value.path
    record_one(store)
    store.close()
    aside = restore(backup, store.path, NOW).value
    assert aside is not None
    with Store(store.path) as again, Store(aside) as kept:
        assert records.count(again.reader, Activity) == 0
        assert records.count(kept.reader, Activity) == 1


def test_an_open_office_is_refused(store: Store) -> None:
    backup = back_up(store).value.path
    with pytest.raises(StoreUnavailableError):
        restore(backup, store.path, NOW)


def test_what_is_no_office_is_refused(store: Store) -> None:
    store.close()
    text = store.path.with_name("thư.txt")
    text.write_text("không phải sổ")
    with pytest.raises(StoreForeignError):
        restore(text, store.path, NOW)
