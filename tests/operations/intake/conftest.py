"""Units that send their forms back, made once and copied for every test."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures.keys import Key
from desktop.store import preferences
from desktop.store.store import Store
from tests.builders import a_clock
from tests.files.pki import NOW, pki
from tests.operations.intake.rounds import ABOVE
from tests.operations.intake.senders import Senders, at_work


@pytest.fixture(scope="session")
def senders_pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Senders]:
    """Return an office that sent out forms, and what came back of them."""
    folder = tmp_path_factory.mktemp("senders")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=a_clock) as store:
        return office, at_work(store, folder)


@pytest.fixture
def senders(senders_pattern: tuple[Path, Senders]) -> Senders:
    """Return what came back."""
    return senders_pattern[1]


@pytest.fixture
def office(senders_pattern: tuple[Path, Senders], tmp_path: Path) -> Iterator[Store]:
    """Return the office of a test's own."""
    copied = Path(shutil.copy(senders_pattern[0], tmp_path / "so.stt"))
    with Store(copied, clock=a_clock) as store:
        yield store


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    """Return the key with which senders seal their packages."""
    return pki().agency.key(tmp_path_factory.mktemp("key"))


@pytest.fixture
def store(office_pattern: Path, tmp_path: Path) -> Iterator[Store]:
    """Return an office of one tier above the senders, with nothing in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    copied = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(copied, clock=lambda: NOW) as made:
        yield made


@pytest.fixture
def above(office_pattern: Path, tmp_path: Path) -> Iterator[Store]:
    """Open the practice office of the department to which the desk reports."""
    folder = tmp_path / "above"
    folder.mkdir()
    path = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(path, clock=a_clock) as store:
        with store.change("set") as change:
            own = preferences.get(change.db)
            assert own is not None
            preferences.put(change, replace(own, agency=ABOVE, practice=True))
        yield store
