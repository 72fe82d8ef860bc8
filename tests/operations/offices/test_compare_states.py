"""An office opened from two places is seen to be behind, or apart, or neither."""

import shutil
from dataclasses import replace
from pathlib import Path

from desktop.operations.offices.compare_states import (
    Elsewhere,
    compare_states,
    note_state,
)
from desktop.operations.offices.set_preferences import set_preferences
from desktop.store import preferences
from desktop.store.store import Store
from tests.store.deeds import record_one


def worked_in(path: Path, name: str) -> None:
    with Store(path) as store:
        record_one(store, name)
        note_state(store)


def found(path: Path) -> Elsewhere | None:
    with Store(path) as store:
        return compare_states(store).value


def test_a_copy_that_is_behind_is_told_where_the_rest_is(
    office: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(office, tmp_path / "usb.stt"))
    worked_in(office, "a")
    told = found(copy)
    assert told is not None
    assert (told.path, told.there, told.both) == (office, True, False)
    assert found(office) is None, "the one that is furthest is the one to work in"


def test_copies_that_both_went_on_are_told_to_be_apart(
    office: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(office, tmp_path / "usb.stt"))
    for name in ("a", "b", "c"):
        worked_in(office, name)
    with Store(copy) as store:
        record_one(store, "of its own")
        told = compare_states(store).value
    assert told is not None
    assert told.both, "though it has fewer changes"


def test_a_copy_of_the_newest_state_is_as_good(office: Path, tmp_path: Path) -> None:
    worked_in(office, "a")
    copy = Path(shutil.copy(office, tmp_path / "usb.stt"))
    assert found(copy) is None
    worked_in(copy, "b")
    told = found(office)
    assert told is not None
    assert told.path == copy


def test_a_stick_that_is_away_is_told_all_the_same(
    office: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(office, tmp_path / "usb.stt"))
    worked_in(copy, "a")
    copy.rename(tmp_path / "ngăn kéo.stt")
    told = found(office)
    assert told is not None
    assert (told.path, told.there) == (copy, False)


def test_an_older_file_in_the_same_place_was_restored_there(
    office: Path, tmp_path: Path
) -> None:
    older = Path(shutil.copy(office, tmp_path / "cũ.stt"))
    worked_in(office, "a")
    shutil.copy(older, office)
    assert found(office) is None


def test_sample_offices_are_not_compared(office: Path, tmp_path: Path) -> None:
    with Store(office) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, practice=True))
    copy = Path(shutil.copy(office, tmp_path / "usb.stt"))
    worked_in(office, "a")
    assert found(copy) is None


def test_nothing_is_remembered_of_sample_offices(office: Path, tmp_path: Path) -> None:
    sample = Path(shutil.copy(office, tmp_path / "mau.stt"))
    with Store(sample) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, practice=True))
        note_state(store)
    assert found(office) is None
