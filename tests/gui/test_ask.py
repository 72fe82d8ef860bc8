"""Questions bear verbs; files get the ending of their kind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.ask import WIDE, AskUser, filters, with_ending
from desktop.gui.settings import Settings
from tests.gui.walking import english_left, nameless

EXCEL = (("Excel", "*.xlsx"), ("Mọi tệp", "*"))


def while_open(look: Callable[[QDialog], object]) -> None:
    """Do something with the next dialog, once it is open."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                look(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()  # else a failure would wait for ever
        else:
            QTimer.singleShot(10, find)

    QTimer.singleShot(0, find)


def press(words: str) -> Callable[[QDialog], object]:
    def look(dialog: QDialog) -> None:
        assert not english_left(dialog)
        assert not nameless(dialog)
        buttons = dialog.findChildren(QAbstractButton)
        next(each for each in buttons if each.text().replace("&", "") == words).click()

    return look


@pytest.mark.parametrize(("pressed", "answer"), [("Xóa 3 dòng", True), ("Thôi", False)])
def test_the_verb_does_it_and_the_refusal_does_not(
    qtbot: QtBot, settings: Settings, pressed: str, answer: bool
) -> None:
    while_open(press(pressed))
    assert AskUser(settings).confirm("Xóa?", verb="Xóa 3 dòng") is answer


def test_escape_refuses(qtbot: QtBot, settings: Settings) -> None:
    while_open(lambda dialog: dialog.reject())
    assert AskUser(settings).confirm("Xóa?", verb="Xóa") is False


@pytest.mark.parametrize(("pressed", "answer"), [("Ghi đè", 1), ("Thôi", None)])
def test_one_of_several_is_chosen_by_its_verb(
    qtbot: QtBot, settings: Settings, pressed: str, answer: int | None
) -> None:
    while_open(press(pressed))
    assert AskUser(settings).choose("Đã có", ("Giữ cả hai", "Ghi đè")) == answer


def test_a_password_is_hidden_and_returned(qtbot: QtBot, settings: Settings) -> None:
    def look(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        assert line.echoMode() == QLineEdit.EchoMode.Password
        assert line.width() >= WIDE, "a long password, a public key are seen whole"
        line.setText("bí mật")
        press("Tiếp tục")(dialog)

    while_open(look)
    assert AskUser(settings).password("Ký", "Mật khẩu") == "bí mật"


def test_the_button_of_a_line_says_what_it_does(
    qtbot: QtBot, settings: Settings
) -> None:
    while_open(press("Mở lại kỳ"))
    asked = AskUser(settings).line("Mở lại kỳ", "Lý do", "cũ", verb="Mở lại kỳ")
    assert asked == "cũ"


def test_giving_up_a_line_is_not_an_empty_line(
    qtbot: QtBot, settings: Settings
) -> None:
    while_open(press("Thôi"))
    assert AskUser(settings).line("Tên", "Tên", "cũ") is None


def test_kinds_of_files_are_written_as_qt_takes_them() -> None:
    assert filters(EXCEL) == "Excel (*.xlsx);;Mọi tệp (*)"


@pytest.mark.parametrize(
    ("name", "whole"), [("", ""), ("a", "a.xlsx"), ("a.xls", "a.xls")]
)
def test_a_name_without_ending_gets_that_of_its_kind(name: str, whole: str) -> None:
    assert with_ending(name, EXCEL) == whole


def test_each_purpose_remembers_its_folder(settings: Settings, tmp_path: Path) -> None:
    settings.remember_folder("report", tmp_path)
    assert settings.folder("report") == tmp_path
    assert settings.folder("backup") == Path.home()
