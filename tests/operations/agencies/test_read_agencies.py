"""The book of agencies holds every one, with its names by day."""

from desktop.files.catalogue import load_tiers
from desktop.operations.agencies.read_agencies import agencies_on, read_agencies
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.store.store import Store
from tests.operations.changed_agencies import DAY, DECIDED, EVE, MAR, agency


def test_the_book_knows_levels_names_and_what_happened(store: Store) -> None:
    old = agency(store, MAR).name
    rename_agency(store, MAR, NewName(name="Xã M"), DECIDED)
    book = read_agencies(store)
    assert book.tiers == {one.code for one in load_tiers().levels}
    assert [one.name for one in book.former_names] == [old]
    assert [one.day for one in book.successions] == [DAY]
    named = {one.id: one.name for one in agencies_on(store, EVE)}
    assert named[MAR] == old
    assert {one.id: one.name for one in book.agencies}[MAR] == "Xã M"
