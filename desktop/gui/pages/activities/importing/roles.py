"""Give a label another part to play: its colour follows from the sheet."""

from PySide6.QtWidgets import QLabel


def show_role(label: QLabel, role: str) -> None:
    """Dress a label as `quiet`, `doubt` or `problem`; blank: as any text."""
    if label.property("role") != role:
        label.setProperty("role", role)
        # A rule of the sheet that hangs on a property is looked up again only so.
        label.style().unpolish(label)
        label.style().polish(label)
