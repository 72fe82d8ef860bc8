"""A file given at the start is opened where it belongs, or refused in four lines."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.given_files import GivenFiles, raise_window
from desktop.gui.jobs import Jobs
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.settings import Settings
from tests.fakes import Answers


@pytest.fixture
def program(
    settings: Settings,
    jobs: Jobs,
    ask: Answers,
    qtbot: QtBot,
) -> Iterator[Program]:
    """Show a window that asks nobody how to begin."""
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    made.end()


def begun(program: Program, qtbot: QtBot, *files: Path) -> GivenFiles:
    with qtbot.waitSignal(program.window.painted):
        program.begin(*files)
    qtbot.waitUntil(lambda: program.given is not None)
    assert program.given is not None
    return program.given


def a_pdf(folder: Path, name: str = "trống.pdf") -> Path:
    path = folder / name
    path.write_bytes(b"%PDF-1.7")
    return path


def shown_check(program: Program) -> str:
    assert program.verifier is not None
    assert program.verifier.dialog is not None
    return program.verifier.dialog.view.text


def test_an_office_opens_instead_of_the_last_one(
    program: Program, office: Path, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    last = Path(shutil.copy(office, tmp_path / "trước.stt"))
    settings.remember_office(last)
    begun(program, qtbot, office)
    qtbot.waitUntil(lambda: program.window.session is not None)
    assert program.window.session is not None
    assert program.window.session.store.path == office


def test_a_signed_file_is_checked_beside_the_last_office(
    program: Program, office: Path, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.remember_office(office)
    begun(program, qtbot, a_pdf(tmp_path))
    assert program.window.session is not None
    assert "trống.pdf" in shown_check(program)


def test_without_any_office_a_file_is_checked_and_nothing_is_asked(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    begun(program, qtbot, a_pdf(tmp_path))
    assert program.window.session is None
    assert "trống.pdf" in shown_check(program)


def test_several_files_are_checked_one_after_the_other(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    begun(program, qtbot, a_pdf(tmp_path, "một.pdf"), a_pdf(tmp_path, "hai.pdf"))
    assert "một.pdf" in shown_check(program)
    assert program.verifier is not None
    assert program.verifier.dialog is not None
    program.verifier.dialog.reject()
    assert "hai.pdf" in shown_check(program)
    assert program.verifier.dialog is not None
    program.verifier.dialog.reject()
    assert program.verifier.dialog is None


@pytest.mark.parametrize("names", [["goi_1.zip"], ["biểu.xlsx", "a.pdf"], ["goi.age"]])
def test_what_units_send_goes_into_the_tray_of_an_open_office(
    program: Program, office: Path, tmp_path: Path, qtbot: QtBot, names: list[str]
) -> None:
    files = [tmp_path / name for name in names]
    for one in files:
        one.write_bytes(b"x")
    begun(program, qtbot, office, *files)
    qtbot.waitUntil(lambda: program.window.place == "collect")
    page = program.window.page("collect")
    assert isinstance(page, CollectPage)
    tray = page.others["tray"].fill()
    assert set(tray.contents.paths) == set(files)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("thư.docx", "không mở được"),
        ("mất.zip", "Không tìm thấy"),
        ("gói.age", "chưa mở sổ nào"),
        ("biểu thu", "không mở được"),
    ],
)
def test_what_cannot_be_shown_is_told_in_four_lines(
    program: Program, ask: Answers, tmp_path: Path, qtbot: QtBot, name: str, reason: str
) -> None:
    path = tmp_path / name
    if not name.startswith("mất"):
        path.write_bytes(b"x")
    begun(program, qtbot, path)
    assert len(ask.faults) == 1
    assert reason in ask.faults[0].what
    assert name in ask.faults[0].what
    assert ask.faults[0].data == "Không thay đổi."


def test_while_a_dialog_is_open_files_wait(
    program: Program, office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    given = begun(program, qtbot, office)
    other = Path(shutil.copy(office, tmp_path / "khác.stt"))
    dialog = QDialog(program.window)
    dialog.setModal(True)
    dialog.show()
    given.take([other])
    qtbot.wait(400)
    assert program.window.session is not None
    assert program.window.session.store.path == office
    dialog.close()
    qtbot.waitUntil(
        lambda: (
            program.window.session is not None
            and program.window.session.store.path == other
        )
    )


def test_a_start_without_files_only_raises_the_window(
    program: Program, office: Path, qtbot: QtBot
) -> None:
    given = begun(program, qtbot, office)
    program.window.showMinimized()
    given.take(())
    assert not program.window.isMinimized()
    assert program.window.isVisible()


def test_an_open_dialog_comes_forward_with_its_window(
    program: Program, office: Path, qtbot: QtBot
) -> None:
    begun(program, qtbot, office)
    dialog = QDialog(program.window)
    dialog.setModal(True)
    dialog.show()
    raise_window(program.window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.close()
