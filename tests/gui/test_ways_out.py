"""Each fault of opening offers what helps, the likeliest first, and nothing harmful."""

from pathlib import Path

import pytest

from desktop import media, paths
from desktop.errors import (
    FileError,
    PlaceUnfitError,
    StoreDamagedError,
    StoreError,
    StoreUnavailableError,
)
from desktop.gui.ways_out import (
    BRING_HOME,
    FROM_BACKUP,
    FROM_COPY,
    LOOK,
    OTHER,
    newest_copy,
    of_office,
    of_opening,
)
from desktop.operations.offices.copy_to_machine import copy_to_machine
from desktop.store.store import Store


class Called:
    """Offices that only note what they were asked to do, and of which file."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Path]] = []

    def ask_for_file(self) -> None:
        self.done.append(("ask_for_file", Path()))

    def bring_home(self, path: Path) -> None:
        self.done.append(("bring_home", path))

    def look_at(self, path: Path) -> None:
        self.done.append(("look_at", path))

    def open_copy(self, path: Path) -> None:
        self.done.append(("open_copy", path))

    def restore_after_fault(self, path: Path) -> None:
        self.done.append(("restore_after_fault", path))


@pytest.fixture
def offices() -> Called:
    return Called()


@pytest.mark.parametrize(
    ("kind", "reason", "offered"),
    [
        (PlaceUnfitError, "network", (BRING_HOME, LOOK, OTHER)),
        (PlaceUnfitError, "cloud", (BRING_HOME, LOOK, OTHER)),
        (StoreUnavailableError, "read_only", (BRING_HOME, LOOK, OTHER)),
        (StoreUnavailableError, "unfinished", (BRING_HOME, OTHER)),
        (StoreUnavailableError, "full", (LOOK, OTHER)),
        (StoreUnavailableError, "missing", (OTHER,)),
        (StoreUnavailableError, "in_use", (OTHER,)),
        (StoreDamagedError, "integrity", (OTHER,)),
    ],
)
def test_what_is_offered_fits_the_fault(
    offices: Called, kind: type[StoreError], reason: str, offered: tuple[str, ...]
) -> None:
    assert tuple(of_opening(offices, kind(Path("so.stt"), reason))) == offered


def test_what_lies_on_a_full_stick_can_be_brought_home(
    offices: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "drive_kind", lambda _path: media.Medium.REMOVABLE)
    ways = of_opening(offices, StoreUnavailableError(Path("so.stt"), "full"))
    assert tuple(ways) == (BRING_HOME, LOOK, OTHER)


def test_each_way_does_what_it_says_to_the_file_at_fault(
    offices: Called, office: Path
) -> None:
    with Store(office) as store:
        store.back_up()
    ways = of_opening(offices, StoreUnavailableError(office, "read_only"))
    assert tuple(ways) == (BRING_HOME, LOOK, OTHER, FROM_BACKUP)
    for way in ways.values():
        way()
    assert offices.done == [
        ("bring_home", office),
        ("look_at", office),
        ("ask_for_file", Path()),
        ("restore_after_fault", office),
    ]


def test_a_lost_stick_is_answered_with_its_copy_on_the_machine(
    offices: Called, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "local_folder", lambda: tmp_path / "máy này")
    with Store(office) as store:
        kept = copy_to_machine(store).value
    office.unlink()
    ways = of_opening(offices, StoreUnavailableError(office, "missing"))
    assert tuple(ways) == (FROM_COPY, OTHER)
    assert kept is not None
    assert newest_copy(office) == kept.path
    assert newest_copy(office.with_name("so khac.stt")) is None


def test_faults_of_other_files_have_no_way_out_here(offices: Called) -> None:
    fault = FileError(Path("x.xlsx"), "missing")
    assert of_opening(offices, fault) == of_office(offices, fault) == {}
