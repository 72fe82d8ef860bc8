"""Files are looked at beside the main thread, and beside what is being recorded."""

import shutil
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.collect.tray.inspecting import Inspecting, Question
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.builders import a_clock
from tests.fakes import Answers
from tests.operations.intake.senders import Senders

Q2 = parse_period("2024-Q2")


def test_each_file_arrives_then_all_of_them_sorted(
    collecting: Session, senders: Senders
) -> None:
    parent = QObject()
    inspecting = Inspecting(collecting, parent)
    heard: list[object] = []
    inspecting.found.connect(heard.append)
    done: list[object] = []
    inspecting.done.connect(done.append)
    inspecting.ask(Question((senders["ui"], senders["la"]), Q2))
    assert len(heard) == 2
    assert len(done) == 1
    assert not inspecting.running


def test_on_its_own_thread_it_can_be_stopped_and_ends_with_the_office(
    sent: tuple[Path, Senders], settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    copied = Path(shutil.copy(sent[0], tmp_path / "khay.stt"))
    jobs = Jobs()
    with Store(copied, clock=a_clock) as store:
        session = Session(store, jobs, Answers(), settings, Q2)
        inspecting = Inspecting(session, session)
        with qtbot.waitSignal(inspecting.stopped, timeout=10_000):
            inspecting.ask(Question((sent[1]["ui"],), Q2))
            inspecting.cancel()
        with qtbot.waitSignal(inspecting.done, timeout=10_000):
            inspecting.ask(Question((sent[1]["ui"],), Q2))
        session.ending.emit()
    jobs.close()
