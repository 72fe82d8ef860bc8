"""A slip waits for the report it corrects, whichever comes first."""

from pathlib import Path
from typing import Final

from desktop.files.signatures.keys import Key
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.arrival import Sorting
from desktop.records.returns import Intake, Return, ReturnState
from desktop.store import journal, records
from desktop.store.store import Store
from tests.files.pki import pki
from tests.operations.intake.sent_packages import (
    a_package,
    a_slip,
    activities,
    an_entry,
    entries_of,
    reason_of,
    take_in,
)

TRUST: Final = pki().trust


def test_a_slip_before_its_original_is_held_and_applied_when_it_comes(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1), an_entry(2)])
    second = entries_of([an_entry(1, attendance=15), an_entry(2, attendance=18)])
    original = a_package(tmp_path, first, key)
    slip = a_package(tmp_path, second, key, **a_slip(second))
    (held,) = take_in(store, TRUST, slip)
    assert (held.sorting, reason_of(held)) == (Sorting.HELD, "original_missing")
    assert activities(store) == {}
    take_in(store, TRUST, original)
    here = activities(store)
    assert [here[one].attendance for one in sorted(here)] == [15, 18]
    stand = [
        one for one in records.find(store.reader, Return) if one.state == "accepted"
    ]
    assert [(one.version, one.slip) for one in stand] == [(1, 1)]


def test_taking_the_original_back_holds_its_slip_again(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1)])
    second = entries_of([an_entry(1, attendance=15)])
    take_in(store, TRUST, a_package(tmp_path, second, key, **a_slip(second)))
    original = a_package(tmp_path, first, key)
    take_in(store, TRUST, original)
    intake = records.find(store.reader, Intake)[0]
    take_back_intake(store, intake.id)
    assert activities(store) == {}
    assert ReturnState.HELD in {one.state for one in records.find(store.reader, Return)}
    take_in(store, TRUST, original)
    assert [one.attendance for one in activities(store).values()] == [15]


def test_both_in_one_drop_end_with_the_slips_figures(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1)])
    second = entries_of([an_entry(1, attendance=15)])
    slip = a_package(tmp_path, second, key, **a_slip(second))
    take_in(store, TRUST, slip, a_package(tmp_path, first, key))
    assert [one.attendance for one in activities(store).values()] == [15]
    assert journal.broken_link(store.reader) is None
