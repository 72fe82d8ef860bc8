"""Agencies are added with ids of their names."""

import pytest

from desktop.errors import InputError
from desktop.operations.agencies.add_agency import add_agency
from desktop.operations.history.undo import undo
from desktop.store import search
from desktop.store.store import Store
from tests.operations.changed_agencies import agency, codes, new, snapshot


def test_a_new_agency_stands_last_and_is_found_by_its_names(store: Store) -> None:
    before = snapshot(store)
    made = add_agency(store, new("  Trạm Truyền thanh  Đăk Mar ")).value
    assert made.id == "tram-truyen-thanh-dak-mar"
    kept = agency(store, made.id)
    assert kept.name == "Trạm Truyền thanh Đăk Mar"
    assert kept.position > max(one.position for one in before[0])  # type: ignore[attr-defined]
    found = search.ids(store.reader, "tram truyen thanh", "agencies")
    assert list(found or ()) == [made.id]
    undo(store)
    assert snapshot(store) == before


def test_two_agencies_of_different_times_may_have_one_name(store: Store) -> None:
    first = add_agency(store, new("Tổ công tác")).value
    with pytest.raises(InputError) as refused:
        add_agency(store, new("tổ  công tác"))
    assert codes(refused) == {("name", "agency_same_name")}
    assert add_agency(store, new("Tổ công tác 2")).value.id == f"{first.id}-2"
    assert add_agency(store, new("Tổ (công tác)")).value.id == f"{first.id}-3"
