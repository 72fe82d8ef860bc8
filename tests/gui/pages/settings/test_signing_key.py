"""What is remembered of a key can be seen and forgotten."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files.signatures.settings import (
    SigningSettings,
    keep_settings,
    load_settings,
)
from desktop.gui.pages.settings.signing_key import NO_KEY, key_words
from desktop.gui.pages.settings.signing_panel import SigningPanel
from desktop.paths import user_folder
from tests.gui import walking
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> SigningPanel:
    kept = SigningSettings(module=Path("a.so"), serial="0123", key_id="01")
    keep_settings(user_folder(), kept)
    made = SigningPanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_token_used_last_is_told_and_can_be_forgotten(panel: SigningPanel) -> None:
    assert "0123" in panel.key.key.text()
    panel.key.forget.click()
    assert panel.key.key.text() == NO_KEY
    assert not panel.key.forget.isEnabled()
    assert load_settings(user_folder()) == SigningSettings()


def test_the_padding_chosen_is_kept_beside_the_key(panel: SigningPanel) -> None:
    panel.key.scheme.setCurrentIndex(1)
    panel.key.scheme.activated.emit(1)
    kept = load_settings(user_folder())
    assert (kept.scheme, kept.serial) == ("pss", "0123")
    assert not walking.nameless(panel.key)


def test_a_key_file_is_told_by_its_path() -> None:
    path = Path("khóa.p12")
    assert key_words(SigningSettings(key_file=path)) == "Tệp khóa khóa.p12"
