"""Rows that lost their keys on the way are known by what they say."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from desktop.files import catalogue
from desktop.records.identity import RecordId
from desktop.rules.forms.against import Whose
from desktop.rules.forms.entries import Told
from desktop.rules.forms.in_their_places import in_their_places
from tests.builders import an_activity
from tests.operations.forms.unit_office import WHOSE

PLACE = "activities"
REGISTERS = {one.code: one for one in catalogue.load_registers()}
NAMES = ("first", "second", "third")


def a_told(key: str, title: str, people: int = 1, kind: str = "conference") -> Told:
    values = {"title": title, "attendance": people, "place": title}
    return Told(
        register=REGISTERS[kind],
        place=PLACE,
        row_id=RecordId(key),
        key=f"={key}",
        sheet="a",
        row=5,
        record=an_activity(kind, id=key, **values),
        values=values,
        texts={name: str(told) for name, told in values.items()},
    )


def stored() -> dict[tuple[str, str], Any]:
    return {(PLACE, one): a_told(one, one).record for one in NAMES}


def ids(*entries: Told, shown: Mapping[str, Mapping[str, str]] = {}) -> list[str]:
    whose: Whose = WHOSE
    found = in_their_places(entries, shown, stored(), whose)
    assert all(one.record.id == one.row_id for one in found)
    assert [one.texts for one in found] == [one.texts for one in entries]
    return [str(one.row_id) for one in found]


def test_rows_in_their_places_stay() -> None:
    assert ids(*(a_told(one, one) for one in NAMES)) == list(NAMES)
    assert ids(a_told("first", "changed", 2)) == ["first"]


def test_rows_sorted_without_their_keys_are_told_apart_by_what_they_say() -> None:
    turned = [
        a_told(k, t) for k, t in zip(NAMES, ("third", "first", "second"), strict=True)
    ]
    assert ids(*turned) == ["third", "first", "second"]


def test_a_row_put_elsewhere_is_no_new_one() -> None:
    assert ids(a_told("new", "second"), a_told("first", "first")) == [
        "second",
        "first",
    ]


def test_of_what_was_sorted_and_changed_the_likest_is_meant() -> None:
    moved = [a_told("first", "second"), a_told("second", "first", 99)]
    assert ids(*moved) == ["second", "first"]


def test_what_is_like_nothing_left_is_new_and_takes_no_place_of_another() -> None:
    moved = [a_told("first", "second"), a_told("second", "other", 99)]
    found = ids(*moved)
    assert found[0] == "second"
    assert found[1] not in NAMES


def test_a_row_without_a_key_that_was_changed_is_what_was_called_so() -> None:
    changed = a_told("~1", "second", 99)
    assert ids(a_told("first", "first"), changed) == ["first", "second"]
    beside = a_told("second", "second")
    assert ids(beside, changed) == ["second", "~1"], "that one is there itself"
    assert ids(dataclasses.replace(changed, key="~2")) == ["second"]


def test_an_entry_of_another_register_is_not_meant() -> None:
    assert ids(a_told("new", "second", kind="training")) == ["new"]


def test_what_the_form_showed_is_enough_where_it_was_edited_here_since() -> None:
    row = dataclasses.replace(a_told("first", "as shown"), row_id=RecordId("second"))
    shown = {"first": a_told("first", "as shown").texts}
    assert ids(row, shown=shown) == ["first"]
