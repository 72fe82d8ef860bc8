"""The program is tried beside what is being written."""

import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Job, Jobs
from desktop.gui.self_testing import dialog
from desktop.gui.self_testing.tester import SelfTester
from desktop.operations.outcome import Outcome
from tests.fakes import Answers


def test_what_is_saved_while_the_program_is_tried_waits_for_nothing(
    ask: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()

    def tried(*_words: object) -> Outcome[None]:
        let_go.wait(10)
        raise ValueError

    monkeypatch.setattr(dialog, "_tried", tried)
    window, jobs = QWidget(), Jobs()
    qtbot.addWidget(window)
    tester = SelfTester(jobs, ask, window)
    tester.show()
    save: Job = Job(lambda _progress: Outcome("đã lưu"))
    with qtbot.waitSignal(save.succeeded) as saved:
        jobs.start(save)
    assert saved.args == ["đã lưu"]
    assert tester.jobs.waiting, "the trial still runs"
    with qtbot.waitSignal(jobs.unheard) as heard:
        let_go.set()
    assert isinstance(heard.args[0], ValueError)
    tester.close()
    jobs.close()
