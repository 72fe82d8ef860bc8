"""An open office, and a typist in front of a register's table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from tests import builders
from tests.gui import entry_office
from tests.gui.sheet.desk import Typist


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builders.an_office(tmp_path_factory.mktemp("office") / "so.stt")


@pytest.fixture
def session(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    with entry_office.opened(office, tmp_path) as opened:
        yield opened


@pytest.fixture
def typist(session: Session, qtbot: QtBot) -> Typist:
    return Typist(session, qtbot)
