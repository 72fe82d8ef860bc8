"""Give an office the catalogue values that came with a later program."""

from desktop.files import catalogue
from desktop.operations.outcome import Outcome
from desktop.records.catalogue import CatalogueItem
from desktop.store import records
from desktop.store.shelves import catalogue_key
from desktop.store.store import Store


def renew_catalogues(store: Store) -> Outcome[int]:
    """Add the shipped values the office lacks; return how many there were.

    A value the office has, renamed or retired as it may be, is left as it is.
    """
    held = {catalogue_key(one) for one in records.find(store.reader, CatalogueItem)}
    new = [one for one in catalogue.load_catalogues() if catalogue_key(one) not in held]
    if not new or not held:
        return Outcome(0)
    with store.change("renew_catalogues") as change:
        for item in new:
            records.put(change, item)
    return Outcome(len(new), change.touched)
