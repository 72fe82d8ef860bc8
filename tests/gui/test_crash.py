"""A bug nobody foresaw is kept, shown and copied; the program goes on."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

import desktop
from desktop.gui.crash import CrashDialog, CrashHooks, report
from tests.fakes import Answers
from tests.gui.walking import english_left, nameless
from tests.store.powerless import read_only


def in_the_test() -> None:
    raise ZeroDivisionError


def a_bug() -> Exception:
    try:
        in_the_test()
    except ZeroDivisionError as error:
        return error
    raise AssertionError


@pytest.fixture
def hooks(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> Iterator[CrashHooks]:
    made = CrashHooks(tmp_path)
    assert made.install() == ""
    yield made
    made.uninstall()


def test_a_bug_on_the_main_thread_is_told_and_logged(
    hooks: CrashHooks, qtbot: QtBot
) -> None:
    error = a_bug()
    with qtbot.waitSignal(hooks.crashed) as told:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" in told.args[0]
    assert "in_the_test" in hooks.log_file.read_text("utf-8")


def test_a_bug_on_another_thread_is_told_on_the_main_one(
    hooks: CrashHooks, qtbot: QtBot
) -> None:
    def elsewhere() -> None:
        raise ZeroDivisionError

    def work() -> None:
        elsewhere()

    with qtbot.waitSignal(hooks.crashed) as told:
        threading.Thread(target=work).start()
    assert "elsewhere" in told.args[0]


def test_what_qt_says_is_logged(
    hooks: CrashHooks, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        qWarning("strange font")
    assert "strange font" in caplog.text


def test_a_run_that_died_is_reported_by_the_next(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "dung-dot-ngot.txt").write_text("Fatal Python error", "utf-8")
    hooks = CrashHooks(tmp_path)
    assert hooks.install() == "Fatal Python error"
    hooks.uninstall()
    again = CrashHooks(tmp_path)
    assert again.install() == ""
    again.uninstall()


def test_what_somebody_understands_is_no_bug(
    hooks: CrashHooks, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    hooks.crashed.connect(told.append)
    hooks.understands = lambda error: isinstance(error, ZeroDivisionError)
    hooks.report(a_bug())
    assert told == []
    assert not hooks.log_file.exists()
    hooks.report(ValueError("a bug"))
    assert "ValueError" in told[0]


def test_without_a_folder_for_logs_bugs_are_told_all_the_same(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    locked = tmp_path / "khóa"
    locked.mkdir()
    hooks = CrashHooks(locked / "nhat-ky")
    told: list[str] = []
    hooks.crashed.connect(told.append)
    with read_only(locked):
        assert hooks.install() == ""
        hooks.report(a_bug())
        hooks.uninstall()
    assert "ZeroDivisionError" in told[0]
    assert list(locked.iterdir()) == []


def test_a_report_tells_versions_and_trace() -> None:
    text = report(a_bug())
    assert desktop.__version__ in text
    assert "Python 3" in text
    assert "test_crash.py" in text


def test_the_dialog_shows_copies_and_saves_the_whole_report(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "bao-cao.txt"
    dialog = CrashDialog("trace", Answers(place))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy()
    dialog.save()
    assert QGuiApplication.clipboard().text() == place.read_text("utf-8") == "trace"
    assert not nameless(dialog) + english_left(dialog)


def test_a_report_that_cannot_be_saved_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    ask = Answers(tmp_path / "missing" / "bao-cao.txt")
    dialog = CrashDialog("trace", ask)
    qtbot.addWidget(dialog)
    dialog.save()
    assert len(ask.told) == 1
