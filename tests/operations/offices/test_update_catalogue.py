"""Catalogues change, and nothing in them is ever lost."""

from dataclasses import replace

import pytest

from desktop.operations.entries.record_entry import record
from desktop.operations.offices.update_catalogue import (
    bring_back,
    order_values,
    retire,
    update_catalogue,
    values,
)
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import Code
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, refused

NEW = CatalogueItem(catalogue="channel", code=Code(""), name="Loa kéo di động")


def find(store: Store, code: str) -> CatalogueItem:
    return next(one for one in values(store, "channel") if one.code == code)


def test_a_new_value_gets_a_code_of_its_name_and_the_last_place(store: Store) -> None:
    made = is_one_deed(store, lambda: update_catalogue(store, NEW), "add_value")
    assert made.code == "loa_keo_di_dong"
    assert values(store, "channel")[-1] == made
    retire(store, made)
    again = update_catalogue(store, NEW).value
    assert again.code == "loa_keo_di_dong_2"


def test_a_value_is_renamed_under_the_same_code(store: Store) -> None:
    made = replace(find(store, "facebook"), name="Trang Facebook", aliases=("FB",))
    is_one_deed(store, lambda: update_catalogue(store, made), "amend_value")
    assert find(store, "facebook") == made


@pytest.mark.parametrize("name", ["", "  "])
def test_a_value_without_a_name_is_refused(store: Store, name: str) -> None:
    nameless = replace(find(store, "facebook"), name=name)
    found = refused(store, lambda: update_catalogue(store, nameless))
    assert found == [("name", "missing")]


def test_a_name_is_given_once_among_the_values_in_use(store: Store) -> None:
    other = find(store, "facebook").name
    twin = replace(NEW, name=other)
    assert refused(store, lambda: update_catalogue(store, twin)) == [
        ("name", "name_taken")
    ]


def test_a_retired_value_stays_readable_and_may_come_back(store: Store) -> None:
    record(store, builders.a_posting())
    item = find(store, "facebook")
    is_one_deed(store, lambda: retire(store, item), "retire_value")
    assert find(store, "facebook").retired
    again = builders.a_posting(title="Tin khác")
    assert record(store, again).value == again, "old entries keep it"
    is_one_deed(store, lambda: bring_back(store, item), "bring_back_value")
    assert not find(store, "facebook").retired


def test_a_name_taken_meanwhile_keeps_a_value_retired(store: Store) -> None:
    item = retire(store, find(store, "facebook")).value
    update_catalogue(store, replace(NEW, name=item.name))
    found = refused(store, lambda: bring_back(store, item))
    assert found == [("name", "name_taken")]


def test_values_stand_in_the_order_given(store: Store) -> None:
    turned = list(reversed(values(store, "channel")))
    is_one_deed(store, lambda: order_values(store, turned), "order_values")
    assert [one.code for one in values(store, "channel")] == [
        one.code for one in turned
    ]


def test_a_value_that_is_not_here_is_told(store: Store) -> None:
    lost = replace(NEW, code=Code("none"))
    assert conflict(store, lambda: retire(store, lost)) == ("no_value", lost.name)
