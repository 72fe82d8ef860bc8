"""The sheet `Ký số` shows way, pictures and key beside a page."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.settings import SettingsPage
from desktop.gui.pages.settings.signing_panel import SigningPanel
from desktop.records.signing import SignerRole, SigningWay
from desktop.store import preferences
from tests.gui import walking
from tests.gui.pages.report_desk import Desk
from tests.gui.pages.settings import pictures


def test_a_picture_chosen_is_seen_on_the_page_at_once(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = SigningPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.preview.accessibleDescription().startswith("chưa có ảnh chữ ký")
    desk.ask.script = [pictures.a_signature(tmp_path / "ký.png")]
    panel.pictures.choose[SignerRole.PERSON].click()
    assert panel.preview.accessibleDescription().startswith("có ảnh chữ ký")
    assert not walking.nameless(panel)
    assert not walking.english_left(panel)


def test_a_change_is_said_on_the_page_of_settings(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk.session)
    qtbot.addWidget(page)
    page.show()
    page.open("signing")
    assert page.sheets.currentWidget() is page.signing
    page.signing.way.ways[SigningWay.PAPER].click()
    assert page.message.text.startswith("Từ nay báo cáo được in ra")
    own = preferences.get(desk.store.reader)
    assert own is not None
    assert own.signing is SigningWay.PAPER
