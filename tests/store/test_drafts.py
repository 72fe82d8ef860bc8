"""What is being typed survives a crash, and is no deed."""

import datetime as dt

import pytest

from desktop.errors import StoreUnavailableError
from desktop.store import drafts, journal, undoing
from desktop.store.store import Store
from tests.builders import NOW

TYPED: dict[str, object] = {"title": "Tập huấn đang gõ dở", "sessions": 2, "days": []}


def test_a_draft_is_there_after_the_file_was_closed_and_opened(store: Store) -> None:
    drafts.keep(store, "form", "training", TYPED)
    store.close()
    with Store(store.path, writable=False) as again:
        assert drafts.all_kept(again.reader) == (("form", "training", TYPED, NOW),)


def test_drafts_leave_no_trace_in_the_history_and_nothing_to_undo(store: Store) -> None:
    before = journal.head(store.reader)
    drafts.keep(store, "form", "training", TYPED)
    drafts.drop(store, "form")
    assert journal.head(store.reader) == before
    assert undoing.undo(store) is None


def test_the_newest_typing_takes_the_place_of_the_older(store: Store) -> None:
    drafts.keep(store, "form", "training", TYPED)
    drafts.keep(store, "form", "training", {"title": "Sau"})
    assert [one[2] for one in drafts.all_kept(store.reader)] == [{"title": "Sau"}]


def test_drafts_are_listed_newest_first_and_dropped_one_by_one(store: Store) -> None:
    drafts.keep(store, "old", "training", TYPED)
    store.now = lambda: NOW + dt.timedelta(seconds=1)
    drafts.keep(store, "new", "contest", TYPED)
    assert [one[0] for one in drafts.all_kept(store.reader)] == ["new", "old"]
    drafts.drop(store, "new")
    drafts.drop(store, "nobody")
    assert [one[0] for one in drafts.all_kept(store.reader)] == ["old"]


def test_undoing_a_deed_leaves_drafts_alone(store: Store) -> None:
    from tests.store.deeds import record_one

    record_one(store)
    drafts.keep(store, "form", "training", TYPED)
    assert undoing.undo(store) is not None
    assert len(drafts.all_kept(store.reader)) == 1


def test_a_file_opened_for_reading_takes_no_draft(store: Store) -> None:
    store.close()
    with (
        Store(store.path, writable=False) as reading,
        pytest.raises(StoreUnavailableError),
    ):
        drafts.keep(reading, "form", "training", TYPED)
