"""Removing is one deed, and one undo brings everything back."""

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record_many
from desktop.operations.entries.remove_entry import remove
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.store import records, search
from desktop.store.store import Store
from tests.builders import UNIT, an_activity

IDS = ("a0", "a1", "a2")


@pytest.fixture(autouse=True)
def three(store: Store) -> None:
    record_many(store, [an_activity(id=one, title=f"Tập huấn {one}") for one in IDS])


def test_several_are_removed_at_once_and_come_back_at_once(store: Store) -> None:
    before = records.find(store.reader, Activity)
    outcome = remove(store, Activity, IDS[:2], "hai mục")
    assert outcome.value == 2
    assert outcome.touched == {"activities"}
    assert [one.id for one in records.find(store.reader, Activity)] == ["a2"]
    assert search.find(store.reader, "tập huấn a0") == ()
    undo(store)
    assert set(records.find(store.reader, Activity)) == set(before)
    assert len(search.find(store.reader, "tập huấn a0")) == 1


def test_what_is_not_there_is_not_counted(store: Store) -> None:
    assert remove(store, Activity, ("a0", "nobody")).value == 1
    assert remove(store, Activity, ("nobody",)).touched == frozenset()


def test_what_others_refer_to_stays_and_so_does_all_the_rest(store: Store) -> None:
    record_many(store, [an_activity(id="b", agency=UNIT)])
    with pytest.raises(ConflictError) as caught:
        remove(store, Agency, ("ubnd-xa-dak-la", UNIT))
    assert caught.value.reason == "still_referred_to"
    assert records.get(store.reader, Agency, "ubnd-xa-dak-la") is not None
