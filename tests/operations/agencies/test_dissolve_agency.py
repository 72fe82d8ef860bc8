"""A dissolved agency ends, and nobody takes over."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.agencies.add_agency import add_agency
from desktop.operations.agencies.amend_agency import amend_agency
from desktop.operations.agencies.dissolve_agency import dissolve_agency
from desktop.operations.history.undo import undo
from desktop.records.agency import SuccessionKind
from desktop.records.identity import AgencyId
from desktop.store.store import Store
from tests import builders
from tests.operations.changed_agencies import (
    ABOVE,
    DAY,
    DECIDED,
    EVE,
    MAR,
    agency,
    codes,
    new,
    snapshot,
)


def test_it_ends_on_the_eve(store: Store) -> None:
    before = snapshot(store)
    kept = dissolve_agency(store, MAR, DECIDED).value
    assert (kept.kind, kept.successors) == (SuccessionKind.DISSOLVED, ())
    assert agency(store, MAR).valid_to == EVE
    undo(store)
    assert snapshot(store) == before


def test_it_does_not_end_twice(store: Store) -> None:
    dissolve_agency(store, MAR, DECIDED)
    with pytest.raises(InputError) as refused:
        dissolve_agency(store, MAR, DECIDED)
    assert codes(refused) == {("day", "predecessor_ended")}


@pytest.mark.parametrize(
    ("key", "reason"),
    [(builders.OWN, "own_office_ends"), (ABOVE, "recipient_ends")],
)
def test_who_is_needed_does_not_end(store: Store, key: str, reason: str) -> None:
    with pytest.raises(ConflictError) as refused:
        dissolve_agency(store, AgencyId(key), DECIDED)
    assert refused.value.reason == reason


def test_a_superior_does_not_end_while_units_below_it_live_on(store: Store) -> None:
    superior, unit = add_agency(store, new("Ban A")).value, new("Đội B")
    kept = add_agency(store, replace(unit, parent=superior.id)).value
    before = snapshot(store)
    with pytest.raises(ConflictError) as refused:
        dissolve_agency(store, superior.id, DECIDED)
    assert (refused.value.reason, refused.value.facts) == (
        "units_left",
        ("Ban A", "Đội B"),
    )
    assert snapshot(store) == before
    amend_agency(store, replace(kept, parent=MAR))
    dissolve_agency(store, superior.id, DECIDED)
    amend_agency(store, replace(agency(store, kept.id), short_name="B"))
    assert agency(store, kept.id).short_name == "B"


@pytest.mark.parametrize(("last", "left"), [(EVE, False), (DAY, True)])
def test_units_that_end_with_it_or_before_do_not_hold_it(
    store: Store, last: dt.date, *, left: bool
) -> None:
    superior = add_agency(store, new("Ban A")).value
    unit = replace(new("Đội B"), parent=superior.id, valid_to=last)
    add_agency(store, unit)
    if left:
        with pytest.raises(ConflictError):
            dissolve_agency(store, superior.id, DECIDED)
    else:
        dissolve_agency(store, superior.id, DECIDED)
    assert (agency(store, superior.id).valid_to is None) is left
