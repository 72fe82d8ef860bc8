"""F1 in a dialog: its page of help opens beside it and can be read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.help import HelpDialog
from desktop.gui.pages.activities.importing.dialog import ImportDialog
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from tests.gui.entry_office import register


def page_beside(dialog: QDialog, qtbot: QtBot) -> str:
    """Press F1 twice in a dialog; return the file of the one page shown."""
    for _ in range(2):
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_F1)
    (shown,) = dialog.findChildren(HelpDialog)
    assert shown.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible(), "it is not blocked by the dialog"
    assert dialog.isVisible()
    return shown.browser.source().fileName()


def test_the_import_explains_itself(session: Session, qtbot: QtBot) -> None:
    dialog = ImportDialog(session, register(session, "training"))
    qtbot.addWidget(dialog, before_close_func=lambda _: dialog.done(0))
    dialog.open()
    assert page_beside(dialog, qtbot) == "import.html"


def test_the_form_of_an_entry_explains_itself(session: Session, qtbot: QtBot) -> None:
    training = register(session, "training")
    dialog = EntryDialog(session, training, read_names(session), None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.write_new({}, offer_draft=False)
    dialog.open()
    assert page_beside(dialog, qtbot) == "activities.html"
