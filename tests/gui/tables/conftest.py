"""An open office, copied from one made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from tests import builders
from tests.gui import entry_office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builders.an_office(tmp_path_factory.mktemp("office") / "so.stt")


@pytest.fixture
def session(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    with entry_office.opened(office, tmp_path) as opened:
        yield opened
