"""The place `Kế hoạch` open on an office, and a user who answers in order."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.part_dialog import PartDialog
from desktop.gui.pages.plan.plan import PlanPage
from desktop.gui.session import Session
from desktop.operations.history.undo import undo
from desktop.store import journal
from tests.fakes import Answers
from tests.gui.pages.asking import shown
from tests.gui.walking import english_left, nameless


def a_page(session: Session, qtbot: QtBot, *answers: object) -> PlanPage:
    """Show the place; `answers` are given to what is asked."""
    session.ask = Answers(*answers)
    made = PlanPage(session)
    shown(made, qtbot)
    return made


def dialog(page: PlanPage) -> PartDialog:
    """Return the dialog opened last, which everybody can use."""
    found = page.deeds.dialog
    assert found is not None
    assert found.height() <= 700
    assert not nameless(found) + english_left(found)
    return found


def fill(opened: PartDialog, **values: object) -> None:
    """Write values into fields by their names."""
    for name, value in values.items():
        opened.editors[name].set_value(value)


def said(opened: PartDialog, name: str) -> str:
    """Return what stands below a field."""
    field = opened.fields[name].said
    return "" if field.isHidden() else field.text()


def shown_fields(opened: PartDialog) -> set[str]:
    return {name for name, one in opened.fields.items() if not one.isHidden()}


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key in a widget that has the focus."""
    pressed = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        pressed |= one
    widget.window().activateWindow()
    assert QTest.qWaitForWindowActive(widget.window())
    widget.setFocus()
    QApplication.processEvents()
    QTest.keyClick(widget, key, pressed)


def last_verb(session: Session) -> str:
    entries = journal.entries(session.store.reader, limit=1)
    return entries[0].verb if entries else ""


def take_back(session: Session) -> None:
    session.start(lambda _progress: undo(session.store))


def texts(page: Any, column: int = 0) -> list[str]:
    """Return what one column of a list says, row by row."""
    model = page.list.model_
    return [
        str(model.index(row, column).data() or "").strip()
        for row in range(model.rowCount())
    ]
