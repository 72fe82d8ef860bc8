"""Settings are a deed like any other: told, kept, undone."""

from dataclasses import replace

from desktop.operations.figures.compute_results import read_office
from desktop.operations.history.undo import undo
from desktop.operations.offices.set_preferences import set_preferences
from desktop.store.store import Store


def test_settings_are_kept_and_undone(store: Store) -> None:
    before = read_office(store).preferences
    changed = replace(before, signer_name="Y Hà", authority=("TRƯỞNG PHÒNG",))
    outcome = set_preferences(store, changed)
    assert outcome.value == changed
    assert outcome.touched == {"preferences"}
    assert read_office(store).preferences == changed
    undone = undo(store).value
    assert undone is not None
    assert undone.verb == "set_preferences"
    assert read_office(store).preferences == before


def test_the_same_settings_are_no_deed(store: Store) -> None:
    same = read_office(store).preferences
    assert set_preferences(store, same).touched == frozenset()
