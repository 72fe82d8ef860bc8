"""Say what a group of fields is about, and help below one: read, and never loud."""

from PySide6.QtCore import Qt
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
    """Return a line of help, wrapped; what looks like markup in it is text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label
