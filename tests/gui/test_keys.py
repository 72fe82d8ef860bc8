"""No key means two things at once: not of a place, not of a window above it."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.gui import places
from desktop.gui.app import Program
from desktop.gui.jobs import Jobs
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.settings import Settings
from tests.builders import an_activity
from tests.fakes import Answers
from tests.gui.entry_office import keep

WINDOW = Qt.ShortcutContext.WindowShortcut
LEAST = 15
"""Keys of the window alone: fewer, and none was looked at."""

Key = tuple[str, str, QWidget, bool]
"""A key, what it does, the widget it holds in, and whether in the whole window."""


@pytest.fixture
def program(
    office: Path, jobs: Jobs, ask: Answers, settings: Settings, qtbot: QtBot
) -> Iterator[Program]:
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    made.begin(office)
    made.window.show()
    qtbot.waitUntil(lambda: made.window.session is not None)
    yield made
    made.window.close()
    made.end()


def keys_of(window: QWidget) -> list[Key]:
    """Return every key that holds while a window is as it is."""
    inside = [one for one in window.findChildren(QWidget) if one.isVisible()]
    actions: dict[int, Key | None] = {}
    found: list[Key] = []
    menus = [one for one in window.findChildren(QMenu) if _can_open(one)]
    for widget in (window, *inside, *menus):
        if widget.window() is not window and not isinstance(widget, QMenu):
            continue
        for action in widget.actions():
            if id(action) not in actions and action.isVisible():
                actions[id(action)] = None
                found += _of_action(action, widget)
    for one in window.findChildren(QShortcut):
        owner = one.parent()
        if isinstance(owner, QWidget) and (owner is window or owner.isVisible()):
            whole = one.context() == WINDOW
            keys: list[QKeySequence] = one.keys()
            found += [(_name(key), repr(one), owner, whole) for key in keys]
    return found


def _can_open(menu: QMenu) -> bool:
    """Tell whether what opens a menu is on screen: then its keys hold."""
    opener = menu.parentWidget()
    while isinstance(opener, QMenu):
        opener = opener.parentWidget()
    return opener is not None and opener.isVisible()


def _of_action(action: QAction, widget: QWidget) -> Iterator[Key]:
    whole = action.shortcutContext() == WINDOW
    for key in action.shortcuts():
        yield _name(key), action.text(), widget, whole


def _name(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)


def clashes(found: list[Key]) -> list[str]:
    """Return the keys Qt could not choose between."""
    return [
        f"{key}: {one}, {other}"
        for (key, one, here, whole), (same, other, there, all_) in combinations(
            found, 2
        )
        if key == same
        and (
            whole
            or all_
            or here.isAncestorOf(there)
            or there.isAncestorOf(here)
            or here is there
        )
    ]


def test_a_key_given_twice_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for words in ("Một", "Hai"):
        action = QAction(words, window)
        action.setShortcut("Ctrl+R")
        window.addAction(action)
    assert clashes(keys_of(window)) == ["Ctrl+R: Một, Hai"]


@pytest.mark.parametrize("code", [one.code for one in places.existing()])
def test_no_key_of_a_place_is_given_twice(program: Program, code: str) -> None:
    for one in places.existing():  # keys of a place left behind must not hold
        program.window.go_to(one.code)
    program.window.go_to(code)
    found = keys_of(program.window)
    assert len(found) > LEAST
    assert not clashes(found)


def test_no_key_of_the_form_is_given_twice(program: Program) -> None:
    assert program.window.session is not None
    keep(program.window.session, an_activity(id="a"))
    program.window.go_to("activities", "training")
    page = program.window.page("activities")
    assert isinstance(page, ActivitiesPage)
    page.entries.write_new()
    dialog = page.dialog
    assert dialog is not None
    found = keys_of(dialog)
    assert {"Ctrl+S", "Ctrl+Shift+A", "Ctrl+Shift+V", "Ctrl+H"} <= {
        one[0] for one in found
    }
    assert not clashes(found)
    dialog.reject()


WRITTEN = {"Ins": "Insert", "Del": "Delete", "Return": "Enter"}
"""Keys the help calls by what stands on them."""


def told_keys() -> list[list[str]]:
    """Return the keys of each table of the help, one list for a window."""
    text = (paths.RESOURCES / "help" / "keys.html").read_text("utf-8")
    cells = (
        re.findall(r"<tr><td>(.+?)</td>", table)
        for table in re.findall(r"<table>.+?</table>", text, re.DOTALL)
    )
    return [[re.sub(r"</?b>", "", key) for key in some] for some in cells]


def test_the_help_tells_every_key_of_the_place(program: Program) -> None:
    program.window.go_to("activities")
    page = program.window.page("activities")
    assert page is not None
    told = {key for some in told_keys() for line in some for key in line.split(", ")}
    missing = []
    for action in page.actions():
        *held, last = action.shortcut().toString().split("+")
        key = "+".join((*held, WRITTEN.get(last, last)))
        if key and key not in told:
            missing.append(f"{action.text()} ({key})")
    assert len(page.actions()) > LEAST
    assert not missing


def test_no_table_of_the_help_has_a_key_twice() -> None:
    for some in told_keys():
        keys = [key for line in some for key in line.split(", ")]
        assert len(keys) == len(set(keys)) > 4
