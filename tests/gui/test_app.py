"""The program from its first paint to its end; and Qt's own words in Vietnamese."""

import datetime as dt
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QWizard,
)
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.gui import app
from desktop.gui.app import Program
from desktop.gui.jobs import Job, Jobs
from desktop.gui.self_testing import dialog as dialog_module
from desktop.gui.settings import Settings
from desktop.gui.start import StartDialog
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step
from desktop.records.self_test import SelfTest, Trial
from tests.fakes import Answers
from tests.gui.walking import english_left, nameless, qt_words

TS, QM = (paths.RESOURCES / "i18n" / f"qt_vi.{end}" for end in ("ts", "qm"))


@pytest.fixture
def program(
    settings: Settings, jobs: Jobs, ask: Answers, qtbot: QtBot
) -> Iterator[Program]:
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    made.end()


def test_the_window_is_painted_before_the_office_is_opened(
    program: Program, office: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.window.painted):
        program.begin(office)
        assert program.offices is None
    qtbot.waitUntil(lambda: program.window.session is not None)
    assert not nameless(program.window)
    assert not english_left(program.window)


def test_the_last_office_opens_again(
    program: Program, office: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.remember_office(office)
    program.begin()
    qtbot.waitUntil(lambda: program.window.session is not None)
    assert program.window.session is not None
    assert program.window.session.store.path == office


def test_the_first_start_asks_what_to_begin_with(
    program: Program, qtbot: QtBot
) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StartDialog)
        seen.append(nameless(dialog) + english_left(dialog))
        dialog.reject()

    # Its own loop runs while it is open: what looks at it must be under way before.
    QTimer.singleShot(500, look)
    program.begin()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [[]]
    assert program.window.session is None


def test_closing_while_a_job_runs_asks_first(
    program: Program, office: Path, ask: Answers, qtbot: QtBot
) -> None:
    program.begin(office)
    qtbot.waitUntil(lambda: program.window.session is not None)
    program.jobs._waiting.append(Job(lambda _progress: Outcome(None), title="Sao lưu"))
    ask.script = [False, True]
    program.window.close()
    assert program.window.isVisible()
    program.window.close()
    assert not program.window.isVisible()
    assert "Sao lưu" in ask.asked[0]
    program.jobs._waiting.clear()


def test_text_size_and_colours_are_kept(
    program: Program, settings: Settings, office: Path, qtbot: QtBot
) -> None:
    program.begin(office)
    qtbot.waitUntil(lambda: program.window.session is not None)
    before = QApplication.font().pointSizeF()
    program.window.menus.text_size_wanted.emit(10)
    assert (settings.text_size, QApplication.font().pointSizeF() > before) == (
        110,
        True,
    )
    program.window.menus.text_size_wanted.emit(0)
    assert QApplication.font().pointSizeF() == before
    program.window.menus.scheme_wanted.emit("dark")
    assert settings.scheme == "dark"
    program.window.menus.scheme_wanted.emit("light")


