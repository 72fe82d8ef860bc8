"""What runs is told in the dialog itself, and can be stopped there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.running_line import RunningLine
from desktop.progress import Step


def made(qtbot: QtBot) -> RunningLine:
    line = RunningLine()
    qtbot.addWidget(line)
    return line


def test_quick_work_is_never_shown(qtbot: QtBot) -> None:
    line = made(qtbot)
    line.follow(True)
    assert line.isHidden()
    line.follow(False)
    qtbot.wait(700)
    assert line.isHidden()


def test_long_work_is_shown_with_its_stage_and_a_way_to_stop_it(qtbot: QtBot) -> None:
    line = made(qtbot)
    line.follow(True)
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=3_000)
    line.show_step(Step("recording", 40, 200))
    assert line.words.text() == "Đang ghi"
    assert (line.progress.value(), line.progress.maximum()) == (40, 200)
    with qtbot.waitSignal(line.stop_wanted):
        QTest.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert not line.stop.isEnabled()
    assert line.words.text() == "Đang dừng…"
    line.follow(False)
    line.follow(True)
    assert line.stop.isEnabled()
