"""The page is written for the office that is open, or for none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.files.pdf.texts import first_text
from desktop.gui.jobs import Jobs
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.signing_guide import SigningGuide
from desktop.gui.window import Window
from tests.fakes import Answers


@pytest.fixture
def window(settings: Settings, jobs: Jobs, qtbot: QtBot) -> Iterator[Window]:
    made = Window(settings, jobs)
    qtbot.addWidget(made)
    yield made
    made.session = None


def written(window: Window, jobs: Jobs, path: Path | None) -> Answers:
    ask = Answers(path)
    SigningGuide(jobs, ask, window).ask()
    return ask


def test_it_is_written_where_no_office_is_open(
    window: Window, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    written(window, jobs, path)
    assert "Tệp: ....." in first_text(path.read_bytes())
    assert window.message.text == "Đã ghi hướng dẫn ký số: a.pdf"
    verbs = [one.text() for one in window.message.findChildren(QPushButton)]
    assert "Mở để in" in verbs


def test_an_office_without_a_report_leaves_room_to_write(
    window: Window, session: Session, jobs: Jobs, tmp_path: Path
) -> None:
    window.session = session
    path = tmp_path / "a.pdf"
    assert written(window, jobs, path).faults == []
    assert "Tệp: ....." in first_text(path.read_bytes())


def test_a_place_that_takes_nothing_is_told_in_four_lines(
    window: Window, jobs: Jobs, tmp_path: Path
) -> None:
    ask = written(window, jobs, tmp_path / "không có" / "a.pdf")
    assert len(ask.faults) == 1


def test_whoever_thinks_better_of_it_gets_nothing(
    window: Window, jobs: Jobs, tmp_path: Path
) -> None:
    written(window, jobs, None)
    assert list(tmp_path.glob("*.pdf")) == []
    assert window.message.text == ""
