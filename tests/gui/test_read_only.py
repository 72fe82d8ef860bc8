"""What writes cannot be pressed where an office is only looked at."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui.read_only import ReadOnly, writes


@pytest.mark.parametrize(
    "words",
    ["Ghi mới", "&Sửa…", "Xóa", "3  Ban hành", "Thêm tệp…", "Đánh số lại…", "&Lên"],
)
def test_words_that_write_are_known(words: str) -> None:
    assert writes(words)


@pytest.mark.parametrize(
    "words", ["Bỏ lọc", "Lọc", "Chép", "Đóng", "Xem thêm", "1  Soạn", "Lịch sử…", ""]
)
def test_words_that_read_are_left(words: str) -> None:
    assert not writes(words)


def test_buttons_actions_and_texts_are_forbidden_for_good(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    write, read = QPushButton("Ghi"), QPushButton("Lọc")
    text, line = QPlainTextEdit(), QLineEdit()
    for one in (write, read, text, line):
        layout.addWidget(one)
    action = QAction("Xóa", page)
    page.addAction(action)
    ReadOnly(page)
    assert not write.isEnabled()
    assert read.isEnabled()
    assert text.isReadOnly()
    assert not line.isReadOnly(), "filters are typed into"
    write.setEnabled(True)
    action.setEnabled(True)
    assert not write.isEnabled()
    assert not action.isEnabled()


def test_what_comes_later_is_forbidden_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    ReadOnly(page)
    dialog = QDialog(page)
    layout = QVBoxLayout(dialog)
    late = QPushButton("Ghi và thêm tiếp")
    layout.addWidget(late)
    qtbot.waitUntil(lambda: not late.isEnabled())
