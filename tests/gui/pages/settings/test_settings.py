"""The place `Thiết lập` and how it joins the window."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.settings import SettingsPage
from desktop.gui.places import PageSpec
from desktop.gui.window import Window
from tests.gui import walking
from tests.gui.pages.report_desk import Desk

PLACE = PageSpec(
    "settings",
    "Thiết lập",
    "Ctrl+7",
    "desktop.gui.pages.settings.settings:SettingsPage",
)


def test_its_sheets_are_named_and_everything_in_them(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk.session)
    qtbot.addWidget(page)
    page.show()
    for number in range(page.sheets.count()):
        page.sheets.setCurrentIndex(number)
        assert not walking.nameless(page)
        assert not walking.english_left(page)


def test_saving_is_said(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk.session)
    qtbot.addWidget(page)
    page.show()
    page.office.save()
    assert page.message.text.startswith("Đã lưu thiết lập")


def test_wishes_reach_the_window(desk: Desk, qtbot: QtBot) -> None:
    window = Window(desk.session.settings, desk.session.jobs)
    qtbot.addWidget(window)
    window.show()
    window.open_session(desk.session, (PLACE,))
    QApplication.processEvents()
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    with qtbot.waitSignal(window.menus.scheme_wanted) as wanted:
        page.screen_panel.scheme_wanted.emit("dark")
    assert wanted.args == ["dark"]
    page.backups.back_up()
    assert window.status.backup.text().startswith("Sao lưu ")


def test_who_is_led_here_finds_the_field_in_question(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk.session)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.sheets.setCurrentWidget(page.screen_panel)
    page.open("signer")
    assert page.sheets.currentWidget() is page.office
    assert page.focusWidget() is page.office.fields["signer"]
    page.open("trust")
    assert page.sheets.currentWidget() is page.trust
