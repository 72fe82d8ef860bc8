"""Drafts are kept, listed and dropped by name."""

from desktop.operations.entries import keep_draft
from desktop.operations.entries.keep_draft import Draft
from desktop.store.store import Store
from tests.builders import NOW


def test_a_draft_is_kept_until_it_is_dropped(store: Store) -> None:
    assert keep_draft.keep(store, "form", "training", {"title": "Tập"}).touched == (
        frozenset()
    )
    assert keep_draft.kept(store) == (Draft("form", "training", {"title": "Tập"}, NOW),)
    keep_draft.drop(store, "form")
    assert keep_draft.kept(store) == ()
