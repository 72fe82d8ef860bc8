"""A renamed agency stays the one it was, and its old name is kept."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import InputError, UnknownNameError
from desktop.operations.agencies.read_agencies import agencies_on, read_agencies
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.history.undo import undo
from desktop.records.agency import Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.store import records, search
from desktop.store.store import Store
from tests.operations.changed_agencies import (
    ABOVE,
    DAY,
    DECIDED,
    EVE,
    agency,
    codes,
    snapshot,
)

NAME = "Sở Văn hóa, Thể thao và Du lịch Quảng Ngãi"
NEW = NewName(name=NAME, short_name="Sở VHTTDL")


def name_on(store: Store, day: dt.date) -> str:
    return next(one.name for one in agencies_on(store, day) if one.id == ABOVE)


def test_each_day_has_its_name(store: Store) -> None:
    old = agency(store, ABOVE).name
    rename_agency(store, ABOVE, NEW, DECIDED)
    assert (name_on(store, EVE), name_on(store, DAY)) == (old, NAME)
    again = replace(NEW, name="Sở Văn hóa")
    later = Decided(day=dt.date(2027, 1, 1))
    rename_agency(store, ABOVE, again, later)
    assert name_on(store, EVE) == old
    assert name_on(store, dt.date(2026, 12, 31)) == NAME
    assert name_on(store, later.day) == "Sở Văn hóa"


def test_the_decision_is_kept_and_both_names_are_found(store: Store) -> None:
    rename_agency(store, ABOVE, NEW, DECIDED)
    (kept,) = records.find(store.reader, Succession)
    assert (kept.kind, kept.day) == (SuccessionKind.RENAMED, DAY)
    assert (kept.decision, kept.decided_on) == (DECIDED.number, DECIDED.decided_on)
    assert kept.predecessors == kept.successors == (ABOVE,)
    assert ABOVE in (search.ids(store.reader, "du lich quang ngai", "agencies") or ())
    found = search.ids(store.reader, "Sở Thông tin và Truyền thông", "former_names")
    assert found == {f"{ABOVE}/{EVE}"}


def test_one_undo_gives_the_old_name_back(store: Store) -> None:
    before = snapshot(store)
    rename_agency(store, ABOVE, NEW, DECIDED)
    undo(store)
    assert snapshot(store) == before


@pytest.mark.parametrize(
    ("new", "field", "code"),
    [
        (NewName(name=" "), "name", "missing"),
        (NewName(name="Phòng Nội vụ huyện Đăk Hà"), "name", "agency_same_name"),
        (NewName(name="X", parent=ABOVE), "parent", "own_parent"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    store: Store, new: NewName, field: str, code: str
) -> None:
    before = snapshot(store)
    with pytest.raises(InputError) as refused:
        rename_agency(store, ABOVE, new, DECIDED)
    assert (field, code) in codes(refused)
    assert snapshot(store) == before


def test_nothing_new_is_no_new_name(store: Store) -> None:
    old = agency(store, ABOVE)
    same = NewName(name=old.name, short_name=old.short_name, parent=old.parent)
    with pytest.raises(InputError) as refused:
        rename_agency(store, ABOVE, same, DECIDED)
    assert codes(refused) == {("name", "same_name")}


def test_an_agency_is_renamed_once_a_day_and_forward(store: Store) -> None:
    rename_agency(store, ABOVE, NEW, DECIDED)
    with pytest.raises(InputError) as refused:
        rename_agency(store, ABOVE, NewName(name="Y"), Decided(day=EVE))
    assert ("day", "before_former_name") in codes(refused)


def test_nobody_can_be_renamed_who_is_not_there(store: Store) -> None:
    with pytest.raises(UnknownNameError):
        rename_agency(store, AgencyId("nobody"), NEW, DECIDED)


def test_the_book_tells_the_name_of_before(store: Store) -> None:
    rename_agency(store, ABOVE, NEW, DECIDED)
    book = read_agencies(store)
    (name,) = book.names_of(agency(store, ABOVE))
    assert (name.last_day, name.parent) == (EVE, "ubnd-tinh-kon-tum")
