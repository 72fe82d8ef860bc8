"""A desk in our own time, at which tokens can sign, and a token plugged in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.files import pki
from tests.files.softhsm import SoftHsm, SoftToken, person_on_a_token
from tests.gui.pages import report_desk
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def today(prepared: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Open an office at the moment in which the tests' family of keys lives."""
    folder = report_desk.copied(prepared, tmp_path / "hôm nay")
    with report_desk.desk(folder, clock=lambda: pki.NOW) as opened:
        yield opened


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[tuple[SoftHsm, SoftToken]]:
    """Plug in a token that holds a person's key."""
    with person_on_a_token(tmp_path / "token") as found:
        yield found
