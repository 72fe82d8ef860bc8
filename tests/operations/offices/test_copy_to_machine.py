"""An office on a stick has checked copies on the machine, few and different."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import StoreUnavailableError
from desktop.operations.offices.check_office import check_office
from desktop.operations.offices.copy_to_machine import (
    KEPT_COPIES,
    copies_named,
    copies_of,
    copy_to_machine,
)
from desktop.operations.offices.restore import restore
from desktop.operations.offices.set_preferences import set_preferences
from desktop.store import evidence, journal, preferences
from desktop.store.store import Store
from tests.operations.evidence_desk import attached
from tests.store.deeds import record_one
from tests.store.powerless import read_only


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the machine a folder of its own for this test."""
    folder = tmp_path / "máy này"
    monkeypatch.setattr(paths, "local_folder", lambda: folder)
    return folder


@pytest.fixture
def moving(office: Path) -> Iterator[Store]:
    """Open the office with a clock that goes on a second with each look."""
    seconds = iter(range(10_000))
    start = dt.datetime(2024, 5, 6, 8, tzinfo=dt.UTC)

    def clock() -> dt.datetime:
        return start + dt.timedelta(seconds=next(seconds))

    with Store(office, clock=clock) as store:
        yield store


def test_the_copy_is_whole_with_its_evidence_and_can_be_restored(
    machine: Path, store: Store, tmp_path: Path
) -> None:
    attached(store)
    mark = evidence.mark(store.reader)
    kept = copy_to_machine(store).value
    assert kept is not None
    assert kept.loses == 0
    assert copies_of(mark) == copies_named(store.path) == (kept.path,)
    assert kept.path.parent == machine / "tu-usb" / f"so-{mark}"
    again = tmp_path / "máy khác" / "so.stt"
    again.parent.mkdir()
    restore(kept.path, again, store.now())
    with Store(again) as restored:
        assert journal.head(restored.reader) == journal.head(store.reader)
        assert check_office(restored).value.good


def test_what_is_there_already_is_not_copied_again(machine: Path, store: Store) -> None:
    assert copy_to_machine(store).value is not None
    assert copy_to_machine(store).value is None
    record_one(store)
    assert copy_to_machine(store).value is not None
    assert len(copies_of(evidence.mark(store.reader))) == 2


def test_sample_data_is_not_copied(machine: Path, store: Store) -> None:
    settings = preferences.get(store.reader)
    assert settings is not None
    set_preferences(store, replace(settings, practice=True))
    assert copy_to_machine(store).value is None
    assert not machine.exists()


def test_copies_are_bounded_and_the_newest_stay(machine: Path, moving: Store) -> None:
    for count in range(KEPT_COPIES + 4):
        record_one(moving, f"a{count}")
        assert copy_to_machine(moving).value is not None
    found = copies_of(evidence.mark(moving.reader))
    assert KEPT_COPIES <= len(found) <= KEPT_COPIES + 1
    with Store(found[0], writable=False) as newest:
        assert journal.head(newest.reader) == journal.head(moving.reader)


def test_an_office_that_was_renamed_keeps_its_folder(
    machine: Path, office: Path
) -> None:
    with Store(office) as store:
        copy_to_machine(store)
    office = office.rename(office.with_name("Sổ mới đặt tên.stt"))
    with Store(office) as store:
        record_one(store)
        copy_to_machine(store)
        assert len(copies_of(evidence.mark(store.reader))) == 2
    assert len(list((machine / "tu-usb").iterdir())) == 1


def test_a_machine_that_takes_no_copy_says_so(machine: Path, store: Store) -> None:
    machine.mkdir()
    with (
        read_only(machine),
        pytest.raises(StoreUnavailableError) as caught,
    ):
        copy_to_machine(store)
    assert caught.value.reason == "read_only"
    assert copies_of(evidence.mark(store.reader)) == ()
