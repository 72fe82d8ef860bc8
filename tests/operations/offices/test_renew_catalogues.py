"""Values that came with a later program reach an office that was made before."""

import dataclasses

from desktop.files import catalogue
from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.operations.offices.renew_catalogues import renew_catalogues
from desktop.records.catalogue import CatalogueItem
from desktop.store import records
from desktop.store.store import Store


def held(store: Store) -> dict[str, CatalogueItem]:
    found = records.find(store.reader, CatalogueItem)
    return {f"{one.catalogue}/{one.code}": one for one in found}


def test_a_fresh_office_lacks_nothing(store: Store) -> None:
    assert renew_catalogues(store).value == 0
    assert len(held(store)) == len(catalogue.load_catalogues())


def test_what_is_missing_comes_and_what_was_changed_stays(store: Store) -> None:
    renamed = dataclasses.replace(held(store)["language/tay"], name="Tày", retired=True)
    record(store, renamed)
    with store.change("prepare") as change:
        for key in ("role/lead", "language/nung"):
            records.remove(change, CatalogueItem, key)
    assert renew_catalogues(store).value == 2
    assert {"role/lead", "language/nung"} <= held(store).keys()
    assert held(store)["language/tay"] == renamed
    undo(store)
    assert "role/lead" not in held(store)
