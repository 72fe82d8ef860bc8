"""An installer is asked for, checked, shown, and started, or left without a trace."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.errors import UpdateError
from desktop.gui.app import Program
from desktop.gui.jobs import Jobs
from desktop.gui.settings import Settings
from desktop.gui.updating.updater import Updater
from desktop.operations.offices import apply_update
from tests.fakes import Answers
from tests.files.release.releases import a_release

A_FILE, A_FOLDER = "Chọn tệp bộ cài…", "Chọn USB, thư mục…"


@pytest.fixture(autouse=True)
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test its own folders: of passing files, of data, of the program."""
    for name in ("tạm", "chương trình"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tạm"))
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "dữ liệu")
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path / "chương trình"))
    return tmp_path / "tạm"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    monkeypatch.setattr(
        apply_update, "start_installer", lambda copy, _program: found.append(copy)
    )
    return found


@pytest.fixture
def updater(jobs: Jobs, ask: Answers, qtbot: QtBot) -> Updater:
    page = QWidget()
    qtbot.addWidget(page)
    made = Updater(jobs, ask, lambda: None, page)
    made.page = page  # type: ignore[attr-defined]  # else Python drops it
    return made


def test_a_file_or_the_stick_it_lies_on_is_asked_for(
    updater: Updater, ask: Answers, tmp_path: Path
) -> None:
    installer = a_release(tmp_path / "USB")
    for script in ([A_FILE, installer], [A_FOLDER, tmp_path / "USB"]):
        ask.script = list(script)
        updater.ask()
        assert updater.dialog is not None
        assert "Bản 9.1.0" in updater.dialog.text
        updater.dialog.reject()
        assert updater.dialog is None


def test_thinking_better_of_it_asks_no_more(updater: Updater, ask: Answers) -> None:
    for script in ([None], [A_FILE, None], [A_FOLDER, None]):
        ask.script = list(script)
        updater.ask()
        assert updater.dialog is None
        assert not ask.script


def test_leaving_the_dialog_leaves_no_copy(
    updater: Updater, copies: Path, tmp_path: Path
) -> None:
    a_release(tmp_path / "USB")
    updater.check(tmp_path / "USB")
    assert len(list(copies.iterdir())) == 1
    assert updater.dialog is not None
    updater.dialog.reject()
    assert not list(copies.iterdir())


def test_a_compared_one_is_started_from_our_copy_and_the_program_makes_way(
    updater: Updater, started: list[Path], copies: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    a_release(tmp_path / "USB")
    updater.check(tmp_path / "USB")
    dialog = updater.dialog
    assert dialog is not None
    assert dialog.compared is not None
    dialog.compared.setChecked(True)
    with qtbot.waitSignal(updater.started):
        dialog.wanted.emit()
    assert updater.dialog is None
    (copy,) = started
    assert copy.is_relative_to(copies)
    assert copy.exists()


def test_what_does_not_start_is_told_and_can_be_tried_again(
    updater: Updater, ask: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(copy: Path, _program: Path) -> None:
        raise UpdateError(copy, "not_started", "Access is denied")

    monkeypatch.setattr(apply_update, "start_installer", fail)
    a_release(tmp_path / "USB")
    updater.check(tmp_path / "USB")
    dialog = updater.dialog
    assert dialog is not None
    assert dialog.compared is not None
    dialog.compared.setChecked(True)
    dialog.wanted.emit()
    (fault,) = ask.faults
    assert "Access is denied" in fault.why
    assert updater.dialog is dialog
    assert dialog.go is not None
    assert dialog.go.isEnabled()
    dialog.reject()


def test_one_not_compared_never_starts_even_if_asked(
    updater: Updater, ask: Answers, started: list[Path], tmp_path: Path
) -> None:
    a_release(tmp_path / "USB")
    updater.check(tmp_path / "USB")
    assert updater.dialog is not None
    updater.dialog.wanted.emit()
    assert not started
    assert "so mã" in ask.faults[0].next + ask.faults[0].why
    updater.dialog.reject()


def test_another_installer_takes_the_place_of_the_first(
    updater: Updater, copies: Path, tmp_path: Path
) -> None:
    a_release(tmp_path / "a")
    a_release(tmp_path / "b", "9.2.0")
    updater.check(tmp_path / "a")
    updater.check(tmp_path / "b")
    assert updater.dialog is not None
    assert "Bản 9.2.0" in updater.dialog.text
    assert len(list(copies.iterdir())) == 1
    updater.dialog.reject()
    assert not list(copies.iterdir())


def test_the_menu_leads_here_and_office_and_window_close_once_it_started(
    settings: Settings,
    jobs: Jobs,
    office: Path,
    started: list[Path],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    a_release(tmp_path / "USB")
    ask = Answers(A_FOLDER, tmp_path / "USB")
    program = Program(settings, jobs, ask)
    qtbot.addWidget(program.window)
    program.begin(office)
    qtbot.waitUntil(lambda: program.window.session is not None)
    program.window.menus.update_wanted.emit()
    assert program.updater is not None
    dialog = program.updater.dialog
    assert dialog is not None
    assert dialog.compared is not None
    dialog.compared.setChecked(True)
    dialog.wanted.emit()
    assert len(started) == 1
    assert len(list((office.parent / "sao-luu").glob("*.stt"))) >= 1
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert program.offices is not None
    assert program.offices.session is None
    assert not ask.told  # such as that a stick may be pulled out
    program.end()
