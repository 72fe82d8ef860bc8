"""What every change of agencies shares."""

import pytest

from desktop.errors import InputError, Problem, UnknownNameError
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import (
    keep_name,
    move_below,
    prepared,
    refuse,
)
from desktop.records.agency import Agency, FormerName
from desktop.records.identity import AgencyId
from desktop.store import records
from desktop.store.store import Store
from tests.operations.changed_agencies import DAY, EVE, LA, MAR, agency, new


def test_a_doubt_refuses_nothing_and_a_fault_everything_that_is_wrong() -> None:
    doubt = Problem("decision", "no_decision", blocking=False)
    fault = Problem("name", "missing")
    refuse((doubt,))
    with pytest.raises(InputError) as refused:
        refuse((doubt, fault))
    assert refused.value.problems == (fault,)


def test_only_what_is_new_gets_an_id(store: Store) -> None:
    book = read_agencies(store)
    made = prepared(new("Xã Mới"), book, DAY)
    assert (made.id, made.valid_from) == ("xa-moi", DAY)
    assert prepared(agency(store, MAR), book, DAY) == agency(store, MAR)
    with pytest.raises(UnknownNameError):
        prepared(Agency(id=AgencyId("nobody"), name="X"), book, DAY)


def test_a_name_is_kept_once_and_only_of_days_there_were(store: Store) -> None:
    one = agency(store, MAR)
    with store.change("test") as change:
        keep_name(change, one, DAY)
        keep_name(change, Agency(id=one.id, name="Tên sau"), DAY)
        keep_name(change, Agency(id=LA, name="Mới có", valid_from=DAY), DAY)
    (kept,) = records.find(store.reader, FormerName)
    assert (kept.name, kept.last_day) == (one.name, EVE)


def test_who_stood_below_stands_below_the_heir(store: Store) -> None:
    above = AgencyId("ubnd-huyen-dak-ha")
    with store.change("test") as change:
        move_below(change, read_agencies(store), {above: LA}, DAY)
    assert agency(store, MAR).parent == LA
    assert agency(store, LA).parent == above
    name = records.get(store.reader, FormerName, f"{MAR}/{EVE}")
    assert name is not None
    assert name.parent == above
