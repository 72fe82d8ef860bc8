"""An open office whose user answers from a script: nobody waits for a box."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from tests.fakes import Answers
from tests.gui import entry_office


@pytest.fixture
def session(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    with entry_office.opened(office, tmp_path) as opened:
        opened.ask = Answers()
        yield opened
