"""Merged agencies end, and one goes on with what plans ask of them."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.agencies.add_agency import add_agency
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.history.undo import undo
from desktop.records.agency import Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders
from tests.operations.changed_agencies import (
    ABOVE,
    DAY,
    DECIDED,
    EVE,
    LA,
    MAR,
    MON,
    agency,
    codes,
    new,
    snapshot,
)

TOP = AgencyId("ubnd-tinh-kon-tum")


def test_a_new_heir_begins_when_the_others_have_ended(store: Store) -> None:
    before = snapshot(store)
    heir = merge_agencies(store, (MAR, MON), new("UBND xã Mới"), DECIDED).value
    assert agency(store, heir.id).valid_from == DAY
    assert {agency(store, one).valid_to for one in (MAR, MON)} == {EVE}
    (kept,) = records.find(store.reader, Succession)
    assert kept.kind is SuccessionKind.MERGED
    assert (set(kept.predecessors), kept.successors) == ({MAR, MON}, (heir.id,))
    undo(store)
    assert snapshot(store) == before


def test_a_new_heir_may_bear_the_name_of_one_it_takes_over_from(store: Store) -> None:
    name = agency(store, MAR).name
    heir = merge_agencies(store, (MAR, MON), new(name), DECIDED).value
    assert (heir.name, heir.id) == (name, "uy-ban-nhan-dan-xa-dak-mar")


def test_one_of_them_may_go_on(store: Store) -> None:
    merge_agencies(store, (MON, LA), agency(store, MAR), DECIDED)
    assert agency(store, MAR).valid_to is None
    (kept,) = records.find(store.reader, Succession)
    assert (set(kept.predecessors), kept.successors) == ({MAR, MON, LA}, (MAR,))


def test_what_stood_below_stands_below_the_heir(store: Store) -> None:
    heir = merge_agencies(
        store, (TOP, AgencyId("ubnd-huyen-dak-ha")), new("Ủy ban"), DECIDED
    ).value
    assert agency(store, MAR).parent == heir.id
    assert agency(store, "ubnd-huyen-dak-ha").valid_to == EVE
    assert agency(store, ABOVE).parent == heir.id


def test_reports_and_duties_go_to_the_heir_of_the_recipient(store: Store) -> None:
    heir = merge_agencies(store, (ABOVE, MAR), new("Sở Văn hóa"), DECIDED).value
    kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.recipient == heir.id
    due = records.get(store.reader, Deadline, f"{builders.PLAN}/D2")
    assert due is not None
    assert due.recipient == heir.id


@pytest.mark.parametrize(
    ("merging", "decided", "found"),
    [
        ((MAR,), DECIDED, ("predecessors", "merge_needs_two")),
        ((), DECIDED, ("predecessors", "merge_needs_two")),
        ((MAR, "nobody"), DECIDED, ("predecessors", "unknown_agency")),
    ],
)
def test_a_merger_that_cannot_be_is_refused(
    store: Store,
    merging: tuple[AgencyId, ...],
    decided: Decided,
    found: tuple[str, str],
) -> None:
    before = snapshot(store)
    with pytest.raises(InputError) as refused:
        merge_agencies(store, merging, new("Z"), decided)
    assert found in codes(refused)
    assert snapshot(store) == before


def test_nobody_merges_who_has_ended(store: Store) -> None:
    merge_agencies(store, (MAR, MON), new("UBND xã Mới"), DECIDED)
    again = Decided(day=dt.date(2026, 1, 1), number="2")
    with pytest.raises(InputError) as refused:
        merge_agencies(store, (MAR, LA), new("Khác"), again)
    assert codes(refused) == {("day", "predecessor_ended")}


def test_the_office_itself_does_not_end_in_passing(store: Store) -> None:
    with pytest.raises(ConflictError) as refused:
        merge_agencies(store, (AgencyId(builders.OWN), MAR), new("Z"), DECIDED)
    assert refused.value.reason == "own_office_ends"


def test_an_heir_does_not_stay_below_one_that_ends(store: Store) -> None:
    above = add_agency(store, new("Ban A")).value
    unit = add_agency(store, replace(new("Đội B"), parent=above.id)).value
    with pytest.raises(ConflictError) as refused:
        merge_agencies(store, (above.id, MAR), unit, DECIDED)
    assert refused.value.reason == "units_left"
    assert refused.value.facts == ("Ban A", "Đội B")


def test_a_unit_that_begins_later_comes_below_the_heir_too(store: Store) -> None:
    above = add_agency(store, new("Ban A")).value
    later = replace(new("Đội B"), parent=above.id, valid_from=dt.date(2026, 1, 1))
    unit = add_agency(store, later).value
    heir = merge_agencies(store, (above.id, MAR), new("Ban C"), DECIDED).value
    assert agency(store, unit.id).parent == heir.id
