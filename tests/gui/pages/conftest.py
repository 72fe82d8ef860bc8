"""An open office, copied from one made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.paths import user_folder
from tests import builders
from tests.gui import entry_office
from tests.gui.pages import report_desk
from tests.gui.pages.report_desk import Desk


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give each test a user who signed nothing before and believes nobody."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nhà"))
    return user_folder()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builders.an_office(tmp_path_factory.mktemp("office") / "so.stt")


@pytest.fixture
def session(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    with entry_office.opened(office, tmp_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an office and a test key once."""
    return report_desk.prepare(tmp_path_factory.mktemp("prepared"))


@pytest.fixture(scope="session")
def signed_once(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Path:
    """Issue, export, sign and pack the year's report once."""
    folder = report_desk.copied(prepared, tmp_path_factory.mktemp("signed"))
    with report_desk.desk(folder) as desk:
        report_desk.issue(desk.store)
    return folder


@pytest.fixture
def desk(prepared: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Open an office in which nothing was issued."""
    with report_desk.desk(report_desk.copied(prepared, tmp_path)) as opened:
        yield opened


@pytest.fixture
def signed_desk(signed_once: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Open an office whose report is signed and packed."""
    with report_desk.desk(report_desk.copied(signed_once, tmp_path)) as opened:
        yield opened
