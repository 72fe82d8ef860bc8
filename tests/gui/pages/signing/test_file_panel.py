"""A key file is chosen, and its password hidden."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.pages.signing.file_panel import FilePanel
from desktop.gui.pages.signing.key_panel import KeyPanel
from tests.gui.pages.report_desk import PASSWORD, Desk


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> FilePanel:
    made = FilePanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_file_there_is_nothing_to_look_at(desk: Desk, qtbot: QtBot) -> None:
    keys = KeyPanel(desk.session)
    qtbot.addWidget(keys)
    assert not keys.files.look.isEnabled()
    keys.file.setText(str(desk.key))
    assert keys.files.look.isEnabled()


def test_the_file_can_be_browsed_for(desk: Desk, panel: FilePanel) -> None:
    desk.ask.script = [None, desk.key]
    panel.browse.click()
    assert not panel.file.text()
    panel.browse.click()
    assert panel.file.text() == str(desk.key)


def test_a_missing_file_is_told_and_can_be_mended(desk: Desk, qtbot: QtBot) -> None:
    keys = KeyPanel(desk.session)
    qtbot.addWidget(keys)
    keys.file.setText(str(desk.folder / "không có.p12"))
    keys.open_key()
    assert desk.ask.faults[0].what == "Không tìm thấy tệp khóa “không có.p12”."
    assert keys.files.look.isEnabled()


def test_the_file_used_last_is_there_the_next_time_and_its_password_is_not(
    desk: Desk, panel: FilePanel, qtbot: QtBot
) -> None:
    keys = KeyPanel(desk.session)
    qtbot.addWidget(keys)
    keys.file.setText(str(desk.key))
    keys.password.setText(PASSWORD)
    keys.open_key()
    again = FilePanel(desk.session)
    qtbot.addWidget(again)
    assert again.file.text() == str(desk.key)
    assert not again.password.text()


def test_the_password_is_hidden(panel: FilePanel) -> None:
    assert panel.password.echoMode() == QLineEdit.EchoMode.Password
