"""Every action is in a menu, with words of its own and keys that do not clash."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop.gui.menus import Menus, plain
from desktop.gui.places import PLACES


def some_menus(qtbot: QtBot) -> tuple[QMainWindow, Menus]:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window)
    menus.show_places(PLACES)
    return window, menus


def test_no_two_actions_have_the_same_key(qtbot: QtBot) -> None:
    _, menus = some_menus(qtbot)
    keys = [key for _, key in menus.keys()]  # noqa: SIM118  not a mapping
    assert len(keys) == len(set(keys)) >= len(PLACES) + 8


def test_no_two_lines_of_a_menu_have_the_same_mnemonic(qtbot: QtBot) -> None:
    window, _ = some_menus(qtbot)
    bars = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in bars:
        marks = [
            action.text()[action.text().index("&") + 1].lower()
            for action in menu.actions()
            if "&" in action.text() and action.isVisible()
        ]
        assert len(marks) == len(set(marks)), [a.text() for a in menu.actions()]


def test_without_an_office_only_opening_is_offered(qtbot: QtBot) -> None:
    _, menus = some_menus(qtbot)
    asked: list[str] = []
    menus.backup_wanted.connect(lambda: asked.append("backup"))
    menus.open_wanted.connect(lambda: asked.append("open"))
    actions = {
        plain(a.text()): a
        for m in menus._window.menuBar().findChildren(QMenu)
        for a in m.actions()
    }
    actions["Sao lưu ngay"].trigger()
    actions["Mở sổ"].trigger()
    menus.show_office(opened=True)
    actions["Sao lưu ngay"].trigger()
    assert asked == ["open", "backup"]


def test_recent_offices_are_listed_without_looking_for_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _, menus = some_menus(qtbot)
    gone = tmp_path / "da rut USB.stt"
    menus.show_recent((gone,))
    asked: list[object] = []
    menus.office_wanted.connect(asked.append)
    menus._recent.actions()[0].trigger()
    assert asked == [gone]
