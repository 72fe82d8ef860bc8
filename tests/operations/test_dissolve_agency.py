"""A dissolved agency ends, and nobody takes over."""

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.dissolve_agency import dissolve_agency
from desktop.operations.undo import undo
from desktop.records.agency import SuccessionKind
from desktop.records.identity import AgencyId
from desktop.store.store import Store
from tests import builders
from tests.operations.changed_agencies import (
    ABOVE,
    DECIDED,
    EVE,
    MAR,
    agency,
    codes,
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
