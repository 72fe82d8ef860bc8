"""A key is opened in one of two ways, looked at, and forgotten."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.errors import SignatureError
from desktop.gui.jobs import Jobs
from desktop.gui.pages.signing import key_work
from desktop.gui.pages.signing.key_panel import KeyPanel
from desktop.operations.offices.set_preferences import set_preferences
from tests.builders import NOW
from tests.files import pki
from tests.files.softhsm import PIN, SoftHsm, SoftToken
from tests.gui import walking
from tests.gui.pages.report_desk import PASSWORD, Desk, issue


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> KeyPanel:
    made = KeyPanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def open_file(panel: KeyPanel, desk: Desk, password: str = PASSWORD) -> None:
    panel.file.setText(str(desk.key))
    panel.password.setText(password)
    panel.open_key()


def test_enter_in_the_password_opens_the_key(desk: Desk, panel: KeyPanel) -> None:
    panel.file.setText(str(desk.key))
    panel.password.setText(PASSWORD)
    QTest.keyClick(panel.password, Qt.Key.Key_Return)
    assert panel.opened is not None
    assert "test_key" in panel.opened.doubts
    assert "Hiệu lực: " in panel.facts.text()


def test_forgetting_leaves_neither_key_nor_password(
    desk: Desk, panel: KeyPanel
) -> None:
    open_file(panel, desk)
    panel.forget()
    assert (panel.opened, panel.password.text(), panel.facts.text()) == (None, "", "")


def test_the_other_way_lets_go_of_the_key_that_was_open(
    desk: Desk, panel: KeyPanel
) -> None:
    open_file(panel, desk)
    panel.show_way(token=True)
    assert panel.opened is None
    assert not panel.facts.text()
    assert panel.by_token.isChecked()


def test_the_way_used_last_is_shown_first(
    today: Desk, plugged: tuple[SoftHsm, SoftToken], qtbot: QtBot
) -> None:
    hsm, _token = plugged
    panel = KeyPanel(today.session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.source is panel.files
    panel.show_way(token=True)
    panel.tokens.module.addItem("SoftHSM", str(hsm.module))
    panel.tokens.module.setCurrentIndex(panel.tokens.module.count() - 1)
    panel.tokens.search()
    panel.tokens.pin.setText(PIN)
    panel.open_key()
    assert panel.opened is not None
    assert panel.opened.key.token
    panel.forget()
    again = KeyPanel(today.session)
    qtbot.addWidget(again)
    assert again.source is again.tokens
    path = pki.pki().person.write_p12(today.folder / "a.p12")
    again.file.setText(str(path))
    again.show_way(token=False)
    again.password.setText(pki.PASSWORD)
    again.open_key()
    assert key_work.own_settings().key_file == path


def test_a_key_on_a_token_signs_until_it_is_forgotten(
    today: Desk, plugged: tuple[SoftHsm, SoftToken], qtbot: QtBot
) -> None:
    panel = KeyPanel(today.session)
    qtbot.addWidget(panel)
    panel.show_way(token=True)
    panel.tokens.module.addItem("SoftHSM", str(plugged[0].module))
    panel.tokens.module.setCurrentIndex(panel.tokens.module.count() - 1)
    panel.tokens.search()
    panel.tokens.pin.setText(PIN)
    panel.open_key()
    assert panel.opened is not None
    assert not panel.tokens.pin.text()
    key = panel.opened.key
    assert key.sign(b"x", "sha256")
    panel.forget()
    with pytest.raises(SignatureError, match="session_over"):
        key.sign(b"x", "sha256")


def test_a_key_opened_off_the_main_thread_stays_open(
    today: Desk, plugged: tuple[SoftHsm, SoftToken], qtbot: QtBot
) -> None:
    jobs = today.session.jobs = Jobs()
    panel = KeyPanel(today.session)
    qtbot.addWidget(panel)
    panel.show_way(token=True)
    panel.tokens.module.addItem("SoftHSM", str(plugged[0].module))
    panel.tokens.module.setCurrentIndex(panel.tokens.module.count() - 1)
    panel.tokens.search()
    qtbot.waitUntil(lambda: not jobs.waiting)
    panel.tokens.pin.setText(PIN)
    panel.open_key()
    qtbot.waitUntil(lambda: not jobs.waiting)
    assert panel.opened is not None
    assert panel.opened.key.sign(b"x", "sha256")
    assert not panel.tokens.busy
    panel.forget()
    jobs.close()


def test_a_clock_behind_the_last_signing_is_asked_about_and_confirmed(
    desk: Desk, panel: KeyPanel
) -> None:
    issue(desk.store)
    desk.store.now = lambda: NOW - dt.timedelta(days=1)
    desk.ask.script = [False, True]
    open_file(panel, desk)
    assert (panel.opened, len(desk.ask.faults)) == (None, 1)
    open_file(panel, desk)
    assert len(desk.ask.faults) == 1
    assert "Đồng hồ của máy" in desk.ask.asked[-1]
    open_file(panel, desk)
    assert panel.opened is not None


def test_everything_has_a_name_in_both_ways(panel: KeyPanel) -> None:
    assert not walking.nameless(panel)
    assert not walking.english_left(panel)
    panel.show_way(token=True)
    assert not walking.nameless(panel)


def test_a_real_office_offers_no_test_key(desk: Desk, qtbot: QtBot) -> None:
    keys = KeyPanel(desk.session)
    qtbot.addWidget(keys)
    assert keys.files.make.isHidden()


def test_a_practice_office_makes_a_test_key_and_opens_it(
    desk: Desk, qtbot: QtBot
) -> None:
    set_preferences(desk.store, replace(desk.session.preferences, practice=True))
    desk.session.jobs.changed.emit(frozenset({"preferences"}), None)
    keys = KeyPanel(desk.session)
    qtbot.addWidget(keys)
    assert not keys.files.make.isHidden()
    keys.expect("Nguyễn Thị Ánh")
    desk.ask.script = [None, PASSWORD]
    keys.files.make.click()
    assert not keys.file.text(), "no password, no key"
    keys.files.make.click()
    assert keys.opened is not None
    assert keys.opened.key.name == "Nguyễn Thị Ánh - KÝ THỬ"
    assert keys.file.text().endswith("nguyen-thi-anh.p12")
