"""A split agency ends, or goes on beside its parts."""

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.split_agency import split_agency
from desktop.operations.undo import undo
from desktop.records.agency import SuccessionKind
from desktop.records.identity import AgencyId
from desktop.store.store import Store
from tests import builders
from tests.operations.changed_agencies import (
    DAY,
    DECIDED,
    EVE,
    MAR,
    agency,
    codes,
    new,
    snapshot,
)


def test_the_parts_begin_when_the_whole_has_ended(store: Store) -> None:
    before = snapshot(store)
    kept = split_agency(store, MAR, (new("Xã A"), new("Xã B")), DECIDED).value
    assert (kept.kind, kept.successors) == (SuccessionKind.SPLIT, ("xa-a", "xa-b"))
    assert agency(store, MAR).valid_to == EVE
    assert {agency(store, one).valid_from for one in kept.successors} == {DAY}
    assert agency(store, "xa-b").position == agency(store, "xa-a").position + 1
    undo(store)
    assert snapshot(store) == before


def test_one_that_loses_a_part_goes_on(store: Store) -> None:
    split_agency(store, MAR, (agency(store, MAR), new("Xã A")), DECIDED)
    assert agency(store, MAR).valid_to is None


def test_one_part_is_no_split(store: Store) -> None:
    before = snapshot(store)
    with pytest.raises(InputError) as refused:
        split_agency(store, MAR, (new("Xã A"),), DECIDED)
    assert codes(refused) == {("successors", "split_needs_two")}
    assert snapshot(store) == before


def test_two_parts_of_one_name_are_refused(store: Store) -> None:
    with pytest.raises(InputError) as refused:
        split_agency(store, MAR, (new("Xã A"), new("xã  A")), DECIDED)
    assert codes(refused) == {("name", "agency_same_name")}


def test_the_office_itself_does_not_end_in_passing(store: Store) -> None:
    with pytest.raises(ConflictError) as refused:
        split_agency(store, AgencyId(builders.OWN), (new("A"), new("B")), DECIDED)
    assert refused.value.reason == "own_office_ends"
