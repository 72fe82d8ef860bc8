"""A signed report to check, made once, and a user who is asked for files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.pages import report_desk
from tests.gui.pages.report_desk import Desk


@pytest.fixture(scope="session")
def signed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Issue, export, sign and pack the year's report once."""
    folder = report_desk.prepare(tmp_path_factory.mktemp("signed"))
    with report_desk.desk(folder) as desk:
        report_desk.issue(desk.store)
    return folder


@pytest.fixture
def signed_desk(signed_once: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Open an office whose report is signed and packed."""
    with report_desk.desk(report_desk.copied(signed_once, tmp_path)) as opened:
        yield opened
