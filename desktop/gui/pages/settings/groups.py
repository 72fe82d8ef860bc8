"""Say what a group of settings is about, and help below a field."""

from PySide6.QtWidgets import QLabel


def heading(text: str) -> QLabel:
    """Return the quiet heading of a group."""
    label = QLabel(text)
    label.setProperty("role", "quiet")
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def hint(text: str) -> QLabel:
    """Return a line of help."""
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label
