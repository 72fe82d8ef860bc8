"""What every test of the window stands on: one dressed application, one office."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.gui import theme
from desktop.gui.application import speak_vietnamese
from desktop.gui.jobs import Jobs
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.operations.offices.create_office import create_office
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.fakes import Answers, AtOnce


@pytest.fixture(scope="session")
def qapp(qapp_cls: type[QApplication], qapp_args: list[str]) -> QApplication:
    """Dress the application of all tests as the program is dressed."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    application = QApplication.instance() or qapp_cls(qapp_args)
    assert isinstance(application, QApplication)
    speak_vietnamese(application)
    theme.apply(application, "light", 100)
    return application


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one empty office on the first plan that ships; tests copy it."""
    path = tmp_path_factory.mktemp("office") / "so.stt"
    create_office(path, "dak-ha-2023-2028", officer="Y Hà")
    return path


@pytest.fixture
def office(new_office: Path, tmp_path: Path) -> Path:
    """Return an office file of the test's own."""
    return Path(shutil.copy(new_office, tmp_path / "so.stt"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings of a screen nobody used before."""
    return Settings(tmp_path / "man-hinh.ini")


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    """Return jobs that run at once."""
    return Jobs(AtOnce())


@pytest.fixture
def ask() -> Answers:
    """Return a user who expects no question."""
    return Answers()


@pytest.fixture
def session(
    office: Path, jobs: Jobs, ask: Answers, settings: Settings
) -> Iterator[Session]:
    """Open an empty office, for the year 2024."""
    with Store(office) as store:
        yield Session(store, jobs, ask, settings, parse_period("2024"))
