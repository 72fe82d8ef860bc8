"""Copying shows how far it is, can be stopped, and ends in one sentence."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.drives import Drive
from desktop.gui.jobs import Jobs
from desktop.gui.pages.hand_off.deliver_panel import DeliverPanel
from desktop.gui.pages.report.work import standings
from desktop.operations.outcome import Outcome
from desktop.progress import Step
from desktop.records.exchange import Delivery, DeliveryState
from desktop.store import records
from tests.gui import walking
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def panel(signed_desk: Desk, qtbot: QtBot) -> DeliverPanel:
    stick = signed_desk.folder / "USB"
    stick.mkdir()
    drive = Drive(path=stick, label="A", free=10**9, file_system="", writable=True)
    made = DeliverPanel(signed_desk.session, lambda: (drive,))
    qtbot.addWidget(made)
    made.show()
    return made


def load(panel: DeliverPanel, desk: Desk) -> Path:
    (package,) = desk.reports.glob("*.zip")
    panel.show_package(standings(desk.store)[0].issued.id, package)
    return package


def test_without_a_package_nothing_can_be_copied(panel: DeliverPanel) -> None:
    assert not panel.copy.isEnabled()
    panel.deliver()
    assert not panel.good.isVisible()


def test_steps_are_shown_in_words(panel: DeliverPanel) -> None:
    panel._on_step(Step("rereading", 3, 7))
    assert panel.stage.text() == "Đang đọc lại để đối chiếu…"
    assert (panel.progress.value(), panel.progress.maximum()) == (3, 7)


def test_another_package_takes_the_good_word_back(
    panel: DeliverPanel, signed_desk: Desk
) -> None:
    load(panel, signed_desk)
    panel.deliver()
    assert panel.good.isVisible()
    panel.show_package("other", None)
    assert not panel.good.isVisible()


@pytest.fixture
def held(signed_desk: Desk, panel: DeliverPanel) -> Iterator[threading.Event]:
    """Let copying begin on a thread of its own, and wait."""
    signed_desk.session.jobs = Jobs()
    go = threading.Event()
    signed_desk.session.start(lambda _progress: _wait(go))
    yield go
    go.set()
    signed_desk.session.jobs.close()


def _wait(go: threading.Event) -> Outcome[object]:
    go.wait(10)
    return Outcome(None)


def test_it_can_be_stopped_and_nothing_is_left(
    panel: DeliverPanel, signed_desk: Desk, held: threading.Event, qtbot: QtBot
) -> None:
    load(panel, signed_desk)
    panel.deliver()
    assert panel.stop.isVisible()
    assert not panel.copy.isEnabled()
    panel.stop.click()
    with qtbot.waitSignal(panel.ended):
        held.set()
    assert not list((signed_desk.folder / "USB").iterdir())
    assert not panel.good.isVisible()
    assert panel.copy.isEnabled()
    assert not signed_desk.ask.faults
    found = records.find(signed_desk.store.reader, Delivery)
    assert all(each.state is not DeliveryState.DELIVERED for each in found)


def test_everything_has_a_name(panel: DeliverPanel) -> None:
    assert not walking.nameless(panel)
