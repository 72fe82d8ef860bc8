"""A certificate is chosen on a real token, and its PIN tried once."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.files.signatures.token.found import PinState
from desktop.gui.pages.signing.key_panel import KeyPanel
from desktop.gui.pages.signing.token_panel import NO_MODULE, PLUG_IN, TokenPanel
from tests.files import pki
from tests.files.softhsm import PIN, WRONG, SoftHsm, SoftToken
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def keys(today: Desk, qtbot: QtBot) -> KeyPanel:
    made = KeyPanel(today.session)
    qtbot.addWidget(made)
    made.show_way(token=True)
    made.show()
    return made


def search(keys: KeyPanel, module: Path) -> TokenPanel:
    panel = keys.tokens
    if panel.module.findData(str(module)) < 0:
        panel.module.addItem(module.name, str(module))
    panel.module.setCurrentIndex(panel.module.findData(str(module)))
    panel.search()
    return panel


def test_the_certificate_is_told_before_any_pin_is_asked(
    keys: KeyPanel, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    panel = search(keys, plugged[0].module)
    assert panel.certificate.count() == 1
    assert plugged[1].serial in panel.certificate.currentText()
    name = pki.pki().person.certificate.subject.rfc4514_string()
    assert keys.facts.text().splitlines()[0].removeprefix("Chủ chứng thư: ") in name
    assert not panel.look.isEnabled()
    panel.pin.setText(PIN)
    panel.typed.emit()
    assert panel.look.isEnabled()
    assert panel.pin.echoMode() == QLineEdit.EchoMode.Password


def test_a_wrong_pin_is_told_once_cleared_and_the_token_asked_how_it_stands(
    today: Desk, keys: KeyPanel, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    panel = search(keys, plugged[0].module)
    panel.pin.setText(WRONG)
    panel.typed.emit()
    keys.open_key()
    (fault,) = today.ask.faults
    assert "Mã PIN của token" in fault.what
    assert keys.opened is None
    assert not panel.pin.text()
    assert "▲ Mã PIN đã bị gõ sai trước đó" in keys.facts.text()


def test_a_token_that_was_pulled_out_is_told(
    today: Desk, keys: KeyPanel, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    panel = search(keys, plugged[0].module)
    plugged[0].pull(plugged[1])
    panel.pin.setText(PIN)
    panel.typed.emit()
    keys.open_key()
    assert today.ask.faults[0].what == "Không thấy token đã chọn."
    assert panel.certificate.count() == 0
    assert panel.said.text() == PLUG_IN
    assert not panel.look.isEnabled()


def test_a_file_that_is_no_module_is_told_and_another_can_be_chosen(
    today: Desk, keys: KeyPanel, tmp_path: Path, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    wrong = tmp_path / "không phải.so"
    wrong.write_bytes(b"no module")
    today.ask.script = [wrong, plugged[0].module]
    keys.tokens.browse.click()
    assert len(today.ask.faults) == 1
    assert not keys.tokens.busy
    keys.tokens.browse.click()
    assert keys.tokens.certificate.count() == 1


def test_the_last_try_is_asked_about_and_can_be_left(
    today: Desk, keys: KeyPanel, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    panel = search(keys, plugged[0].module)
    token, certificate = panel.certificate.currentData()
    last = dataclasses.replace(token, pin=PinState.LAST_TRY)
    panel.certificate.setItemData(0, (last, certificate))
    panel.pin.setText(PIN)
    panel.typed.emit()
    today.ask.script = [False]
    keys.open_key()
    assert keys.opened is None
    assert panel.pin.text() == PIN
    assert today.ask.asked == [
        "Token chỉ còn một lần thử mã PIN. Vẫn thử? [Thử lần cuối] [Thôi]"
    ]


def test_a_locked_token_takes_no_pin(
    keys: KeyPanel, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    panel = search(keys, plugged[0].module)
    token, certificate = panel.certificate.currentData()
    locked = dataclasses.replace(token, pin=PinState.LOCKED)
    panel.certificate.setItemData(0, (locked, certificate))
    panel.pin.setText(PIN)
    panel.typed.emit()
    assert not panel.look.isEnabled()


def test_without_any_module_it_says_what_is_missing(
    keys: KeyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.gui.pages.signing import key_work
    from desktop.operations.outcome import Outcome

    nothing = key_work.FoundTokens(modules=(), module=None, tokens=())
    monkeypatch.setattr(key_work, "find_tokens", lambda *_: Outcome(nothing))
    keys.take_focus()
    assert keys.tokens.said.text() == NO_MODULE
