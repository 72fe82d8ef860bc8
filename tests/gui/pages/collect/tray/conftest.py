"""A tray over an office whose units sent their forms back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.builders import a_clock
from tests.fakes import Answers
from tests.operations.intake.senders import Senders, at_work


@pytest.fixture(scope="session")
def sent(
    new_office: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Senders]:
    """Return an office that sent out forms, and what came back of them."""
    folder = tmp_path_factory.mktemp("tray")
    office = Path(shutil.copy(new_office, folder / "so.stt"))
    with Store(office, clock=a_clock) as store:
        return office, at_work(store, folder)


@pytest.fixture
def senders(sent: tuple[Path, Senders]) -> Senders:
    """Return what came back."""
    return sent[1]


@pytest.fixture
def collecting(
    sent: tuple[Path, Senders],
    tmp_path: Path,
    jobs: Jobs,
    ask: Answers,
    settings: Settings,
) -> Iterator[Session]:
    """Return the session of an office of the test's own, whose jobs run at once."""
    copied = Path(shutil.copy(sent[0], tmp_path / "khay.stt"))
    with Store(copied, clock=a_clock) as store:
        made = Session(store, jobs, ask, settings, parse_period("2024-Q2"))
        yield made
        made.ending.emit()


@pytest.fixture
def tray(collecting: Session, qtbot: QtBot) -> TrayPane:
    """Return an empty tray on the screen."""
    pane = TrayPane(collecting)
    qtbot.addWidget(pane)
    pane.resize(1100, 640)
    pane.show()
    return pane
