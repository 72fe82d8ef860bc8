"""Whoever speaks of a row is found: by the schema, softly, and by evidence."""

from desktop.store import records
from desktop.store.referrers import Referrers
from desktop.store.store import Store
from tests.builders import a_posting, a_product, an_activity


def test_a_joined_event_and_a_posting_of_a_product_are_found(store: Store) -> None:
    with store.change("x") as change:
        records.put(change, an_activity(id="head"))
        records.put(change, an_activity(id="part", joined_to="head"))
        records.put(change, a_product(id="film"))
        records.put(change, a_posting(id="post", product="film"))
    found = Referrers(store.reader)
    assert list(found.of("activities", "head")) == [("activities", "part")]
    assert list(found.of("products", "film")) == [("postings", "post")]
    assert list(found.of("activities", "part")) == []
