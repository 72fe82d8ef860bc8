"""Let F1 open a page of help beside a dialog: the menus do not answer behind it."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

KEY = "F1"


def answer_help_key(dialog: QDialog, page: str) -> None:
    """Open a page, by the name of its file, when F1 is pressed in a dialog."""
    shortcut = QShortcut(QKeySequence(KEY), dialog)
    shortcut.activated.connect(partial(_show, dialog, page))


def _show(dialog: QDialog, page: str) -> None:
    from desktop.gui.help import HelpDialog

    # Of the dialog itself: another window would be blocked as long as it is open.
    shown = dialog.findChild(HelpDialog) or HelpDialog(dialog)
    shown.show_page(page)
    shown.show()
    shown.raise_()
    shown.activateWindow()
