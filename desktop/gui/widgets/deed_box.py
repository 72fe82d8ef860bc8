"""End a dialog with its deed, and with leaving it."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from desktop.gui import theme


def deed_box(
    dialog: QDialog, verb: str, deed: Callable[[], object]
) -> QDialogButtonBox:
    """Return the buttons: the verb, which Enter presses, and `Thôi`."""
    box = QDialogButtonBox()
    keep = box.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
    theme.make_primary(keep)
    keep.setDefault(True)
    box.addButton("Thôi", QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(deed)
    box.rejected.connect(dialog.reject)
    return box
