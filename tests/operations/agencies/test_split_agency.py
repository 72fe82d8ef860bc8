"""A split agency ends, or goes on beside its parts."""

from dataclasses import replace

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.agencies.add_agency import add_agency
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.history.undo import undo
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


def test_units_below_the_whole_belong_to_a_part_before_it_ends(store: Store) -> None:
    whole = add_agency(store, new("Ban A")).value
    unit = add_agency(store, replace(new("Đội B"), parent=whole.id)).value
    before = snapshot(store)
    with pytest.raises(ConflictError) as refused:
        split_agency(store, whole.id, (new("Ban C"), new("Ban D")), DECIDED)
    assert refused.value.reason == "units_left"
    assert refused.value.facts == ("Ban A", unit.name)
    assert snapshot(store) == before
    split_agency(store, whole.id, (whole, new("Ban C")), DECIDED)
    assert agency(store, unit.id).parent == whole.id
