"""A key file is opened, looked at, and forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.files.signatures.keys import load_key
from desktop.gui.pages.signing.key_panel import KeyPanel, facts
from desktop.gui.pages.signing.signing import OpenKey
from tests.files import pki
from tests.gui import walking
from tests.gui.pages.report_desk import PASSWORD, Desk


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> KeyPanel:
    made = KeyPanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_file_there_is_nothing_to_look_at(panel: KeyPanel) -> None:
    assert not panel.look.isEnabled()


def test_the_file_can_be_browsed_for(desk: Desk, panel: KeyPanel) -> None:
    desk.ask.script = [None, desk.key]
    panel.browse.click()
    assert not panel.file.text()
    panel.browse.click()
    assert panel.file.text() == str(desk.key)


def test_enter_in_the_password_opens_the_key(desk: Desk, panel: KeyPanel) -> None:
    panel.file.setText(str(desk.key))
    panel.password.setText(PASSWORD)
    QTest.keyClick(panel.password, Qt.Key.Key_Return)
    assert panel.opened is not None
    assert panel.opened.doubts == ("test_key",)
    assert "Hiệu lực: " in panel.facts.text()


def test_a_missing_file_is_told_and_can_be_mended(desk: Desk, panel: KeyPanel) -> None:
    panel.file.setText(str(desk.folder / "không có.p12"))
    panel.open_key()
    assert desk.ask.faults[0].what == "Không đọc được tệp khóa “không có.p12”."
    assert panel.look.isEnabled()


def test_forgetting_leaves_neither_key_nor_password(
    desk: Desk, panel: KeyPanel
) -> None:
    panel.file.setText(str(desk.key))
    panel.password.setText(PASSWORD)
    panel.open_key()
    panel.forget()
    assert (panel.opened, panel.password.text(), panel.facts.text()) == (None, "", "")


def test_every_doubt_is_told_beside_the_facts(tmp_path: Path) -> None:
    path = pki.pki().person.write_p12(tmp_path / "a.p12")
    key = load_key(path, pki.PASSWORD)
    said = facts(OpenKey(key, ("untrusted", "expires_soon")))
    assert f"Người ký: {key.name}" in said
    assert "▲ Máy này chưa biết nơi cấp chứng thư số." in said
    assert "▲ Chứng thư số sắp hết hạn." in said
    assert "KÝ THỬ" not in said


def test_the_password_is_hidden_and_everything_has_a_name(panel: KeyPanel) -> None:
    assert panel.password.echoMode() == QLineEdit.EchoMode.Password
    assert not walking.nameless(panel)