def test_the_shipped_translation_is_made_from_its_source(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = tmp_path / "qt_vi.qm"
    subprocess.run([tool, "-silent", TS, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == QM.read_bytes()


def test_no_translation_is_left_undone() -> None:
    text = TS.read_text("utf-8")
    assert 'type="unfinished"' not in text
    assert "<translation></translation>" not in text
    assert len(qt_words()) > 300


@pytest.mark.parametrize(
    ("context", "word", "ours"),
    [
        ("QPlatformTheme", "Save All", "Lưu tất cả"),
        ("QPlatformTheme", "Cancel", "Thôi"),
        ("QLineEdit", "Select All", "Chọn tất cả"),
        ("QWidgetTextControl", "&Paste", "&Dán"),
        ("QPrintDialog", "Print", "In"),
    ],
)
def test_qt_s_own_words_are_vietnamese(
    qapp: QApplication, context: str, word: str, ours: str
) -> None:
    assert QCoreApplication.translate(context, word) == ours


def test_qt_s_own_dialogs_hold_no_english(qtbot: QtBot) -> None:
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton(0x0FFFFC00))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton(0x0FFFFC00))
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialogs = (box, buttons, files, QProgressDialog(), QWizard())
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert not english_left(dialog), type(dialog)


def test_the_menu_of_a_text_field_holds_no_english(qtbot: QtBot) -> None:
    for field in (QLineEdit("a"), QPlainTextEdit("a")):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        words = {
            action.text().split("\t")[0].replace("&", "") for action in menu.actions()
        }
        assert not words & qt_words()
        assert "Dán" in words
        menu.deleteLater()


def test_numbers_and_dates_are_vietnamese_whatever_the_machine(
    qapp: QApplication,
) -> None:
    assert QLocale().toString(1234567) == "1.234.567"


def test_a_file_can_be_checked_before_any_office_is_open(
    program: Program, tmp_path: Path, ask: Answers, qtbot: QtBot
) -> None:
    _leave_start()
    with qtbot.waitSignal(program.window.painted):
        program.window.show()
    qtbot.waitUntil(lambda: program.verifier is not None)
    file = tmp_path / "trống.pdf"
    file.write_bytes(b"%PDF-1.7")
    program.window.file_dropped.emit(file)
    assert program.verifier is not None
    assert program.verifier.dialog is not None
    assert "trống.pdf" in program.verifier.dialog.view.text
    program.verifier.dialog.reject()
    ask.script = [None]
    program.window.menus.verify_wanted.emit()
    assert ask.asked == ["Kiểm tra tệp nhận được"]


def _leave_start() -> None:
    """Close what asks how to begin, as soon as it is there."""
    shown = _dialogs()
    if not shown:
        QTimer.singleShot(50, _leave_start)
    for each in shown:
        each.close()


def _dialogs() -> list[StartDialog]:
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, StartDialog)
    ]


def test_the_end_of_a_session_stops_what_runs_and_asks_nobody(
    settings: Settings, ask: Answers, qtbot: QtBot
) -> None:
    jobs = Jobs()
    program = Program(settings, jobs, ask)
    qtbot.addWidget(program.window)
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress) -> Outcome[None]:
        try:
            begun.set()
            while True:
                progress(Step("recording", 0, 0))
        finally:
            ended.set()

    jobs.start(Job(work, title="Nhập bảng", initiator=program))
    assert begun.wait(5)
    program.end_session()
    assert ended.is_set()
    assert jobs.waiting  # its answer is not heard yet: nobody may be asked about it
    program.window.closing.emit()
    assert program.window.may_close
    assert ask.asked == []
    program.end()


def test_an_end_that_was_called_off_lets_the_question_be_asked_again(
    settings: Settings,
    ask: Answers,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "ENDING_TAKES", 1)
    jobs = Jobs()
    program = Program(settings, jobs, ask)
    qtbot.addWidget(program.window)
    program.end_session()
    qtbot.waitUntil(lambda: not program._ending.isActive())
    let_go = threading.Event()

    def work(_progress: Progress) -> Outcome[None]:
        let_go.wait(5)
        return Outcome(None)

    jobs.start(Job(work, title="Nhập bảng", initiator=program))
    ask.script = [False]
    program.window.closing.emit()
    let_go.set()
    (asked,) = ask.asked
    assert asked.startswith("Đang làm: Nhập bảng. Dừng lại và thoát?")
    assert not program.window.may_close, "nobody said yes"
    program.end()


def test_the_self_test_is_shown_above_the_window(
    program: Program, office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SelfTest(
        made_at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
        versions=(),
        places=(("data", str(office.parent)),),
        checks=(Trial(name="pdf", ok=True, took_ms=1, detail=""),),
    )
    monkeypatch.setattr(dialog_module, "_tried", lambda *_words: Outcome(found))
    program.begin(office)
    qtbot.waitUntil(lambda: program.window.session is not None)
    program.window.menus.self_test_wanted.emit()
    shown = program.window.findChild(dialog_module.SelfTestDialog)
    assert shown is not None
    assert shown.isVisible()
    assert "Vẽ và mở lại" in shown.view.toPlainText()
    shown.reject()
