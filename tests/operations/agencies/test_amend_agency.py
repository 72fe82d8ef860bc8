"""What is written of an agency can be mended."""

from dataclasses import replace

import pytest

from desktop.errors import InputError, UnknownNameError
from desktop.operations.agencies.amend_agency import amend_agency
from desktop.operations.history.undo import undo
from desktop.records.agency import FormerName
from desktop.records.identity import AgencyId
from desktop.store import records, search
from desktop.store.store import Store
from tests.operations.changed_agencies import EVE, MAR, agency, codes, snapshot


def test_a_mended_name_is_no_new_name(store: Store) -> None:
    before = snapshot(store)
    one = replace(agency(store, MAR), name="UBND xã Đăk Mar", aliases=("Làng Mới",))
    amend_agency(store, replace(one, valid_to=EVE))
    assert agency(store, MAR).valid_to == EVE
    assert not records.find(store.reader, FormerName)
    assert search.ids(store.reader, "lang moi", "agencies") == {MAR}
    undo(store)
    assert snapshot(store) == before


def test_a_ring_of_parents_is_refused(store: Store) -> None:
    above = agency(store, "ubnd-huyen-dak-ha")
    with pytest.raises(InputError) as refused:
        amend_agency(store, replace(above, parent=MAR))
    assert codes(refused) == {("parent", "parent_ring")}


def test_nobody_can_be_mended_who_is_not_there(store: Store) -> None:
    with pytest.raises(UnknownNameError):
        amend_agency(store, replace(agency(store, MAR), id=AgencyId("nobody")))
