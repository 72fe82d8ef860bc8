"""The window shows the same as the command, and lets it be copied and saved."""

import datetime as dt
import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled
from desktop.gui.jobs import Jobs
from desktop.gui.self_testing import dialog as module
from desktop.gui.self_testing.dialog import STOPPED, SelfTestDialog
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.records.self_test import SelfTest, Trial
from tests.fakes import Answers
from tests.gui.walking import english_left, nameless

FOUND = SelfTest(
    made_at=dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC),
    versions=(("program", "1.2.3"),),
    places=(("logs", "C:\\Logs & more"),),
    checks=(
        Trial(name="pdf", ok=True, took_ms=12, detail="PDF/A-3U"),
        Trial(name="fonts", ok=False, took_ms=3, detail="Arial <ễ>"),
    ),
)


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stand in for seconds of trying; keep what Qt's child would be told."""
    told: list[list[str]] = []

    def work(words: list[str], _progress: Progress) -> Outcome[SelfTest]:
        told.append(words)
        return Outcome(FOUND)

    monkeypatch.setattr(module, "_tried", work)
    return told


def begun(jobs: Jobs, ask: Answers, qtbot: QtBot) -> SelfTestDialog:
    dialog = SelfTestDialog(jobs, ask)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin()
    return dialog


def test_what_does_not_work_comes_first_with_its_facts(
    tried: list[list[str]], jobs: Jobs, ask: Answers, qtbot: QtBot
) -> None:
    dialog = begun(jobs, ask, qtbot)
    assert tried == [["-platform", QGuiApplication.platformName()]]
    text = dialog.view.toPlainText()
    assert text.index("HỎNG") < text.index("Đạt")
    assert "Arial <ễ>" in text
    assert "PDF/A-3U" not in text
    assert "C:\\Logs & more" in text
    assert "Có 1 việc" in dialog.headline.text()
    assert not nameless(dialog) + english_left(dialog)


def test_it_is_copied_whole_and_saved_as_json(
    tried: list[list[str]], jobs: Jobs, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "a.json"
    dialog = begun(jobs, Answers(place), qtbot)
    dialog.copy_button.click()
    assert "PDF/A-3U" in QGuiApplication.clipboard().text()
    dialog.save_button.click()
    assert json.loads(place.read_text("utf-8"))["checks"][1]["name"] == "fonts"


def test_a_place_that_cannot_be_written_is_told(
    tried: list[list[str]], jobs: Jobs, tmp_path: Path, qtbot: QtBot
) -> None:
    ask = Answers(tmp_path / "missing" / "a.json")
    dialog = begun(jobs, ask, qtbot)
    dialog.save_button.click()
    assert len(ask.faults) == 1


def test_a_stop_says_that_not_all_was_tried(
    jobs: Jobs, ask: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_words: list[str], _progress: Progress) -> Outcome[SelfTest]:
        raise Cancelled

    monkeypatch.setattr(module, "_tried", stop)
    dialog = begun(jobs, ask, qtbot)
    assert dialog.headline.text() == STOPPED
    assert not dialog.save_button.isEnabled()
