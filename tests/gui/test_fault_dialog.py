"""A fault stays until read, in four lines, and can be copied."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.errors import StoreUnavailableError
from desktop.gui.fault_dialog import FaultDialog
from desktop.wording.faults import Message, explain
from tests.gui.walking import english_left, nameless

MESSAGE = Message("Chưa mở được", "Tệp đang mở", "Không thay đổi.", "Đóng bên kia")


def a_dialog(qtbot: QtBot, message: Message = MESSAGE, *actions: str) -> FaultDialog:
    made = FaultDialog(message, actions)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_four_lines_are_shown_and_copied(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot)
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    lines = [MESSAGE.what, MESSAGE.why, MESSAGE.data, MESSAGE.next]
    assert [text for text in shown if text in lines] == lines
    copy = next(b for b in dialog.findChildren(QPushButton) if "Chép" in b.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    assert dialog.isVisible()


def test_an_action_is_answered_by_its_number(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, MESSAGE, "Mở sổ khác…", "Khôi phục…")
    second = next(b for b in dialog.findChildren(QPushButton) if "Khôi" in b.text())
    second.click()
    assert (dialog.chosen, dialog.isVisible()) == (1, False)


def test_a_long_fault_fits_a_small_screen(qtbot: QtBot) -> None:
    path = Path("/") / "rất dài" / ("thư mục " * 20) / "so.stt"
    dialog = a_dialog(qtbot, explain(StoreUnavailableError(path, "in_use")))
    assert dialog.sizeHint().height() <= 700
    assert not nameless(dialog) + english_left(dialog)
