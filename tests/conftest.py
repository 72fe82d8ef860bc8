"""What every test stands on: no screen, no home folder, no noise, same examples."""

import gc
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from desktop.store.store import Store
    from tests.cli.practice import Practice

# Before anything imports Qt. Whoever wants to watch sets the variable himself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("default", derandomize=True, deadline=None)
# Where the system is what is tried, and not the inputs: a second run of everything.
settings.register_profile("brief", derandomize=True, deadline=None, max_examples=5)
settings.register_profile(
    "deep",
    max_examples=2_000,
    stateful_step_count=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

PRACTICE, TOLD = "thực hành", "told.json"
USER_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are gathered: they stay, and are many."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()  # nor among them later on
        gc.enable()


class Ear(logging.Handler):
    """Collect what is logged at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def strange_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings and files of whoever runs the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in USER_FOLDERS:
            patch.setenv(name, str(home / name.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def light_locks() -> Iterator[None]:
    """Spend no second on each lock with words: the run makes many."""
    from tests.light_locks import lighten

    with pytest.MonkeyPatch.context() as patch:
        lighten(patch)
        yield


@pytest.fixture(autouse=True)
def nothing_seen(strange_home: None) -> None:
    """Let each test's offices, copies of one another, be the first ones seen here."""
    from desktop import paths
    from desktop.files.states_seen import FILE

    (paths.local_folder() / FILE).unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning; one that asks for `caplog` judges itself."""
    ear = Ear()
    logging.getLogger().addHandler(ear)
    yield
    logging.getLogger().removeHandler(ear)
    if "caplog" not in request.fixturenames:
        assert not ear.heard, f"unexpected in the log: {ear.heard}"


@pytest.fixture(scope="session")
def knocked() -> Iterator[list[str]]:
    """Close the network for the whole run; tell who reached for it nevertheless."""
    from tests.closed_network import close

    found: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        close(patch, found)
        yield found


@pytest.fixture(autouse=True)
def offline(knocked: list[str]) -> Iterator[None]:
    """Fail a test in which anything reached for the network, even in vain."""
    knocked.clear()
    yield
    assert not knocked, f"reached for the network: {knocked}"


@pytest.fixture(scope="session")
def office_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one office of the shipped plan, for every test to copy."""
    from tests.builders import an_office

    return an_office(tmp_path_factory.mktemp("pattern") / "pattern.stt")


@pytest.fixture
def office(office_pattern: Path, tmp_path: Path) -> Path:
    """Give a test its own office file."""
    return Path(shutil.copy(office_pattern, tmp_path / "so.stt"))


@pytest.fixture
def store(office: Path) -> Iterator["Store"]:
    """Give a test its own open office."""
    from desktop.store.store import Store
    from tests.builders import a_clock

    with Store(office, clock=a_clock) as opened:
        yield opened


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the system's folder for passing files be the test's own."""
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> "Practice":
    """Do the whole job once, as a program would ask for it, without a screen."""
    from tests.cli.practice import SEED, Practice, demonstrate
    from tests.made_once import made_once

    def make(folder: Path) -> None:
        told = demonstrate(folder / PRACTICE, "--seed", SEED)
        (folder / TOLD).write_text(json.dumps(told, ensure_ascii=False), "utf-8")

    made = made_once(tmp_path_factory, "demonstration", make)
    told = json.loads((made / TOLD).read_text("utf-8"))
    return Practice(folder=made / PRACTICE, data=told)
