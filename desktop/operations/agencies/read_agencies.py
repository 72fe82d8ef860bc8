"""Read every agency with its names by day and what became of it."""

import datetime as dt

from desktop.files import catalogue
from desktop.records.agency import Agency, FormerName, Succession
from desktop.records.catalogue import CatalogueItem
from desktop.rules.agency_book import AgencyBook
from desktop.rules.succession import all_as_of
from desktop.store import records
from desktop.store.store import Store

_KINDS = {"catalogue": "agency_kind"}


def read_agencies(store: Store) -> AgencyBook:
    """Return every agency, its former names and successions, as of one instant."""
    with store.reading() as db:
        return AgencyBook(
            agencies=records.find(db, Agency),
            former_names=records.find(db, FormerName),
            successions=records.find(db, Succession),
            kinds=frozenset(
                one.code for one in records.find(db, CatalogueItem, where=_KINDS)
            ),
            tiers=frozenset(one.code for one in catalogue.load_tiers().levels),
        )


def agencies_on(store: Store, day: dt.date) -> tuple[Agency, ...]:
    """Return every agency with the name and place it had on a day."""
    db = store.reader
    return all_as_of(records.find(db, Agency), records.find(db, FormerName), day)
